import ArgumentParser
import Foundation
import ReportIndex
import ReportModel

struct PackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack",
        abstract: "Give back the room that changes left in the index. 压缩索引。",
        discussion: """
            Many small changes leave empty pages and an exact index in many parts. This merges and copies \
            them; it needs as much free room as the index takes. Answers stay the same.

            Example:
              zongjie pack
            """)

    @OptionGroup var index: IndexOption

    func run() throws {
        let (before, after) = try TagPlace.writer(index).pack()
        let megabytes = { (bytes: Int) in String(format: "%.1f", Double(bytes) / 1e6) }
        StandardOutput.line(
            wording(
                "索引由 \(megabytes(before)) MB 变为 \(megabytes(after)) MB",
                "the index went from \(megabytes(before)) MB to \(megabytes(after)) MB"))
    }
}
