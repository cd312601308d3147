import Foundation
import ReportModel

/// Asks before much is dropped from an index (移除确认).
enum RemovalQuestion {
    /// - Returns: what the person at the terminal says; `false` where there is none.
    static func ask(_ count: Int, of all: Int) -> Bool {
        guard isatty(STDIN_FILENO) == 1, Terminal.isErrorInteractive else { return false }
        StandardError.write(
            wording(
                "将从索引移除 \(all) 个文件中的 \(count) 个，继续吗？[y/N] ",
                "drop \(count) of \(all) files from the index? [y/N] "))
        return ["y", "yes", "是"].contains(readLine()?.lowercased() ?? "")
    }
}
