import ReferenceCorpus
import ReportModel

/// One row of machine-readable output: names and values, in the order they are printed (输出行).
struct OutputRow {
    struct Field {
        let name: String
        let value: OutputValue
    }

    private(set) var fields: [Field] = []

    mutating func add(_ name: String, _ value: OutputValue) {
        fields.append(Field(name: name, value: value))
    }

    mutating func add(_ name: String, _ value: String?) {
        add(name, value.map { .text($0) } ?? .null)
    }

    mutating func add(_ name: String, _ value: Int?) {
        add(name, value.map { .integer($0) } ?? .null)
    }

    mutating func add(_ name: String, _ values: [String]) {
        add(name, .list(values.map { .text($0) }))
    }
}

/// A value of a row, with the text of its JSON.
indirect enum OutputValue {
    case null
    /// Left out of JSON, an empty cell in a table.
    case absent
    case text(String)
    case integer(Int)
    case number(Double)
    case flag(Bool)
    case list([OutputValue])
    case object(OutputRow)

    /// JSON (RFC 8259), characters beyond ASCII as they are.
    func write(to json: inout String) {
        switch self {
        case .null, .absent: json += "null"
        case .integer(let value): json += String(value)
        case .flag(let value): json += value ? "true" : "false"
        case .text(let text): json += JSONWriting.string(text)
        case .number(let value):
            if !value.isFinite {
                json += "null"
            } else if value == value.rounded(), abs(value) < 1e15 {
                json += String(Int(value))
            } else {
                json += String(value)
            }
        case .list(let values):
            json += "["
            for (index, value) in values.enumerated() {
                if index > 0 { json += ", " }
                value.write(to: &json)
            }
            json += "]"
        case .object(let row):
            json += "{"
            var isFirst = true
            for field in row.fields {
                if case .absent = field.value { continue }
                if !isFirst { json += ", " }
                isFirst = false
                json += JSONWriting.string(field.name)
                json += ": "
                field.value.write(to: &json)
            }
            json += "}"
        }
    }

    /// The value as one cell of a table: lists joined, objects as JSON.
    var cell: String {
        switch self {
        case .null, .absent: return ""
        case .text(let text): return text
        case .list(let values)
        where !values.contains { if case .object = $0 { true } else { false } }:
            return values.map(\.cell).joined(separator: "; ")
        default:
            var json = ""
            write(to: &json)
            return json
        }
    }
}
