import ArgumentParser
import Foundation
import ReportIndex
import ReportModel

struct PackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack",
        abstract: wording("压缩索引，收回改动留下的空间。", "Give back the room that changes left in the index."),
        discussion: discussion(
            """
            多次小改动会留下空页和零碎的精确索引。本命令加以合并、重写，须有与索引同样大的空余空间。\
            回答不变。
            """,
            """
            Many small changes leave empty pages and an exact index in many parts. This merges and copies \
            them; it needs as much free room as the index takes. Answers stay the same.
            """,
            examples: """
                zongjie pack
                """))

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
