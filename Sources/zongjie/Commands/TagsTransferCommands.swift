import ArgumentParser
import Foundation
import ReportIndex
import ReportModel

struct TagsExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: wording("导出人工认定，作备份。", "Print every decision for a backup."),
        discussion: discussion(
            """
            JSON Lines，一行一项认定，可用 import 导回。要看认定，用 tags list。
            """,
            """
            JSON Lines, one object a decision; import takes them back. For reading, see tags list.
            """,
            examples: """
                zongjie tags export > decisions.jsonl
                """))

    @OptionGroup var index: IndexOption

    func run() throws {
        let list = try DecisionReader(try index.open()).list()
        StandardOutput.write(DecisionLines.text(of: list.map(\.decision)))
        if list.isEmpty { throw ExitCode(1) }
    }
}

struct TagsImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: wording("导入人工认定。", "Take exported decisions back."),
        discussion: discussion(
            """
            要么全部导入，要么一项不动。同一标签后来另有认定的，保留后来的。文字尚不在索引里的认定留着等待，\
            tags list 标为 outdated 或 absent。
            """,
            """
            All at once, or none. A decision that was made later on the same tag stays. Those whose words \
            are not there wait until they are, and tags list calls them outdated or absent.
            """,
            examples: """
                zongjie tags import decisions.jsonl
                """))

    @Argument(
        help: .wording("tags export 写出的文件。", "A file of tags export."), completion: .file())
    var file: String

    @OptionGroup var index: IndexOption

    func run() throws {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw ReportError(
                place: file, problem: wording("无法读取", "cannot be read"),
                advice: wording("请检查文件名", "check the name"))
        }
        let decisions = try DecisionLines.decisions(
            in: String(decoding: data, as: UTF8.self), path: file)
        let taken = try TagPlace.writer(index).take(decisions)
        StandardOutput.line(
            wording(
                "导入 \(taken) 项认定，保留已有的 \(decisions.count - taken) 项",
                "imported \(taken) decisions, kept \(decisions.count - taken) that were there"))
    }
}
