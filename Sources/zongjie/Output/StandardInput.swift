import Documents
import Foundation
import ReportModel

/// Standard input, where a file may be named (标准输入): `-`, or `/dev/stdin`.
enum StandardInput {
    static func isNamed(_ path: String) -> Bool { path == "-" || path == device }

    private static let device = "/dev/stdin"

    /// The path that leads to what is named.
    static func path(_ name: String) -> String { name == "-" ? device : name }

    /// All of it, as a file.
    ///
    /// - Throws: `ReportError` when it is empty, cannot be read, or is beyond the limit.
    static func file(_ options: ReadOptions) throws(ReportError) -> InputFile {
        let limit = options.maximumSize
        guard let data = try? FileHandle.standardInput.read(upToCount: limit + 1) else {
            throw ReportError(
                place: device, problem: wording("没有内容", "nothing was given"),
                advice: wording("例如 cat 草稿.md | zongjie …", "for example cat draft.md | zongjie …"))
        }
        guard data.count <= limit else {
            throw ReportError(
                place: device,
                problem: wording("超过上限 \(limit >> 20) MB", "more than \(limit >> 20) MB"))
        }
        return InputFile(path: device, bytes: [UInt8](data))
    }

    /// What has come in since, as soon as anything has; `nil` at the end.
    static func chunk() -> ArraySlice<UInt8>? {
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        var count = 0
        repeat {
            count = bytes.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
        } while count < 0 && errno == EINTR
        return count > 0 ? bytes[..<count] : nil
    }
}
