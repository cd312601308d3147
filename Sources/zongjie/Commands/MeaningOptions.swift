import ArgumentParser
import Foundation
import Meaning
import Presentation
import ReportIndex
import ReportModel

/// Whether a model of meaning is used, and which (语义).
struct MeaningOptions: ParsableArguments {
    @Flag(
        name: .customLong("meaning"),
        help: .wording(
            "也按意思找：用本机的语义模型（Scripts/setup --meaning 安装）。",
            "Look for meaning too, with the model on this machine (Scripts/setup --meaning installs it)."
        ))
    var isOn = false

    @Option(
        name: .customLong("embeddings"),
        help: .wording(
            "用此网址的模型（OpenAI 的 /v1/embeddings 格式）；文字会发往那里。",
            "Use the model at this address (OpenAI's /v1/embeddings); texts are sent there."))
    var address: String?

    @Option(
        name: .customLong("embedding-model"),
        help: .wording(
            "那里的模型名；其中的 {} 换成 query 或 passage。",
            "Its name there; {} in it becomes query or passage."))
    var model = "multilingual-e5-small-{}"

    @Option(
        name: .customLong("question-prefix"),
        help: .wording(
            "问题前加的字样，如 'query: '。", "What the model wants before a question, as 'query: '."))
    var questionPrefix = ""

    @Option(
        name: .customLong("passage-prefix"),
        help: .wording(
            "段落前加的字样，如 'passage: '。", "What the model wants before a passage, as 'passage: '."))
    var passagePrefix = ""

    func validate() throws {
        guard isOn, address != nil else { return }
        throw ValidationError(
            wording("--meaning 与 --embeddings 只用一个", "give one of --meaning and --embeddings"))
    }

    /// The same as words of a command line.
    var arguments: [String] {
        if isOn { return ["--meaning"] }
        guard let address else { return [] }
        return [
            "--embeddings=\(address)", "--embedding-model=\(model)",
            "--question-prefix=\(questionPrefix)", "--passage-prefix=\(passagePrefix)",
        ]
    }

    /// The model asked for; `nil` without one.
    func embedder() throws(ReportError) -> (any Embedder)? {
        if let address {
            return try ServedEmbedder(
                address: address, model: model, questionPrefix: questionPrefix,
                passagePrefix: passagePrefix)
        }
        return isOn ? try LocalEmbedder() : nil
    }

    /// Gives every passage a vector, with a line of progress on a terminal.
    static func embed(by embedder: any Embedder, into writer: IndexWriter) throws(ReportError) {
        let line = ProgressLine()
        defer { line.end() }
        let summary = try EmbeddingRun(embedder: embedder, writer: writer).run {
            line.show(vectors: $0, of: $1)
        }
        StandardError.line(
            wording(
                "语义向量：新做 \(summary.made) 段，共 \(summary.all) 段（\(embedder.model)）",
                "vectors: \(summary.made) made, \(summary.all) passages in all (\(embedder.model))")
        )
    }
}
