import Foundation
import ReportIndex
import ReportModel

/// The file a report was read from (原件), as it lies on the machine that serves. The index says where: no path comes
/// from the request.
enum OriginalFile {
    static let path = "/original"
    /// Bytes of a file that is sent.
    private static let largest = 200 << 20

    static func response(_ visit: Visit) throws -> WebResponse {
        let name = visit.parameters.values("passage").last ?? ""
        guard let passage = try visit.reading.passage(named: name),
            let file = try visit.reading.fileLocation(ofReport: passage.report.id)
        else {
            throw WebError(.notFound, name, wording("没有这个段落", "there is no such passage"))
        }
        let attributes = try? FileManager.default.attributesOfItem(atPath: file)
        guard attributes?[.type] as? FileAttributeType == .typeRegular,
            let size = attributes?[.size] as? Int
        else {
            throw WebError(
                .notFound, passage.report.path, wording("原件已不在原处", "the file is no longer there"),
                wording("页面上的正文仍可用", "the text on the page is still good"))
        }
        guard size <= largest, let data = FileManager.default.contents(atPath: file) else {
            throw WebError(
                .contentTooLarge, passage.report.path,
                wording("原件太大或无法读取", "the file is too large or cannot be read"),
                wording("请按路径向管理员索取", "ask for it by its path"))
        }
        return .download(
            Array(data), type: "application/octet-stream",
            name: (file as NSString).lastPathComponent)
    }
}
