import Documents
import Foundation
import ReportIndex
import ReportModel

/// A model behind an address that speaks OpenAI's `/v1/embeddings` (模型服务): texts are sent there, and nowhere
/// else.
package struct ServedEmbedder: Embedder {
    /// Where texts are posted to.
    package let address: String
    /// The name the server knows the model by; `{}` in it becomes `query` or `passage`.
    package let model: String
    /// What stands before a question, and before a passage, for models that want it.
    var questionPrefix = ""
    var passagePrefix = ""

    private static let command = ExternalCommand(
        name: "curl", package: "curl", seconds: 120, memory: 1 << 30)

    /// - Throws: `ReportError` for what is no address of the web.
    package init(
        address: String, model: String, questionPrefix: String = "", passagePrefix: String = ""
    ) throws(ReportError) {
        guard let url = URL(string: address), ["http", "https"].contains(url.scheme),
            url.host?.isEmpty == false
        else {
            throw ReportError(
                place: address, problem: wording("不是网址", "this is no address"),
                advice: "http://127.0.0.1:8000/v1/embeddings")
        }
        self.address = address
        self.model = model
        self.questionPrefix = questionPrefix
        self.passagePrefix = passagePrefix
    }

    private struct Request: Encodable {
        let model: String
        let input: [String]
    }

    private struct Answer: Decodable {
        struct Entry: Decodable {
            let index: Int
            let embedding: [Float]
        }

        let data: [Entry]
    }

    package func vectors(of texts: [String], areQuestions: Bool) throws(ReportError) -> [[Float]] {
        guard !texts.isEmpty else { return [] }
        let prefix = areQuestions ? questionPrefix : passagePrefix
        let request = Request(
            model: model.replacing("{}", with: areQuestions ? "query" : "passage"),
            input: texts.map { prefix + $0 })
        let output: ExternalCommand.Output
        do {
            output = try Self.command.run(
                [
                    "--silent", "--show-error", "--fail-with-body", "--max-time", "110",
                    "--proto", "=http,https", "--header", "Content-Type: application/json",
                    "--data-binary", "@{}", "--url", address,
                ], input: Array(try JSONEncoder().encode(request)))
        } catch let refusal as Refusal {
            throw ReportError(refusal, place: address)
        } catch {
            throw ReportError(place: address, problem: String(describing: error))
        }
        guard output.status == 0 else { throw failure(output) }
        guard
            let answer = try? JSONDecoder().decode(Answer.self, from: Data(output.bytes)),
            answer.data.count == texts.count,
            Set(answer.data.map(\.index)) == Set(texts.indices),
            Set(answer.data.map(\.embedding.count)).count == 1
        else {
            throw ReportError(
                .unsupported, place: address,
                problem: wording("答复不是 /v1/embeddings 的格式", "the answer is none of /v1/embeddings"),
                advice: wording("请核对网址与模型名", "check the address and the model's name"))
        }
        return answer.data.sorted { $0.index < $1.index }.map(\.embedding)
    }

    private func failure(_ output: ExternalCommand.Output) -> ReportError {
        // What curl says of itself: 6 and 7 are a server that is not there, 22 a refusal, 28 time.
        let problem =
            switch output.status {
            case 6, 7: wording("没有服务在那里应答", "no server answers there")
            case 22:
                wording("服务拒绝了请求：", "the server refused: ")
                    + String(decoding: output.bytes.prefix(200), as: UTF8.self)
            case 28: wording("服务没有及时应答", "the server took too long")
            default: wording("curl 以 \(output.status) 结束", "curl ended with \(output.status)")
            }
        return ReportError(
            .other, place: address, problem: problem,
            advice: wording("请启动服务，或核对网址", "start the server, or check the address"))
    }
}
