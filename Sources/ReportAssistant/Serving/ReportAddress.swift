import Foundation
import ReportModel

/// The address of a report as a resource (报告网址): `zongjie://report/PATH` or `zongjie://report/PATH/LINE`, the path
/// percent-encoded as a whole, so that no dots or slashes of it are taken for the address's own.
struct ReportAddress: Sendable, Hashable {
    let path: String
    /// A line to read from; the whole file without.
    var line: Int?

    static let prefix = "zongjie://report/"

    static func isOne(_ text: String) -> Bool { text.hasPrefix("zongjie:") }

    init(path: String, line: Int? = nil) {
        self.path = path
        self.line = line
    }

    /// - Throws: `ReportError` for an address that is none of ours.
    init(_ text: String) throws(ReportError) {
        let parts = text.dropFirst(Self.prefix.count)
            .split(separator: "/", omittingEmptySubsequences: false)
        guard text.hasPrefix(Self.prefix), (1...2).contains(parts.count),
            let path = parts[0].removingPercentEncoding, !path.isEmpty
        else { throw Self.foreign(text) }
        self.path = path
        guard parts.count == 2 else { return }
        guard let line = Int(parts[1]), line > 0 else { throw Self.foreign(text) }
        self.line = line
    }

    private static func foreign(_ text: String) -> ReportError {
        ReportError(
            .notFound, place: text, problem: wording("不是报告的网址", "is no address of a report"),
            advice: prefix + wording("路径/行号，路径整体按百分号编码", "PATH/LINE, the path percent-encoded"))
    }

    var text: String {
        Self.prefix + (path.addingPercentEncoding(withAllowedCharacters: Self.plain) ?? "")
            + (line.map { "/\($0)" } ?? "")
    }

    /// Unreserved characters (RFC 3986, 2.3).
    private static let plain = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
}
