import Presentation
import ReportModel

/// An argument of a tool (工具参数): what a model is told of it, and how its value becomes a request's parameter.
struct ToolArgument: Sendable {
    enum Kind: Sendable {
        /// Of at most so many characters.
        case text(most: Int = 1_000)
        /// Several, or one alone.
        case texts
        case integer(ClosedRange<Int>)
        case flag
        case choice([String])
    }

    let name: String
    let kind: Kind
    let meaning: Bilingual
    /// The request's name for it.
    let parameter: String
    var isRequired = false

    init(
        _ name: String, _ kind: Kind, _ chinese: String, _ english: String,
        parameter: String? = nil, isRequired: Bool = false
    ) {
        self.name = name
        self.kind = kind
        meaning = Bilingual(chinese, english)
        self.parameter = parameter ?? name.replacing("_", with: "-")
        self.isRequired = isRequired
    }

    /// Texts of a list at most.
    private static let mostTexts = 50

    /// The argument in JSON Schema.
    var schema: RecordValue {
        var members: [RecordValue.Member] = []
        func type(_ name: String) { members.append(.init("type", .text(name))) }
        switch kind {
        case .text: type("string")
        case .texts:
            type("array")
            members.append(.init("items", .object([.init("type", .text("string"))])))
        case .integer(let range):
            type("integer")
            members.append(.init("minimum", .integer(range.lowerBound)))
            members.append(.init("maximum", .integer(range.upperBound)))
        case .flag: type("boolean")
        case .choice(let choices):
            type("string")
            members.append(.init("enum", .list(choices.map { .text($0) })))
        }
        if !meaning.current.isEmpty { members.append(.init("description", .text(meaning.current))) }
        return .object(members)
    }

    /// The values as a request reads them; none for `null` and for a flag that does not hold.
    ///
    /// - Throws: `ReportError` for a value of another type, out of range, or too long.
    func values(_ value: JSONValue) throws(ReportError) -> [String] {
        switch (kind, value) {
        case (_, .null), (.flag, .flag(false)): return []
        case (.flag, .flag(true)): return ["1"]
        case (.text(let most), .text(let text)): return [try checked(text, most: most)]
        case (.text, .integer(let number)): return [String(number)]
        case (.choice(let choices), .text(let text)):
            guard choices.contains(text) else {
                throw ReportError(
                    place: name, problem: wording("没有这个值", "there is no such value"),
                    advice: choices.joined(separator: ", "))
            }
            return [text]
        case (.integer(let range), .integer(let number)):
            guard range.contains(number) else { throw ReportError.range(name, range) }
            return [String(number)]
        case (.integer(let range), .number): throw ReportError.range(name, range)
        case (.texts, .text), (.texts, .integer): return try texts([value])
        case (.texts, .list(let values)): return try texts(values)
        default: throw wrongType(value)
        }
    }

    private func texts(_ values: [JSONValue]) throws(ReportError) -> [String] {
        guard values.count <= Self.mostTexts else {
            throw ReportError(
                place: name,
                problem: wording("多于 \(Self.mostTexts) 个", "more than \(Self.mostTexts)"))
        }
        return try values.map { value throws(ReportError) in
            switch value {
            case .text(let text): try checked(text, most: 1_000)
            case .integer(let number): String(number)
            default: throw wrongType(value)
            }
        }
    }

    private func checked(_ text: String, most: Int) throws(ReportError) -> String {
        guard text.unicodeScalars.count <= most else {
            throw ReportError(
                .limit, place: name,
                problem: wording("超过 \(most) 字", "longer than \(most) characters"))
        }
        return text
    }

    private func wrongType(_ value: JSONValue) -> ReportError {
        let wanted =
            switch kind {
            case .text, .choice: "string"
            case .texts: "array of strings"
            case .integer: "integer"
            case .flag: "boolean"
            }
        return ReportError(
            place: name,
            problem: wording(
                "应为 \(wanted)，给出的是 \(value.kind)", "must be \(wanted), not \(value.kind)"))
    }
}
