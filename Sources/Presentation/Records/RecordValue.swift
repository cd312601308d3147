import ReferenceCorpus

/// A value of a record (字段值), with the text of its JSON and of its cell.
package indirect enum RecordValue: Sendable, Hashable {
    case null
    /// Left out of JSON, an empty cell in a table.
    case absent
    case text(String)
    case integer(Int)
    case number(Double)
    case flag(Bool)
    case list([RecordValue])
    case object([Member])

    /// A named part of an object.
    package struct Member: Sendable, Hashable {
        package let name: String
        package let value: RecordValue

        package init(_ name: String, _ value: RecordValue) {
            self.name = name
            self.value = value
        }
    }

    package init(_ text: String?) {
        self = text.map { .text($0) } ?? .null
    }

    package init(_ number: Int?) {
        self = number.map { .integer($0) } ?? .null
    }

    /// Appends JSON (RFC 8259), characters beyond ASCII as they are; what is no finite number is `null`.
    package func write(to json: inout String) {
        switch self {
        case .null, .absent: json += "null"
        case .integer(let value): json += String(value)
        case .flag(let value): json += value ? "true" : "false"
        case .text(let text): json += JSONWriting.string(text)
        case .number(let value): json += Self.digits(value)
        case .list(let values):
            json += "["
            for (index, value) in values.enumerated() {
                if index > 0 { json += ", " }
                value.write(to: &json)
            }
            json += "]"
        case .object(let members):
            json += "{"
            var isFirst = true
            for member in members where member.value != .absent {
                if !isFirst { json += ", " }
                isFirst = false
                json += JSONWriting.string(member.name)
                json += ": "
                member.value.write(to: &json)
            }
            json += "}"
        }
    }

    /// The value as JSON.
    package var json: String {
        var json = ""
        write(to: &json)
        return json
    }

    /// The value as one cell of a table: the values of lists with `; ` between them, the parts of objects
    /// after their names.
    package var cell: String {
        switch self {
        case .null, .absent: ""
        case .text(let text): text
        case .list(let values): values.map(\.cell).joined(separator: "; ")
        case .object(let members):
            members.map { "\($0.name) \($0.value.cell)" }.joined(separator: "; ")
        default: json
        }
    }

    private static func digits(_ value: Double) -> String {
        guard value.isFinite else { return "null" }
        return value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    }
}
