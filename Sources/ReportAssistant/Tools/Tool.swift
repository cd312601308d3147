import Presentation
import ReportIndex
import ReportModel

/// Something an assistant may ask (工具): it reads, and changes nothing.
struct Tool: Sendable {
    let name: String
    let title: Bilingual
    let description: Bilingual
    /// Besides `budget` and `cursor`, which every tool takes.
    let arguments: [ToolArgument]
    let answer: @Sendable (ToolCall) throws -> RecordValue

    static let all = [
        SearchTool.tool, ReadTool.tool, SimilarTool.tool, ActivitiesTool.tool, CompareTool.tool,
        QuoteTool.tool, AboutTool.tool,
    ]

    static let common = [
        ToolArgument(
            "budget", .integer(TokenBudget.range), "token 上限，默认 \(TokenBudget.usual)",
            "tokens, default \(TokenBudget.usual)"),
        ToolArgument("cursor", .text(), "next_cursor", "next_cursor"),
    ]

    /// What a client is told of the tool.
    var value: RecordValue {
        let all = arguments + Self.common
        var schema: [RecordValue.Member] = [
            .init("type", .text("object")),
            .init("properties", .object(all.map { .init($0.name, $0.schema) })),
        ]
        let required = all.filter(\.isRequired).map { RecordValue.text($0.name) }
        if !required.isEmpty { schema.append(.init("required", .list(required))) }
        schema.append(.init("additionalProperties", .flag(false)))
        return .object([
            .init("name", .text(name)), .init("title", .text(title.current)),
            .init("description", .text(description.current)),
            .init("inputSchema", .object(schema)),
            .init(
                "annotations",
                .object([
                    .init("readOnlyHint", .flag(true)), .init("openWorldHint", .flag(false)),
                ])),
        ])
    }

    /// The arguments as a request's parameters.
    ///
    /// - Throws: `ReportError` for an argument that is unknown, missing, of a wrong type or out of range.
    func parameters(_ values: [String: JSONValue]) throws(ReportError) -> Parameters {
        let known = arguments + Self.common
        for name in values.keys.sorted() where !known.contains(where: { $0.name == name }) {
            throw ReportError(
                place: name, problem: wording("没有这个参数", "there is no such parameter"),
                advice: wording("可用的有：", "there are: ")
                    + known.map(\.name).joined(separator: ", "))
        }
        var parameters = Parameters()
        for argument in known {
            let given = try values[argument.name].map { value throws(ReportError) in
                try argument.values(value)
            }
            guard let given, !given.isEmpty else {
                guard !argument.isRequired else {
                    throw ReportError(
                        place: argument.name, problem: wording("没有给出", "is missing"))
                }
                continue
            }
            for value in given { parameters.add(argument.parameter, value) }
        }
        return parameters
    }
}

/// A tool that is called, with one state of the index for the whole answer (一次调用).
struct ToolCall: Sendable {
    /// Without `budget` and `cursor`.
    let parameters: Parameters
    let budget: TokenBudget
    let cursor: Cursor
    let reading: IndexReading
    let engines: Engines

    /// - Throws: `ReportError` for a cursor that is none, or another question's.
    init(_ tool: Tool, _ all: Parameters, _ reading: IndexReading, _ engines: Engines)
        throws(ReportError)
    {
        let asked = all.removing("budget").removing("cursor")
        let question = tool.name + "?" + asked.address
        parameters = asked
        budget = TokenBudget(
            limit: all.values("budget").last.flatMap { Int($0) } ?? TokenBudget.usual)
        if let text = all.values("cursor").last {
            cursor = try Cursor(text, of: question, in: reading)
        } else {
            cursor = Cursor(of: question, in: reading)
        }
        self.reading = reading
        self.engines = engines
    }

    func request<Asked: Request>(without others: String...) throws(ReportError) -> Asked {
        try Asked(others.reduce(parameters) { $0.removing($1) })
    }

    /// What is to be told of the cursor.
    var notes: [String] {
        guard !cursor.isCurrent(in: reading) else { return [] }
        return [
            wording(
                "索引在上一页之后有改动，条目可能移位",
                "the index has changed since the page before: rows may have moved")
        ]
    }
}
