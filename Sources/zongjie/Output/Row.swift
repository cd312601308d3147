import ReportModel

/// One row of machine-readable output: names and values, in the order they are printed (输出行).
struct OutputRow {
    private(set) var fields: [(name: String, value: OutputValue)] = []

    mutating func add(_ name: String, _ value: OutputValue) {
        fields.append((name, value))
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
    case text(String)
    case integer(Int)
    case number(Double)
    case flag(Bool)
    case list([OutputValue])
    case object(OutputRow)

    /// JSON (RFC 8259), characters beyond ASCII as they are.
    func write(to json: inout String) {
        switch self {
        case .null: json += "null"
        case .integer(let value): json += String(value)
        case .flag(let value): json += value ? "true" : "false"
        case .text(let text): Self.write(text, to: &json)
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
            for (index, field) in row.fields.enumerated() {
                if index > 0 { json += ", " }
                Self.write(field.name, to: &json)
                json += ": "
                field.value.write(to: &json)
            }
            json += "}"
        }
    }

    private static func write(_ text: String, to json: inout String) {
        json += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": json += "\\\""
            case "\\": json += "\\\\"
            case "\n": json += "\\n"
            case "\r": json += "\\r"
            case "\t": json += "\\t"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let hex = String(scalar.value, radix: 16)
                json += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: json.unicodeScalars.append(scalar)
            }
        }
        json += "\""
    }

    /// The value as one cell of a table: lists joined, objects as JSON.
    var cell: String {
        switch self {
        case .null: return ""
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
