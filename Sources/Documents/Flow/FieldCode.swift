/// The text that only a field's code holds (域代码): Word keeps enclosed characters (带圈字符) and the
/// reading aids (拼音指南) of old files as EQ fields without a result.
struct FieldCode {
    private var scalars: Substring.UnicodeScalarView
    private static let depthLimit = 16
    private var depth = 0

    private init(_ code: Substring) { scalars = code.unicodeScalars }

    /// The first word of a code, in capitals: `EQ`, `TOC`, `PAGEREF`.
    static func kind(_ code: String) -> String {
        code.split(whereSeparator: { $0 == " " || $0 == "\\" || $0 == "\t" }).first
            .map { $0.uppercased() } ?? ""
    }

    /// The text that an EQ field shows; `nil` for other fields.
    static func text(of code: String) -> String? {
        guard kind(code) == "EQ" else { return nil }
        var parser = FieldCode(code.trimmedStart().dropFirst(2))
        let text = parser.sequence(endings: []).trimmed()
        return text.isEmpty ? nil : text
    }

    /// Text and switches up to one of the `endings`, which is left.
    private mutating func sequence(endings: Set<Unicode.Scalar>) -> String {
        var result = ""
        while let scalar = scalars.first, !endings.contains(scalar) {
            scalars.removeFirst()
            guard scalar == "\\" else {
                result.unicodeScalars.append(scalar)
                continue
            }
            guard let next = scalars.first else { break }
            if next == "*" {
                passFormat()
            } else if next.properties.isAlphabetic, next.isASCII, depth < Self.depthLimit {
                depth += 1
                result += element()
                depth -= 1
            } else {
                scalars.removeFirst()
                result.unicodeScalars.append(next)
            }
        }
        return result
    }

    /// `\* jc2`, `\* "Font:宋体"`: how the field looks.
    private mutating func passFormat() {
        scalars.removeFirst()
        passBlanks()
        if scalars.first == "\"" {
            scalars.removeFirst()
            while let scalar = scalars.popFirst(), scalar != "\"" {}
        } else {
            while let scalar = scalars.first, !scalar.isBlank, scalar != "\\" {
                scalars.removeFirst()
            }
        }
        passBlanks()
    }

    private mutating func passBlanks() {
        while scalars.first?.isBlank == true { scalars.removeFirst() }
    }

    /// `\o\ac(○,一)` after its first mark: a letter, its options, its arguments.
    private mutating func element() -> String {
        var name = ""
        while let scalar = scalars.first, scalar != "(", scalar != ",", scalar != ")" {
            if scalar == "\\", scalars.dropFirst().first == "*" { break }
            name.unicodeScalars.append(scalar)
            scalars.removeFirst()
        }
        guard scalars.first == "(" else { return "" }
        scalars.removeFirst()
        var arguments: [String] = []
        while true {
            arguments.append(sequence(endings: [",", ";", "，", ")"]).trimmed())
            guard let end = scalars.popFirst(), end != ")" else { break }
        }
        switch name.unicodeScalars.first {
        // Set over one another: the last is the text, the others a frame or its reading.
        case "o", "O": return arguments.last { !$0.isEmpty } ?? ""
        case "f", "F": return arguments.joined(separator: "/")
        case "r", "R": return "√" + (arguments.last ?? "")
        default: return arguments.joined()
        }
    }
}
