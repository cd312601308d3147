import ArgumentParser
import ReportIndex
import ReportModel

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check the index against itself and its text. 校验索引。",
        discussion: """
            The database's pages, the exact index against every paragraph, and every posting list against \
            a new one made from the text.

            Example:
              zongjie verify
            """)

    @OptionGroup var index: IndexOption

    func run() throws {
        let verification = try IndexVerification.run(index.path)
        for fault in verification.faults { StandardError.line(fault) }
        guard verification.faults.isEmpty else {
            throw IndexError(
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
