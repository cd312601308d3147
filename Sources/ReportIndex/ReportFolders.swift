import Foundation
import ReportModel

/// The folders whose reports an index is of (报告文件夹), in a file beside it, an absolute path a line: what a person
/// said once is not asked again.
package struct ReportFolders: Sendable {
    package let path: String

    /// - Parameter index: the index's path.
    package init(beside index: String) {
        path = IndexFile.resolved(index) + ".folders"
    }

    /// The folders, in the order they were named; none when there is no file.
    package var list: [String] {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [] }
        return text.split(separator: "\n").map { String($0) }
    }

    /// Remembers a folder.
    ///
    /// - Parameter folder: a path, with `~` for the person's own folder, quotation marks around it taken off.
    /// - Returns: its absolute path.
    /// - Throws: `ReportError` when there is no such folder, or the file cannot be written.
    @discardableResult
    package func add(_ folder: String) throws(ReportError) -> String {
        let folder = try Self.absolute(folder)
        let known = list
        guard !known.contains(folder) else { return folder }
        do {
            try IndexFile.makeFolder(of: path)
            try ((known + [folder]).joined(separator: "\n") + "\n").write(
                toFile: path, atomically: true, encoding: .utf8)
        } catch {
            throw ReportError(place: path, cause: error)
        }
        return folder
    }

    private static func absolute(_ typed: String) throws(ReportError) -> String {
        var name = typed.trimmingCharacters(in: .whitespacesAndNewlines)
        // A file manager drops paths into a terminal in quotation marks, and copies them as addresses.
        if name.count > 1, let mark = name.first, "'\"".contains(mark), name.last == mark {
            name = String(name.dropFirst().dropLast())
        }
        if let address = URL(string: name), address.isFileURL { name = address.path }
        if name == "~" || name.hasPrefix("~/") {
            name = (ProcessInfo.processInfo.environment["HOME"] ?? "") + name.dropFirst()
        }
        let folder = URL(fileURLWithPath: name).standardizedFileURL.path
        var isFolder: ObjCBool = false
        guard !name.isEmpty, !name.contains("\n"),
            FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder),
            isFolder.boolValue
        else {
            throw ReportError(
                place: name, problem: wording("没有这个文件夹", "there is no such folder"),
                advice: wording("请写完整路径，如 /home/张三/总结", "write its whole path"))
        }
        return folder
    }
}
