import ArgumentParser
import ReportIndex
import ReportModel

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: wording("校验索引。", "Check the index against itself and its text."),
        discussion: discussion(
            """
            检查数据库的页、各表的每一行与写入时是否相同、逐字索引与每段文字、每个倒排表与由原文重做的
            是否一致。
            """,
            """
            The database's pages, the rows of all tables against what was written, the exact index against every \
            paragraph, and every posting list against \
            a new one made from the text.
            """,
            examples: """
                zongjie verify
                """))

    @OptionGroup var index: IndexOption

    func run() throws {
        let verification = try IndexVerification.run(index.path)
        for fault in verification.faults { StandardError.line(fault) }
        guard verification.faults.isEmpty else {
            throw ReportError(
                place: index.path,
                problem: wording(
                    "有 \(verification.faults.count) 处不符", "\(verification.faults.count) faults"),
                advice: wording("运行 zongjie rebuild", "run zongjie rebuild"))
        }
        StandardOutput.line(
            wording(
                "无误：\(verification.passages) 段，\(verification.shards) 个分片",
                "sound: \(verification.passages) paragraphs, \(verification.shards) shards"))
    }
}
