/// Takes a format's code apart (格式代码).
struct CellFormatReader {
    private var rest: Substring
    private var section = CellFormat.Section()
    private static let limit = 1_000

    init(_ code: String) { rest = code.prefix(Self.limit) }

    mutating func sections() -> [CellFormat.Section] {
        var sections: [CellFormat.Section] = []
        while let character = rest.popFirst() {
            if character == ";" {
                sections.append(ended())
                if sections.count == 4 { return sections }
            } else {
                take(character)
            }
        }
        sections.append(ended())
        return sections
    }

    private mutating func ended() -> CellFormat.Section {
        defer { section = CellFormat.Section() }
        section.pieces = Self.withMinutes(section.pieces)
        return section
    }

    private mutating func take(_ character: Character) {
        switch character {
        case "\"":
            append(literal: String(rest.prefix { $0 != "\"" }))
            rest = rest.drop { $0 != "\"" }.dropFirst()
        case "\\", "!": if let next = rest.popFirst() { append(literal: String(next)) }
        // The width of a character, and one that fills the cell.
        case "_": if rest.popFirst() != nil { append(literal: " ") }
        case "*": _ = rest.popFirst()
        case "[": bracket()
        case "0", "#", "?": section.pieces.append(.digit(character))
        case ".": section.pieces.append(.point)
        case ",": section.pieces.append(.comma)
        case "%": section.pieces.append(.percent)
        case "@": section.pieces.append(.text)
        case "/": section.pieces.append(isAfterDigit ? .slash : .literal("/"))
        case "E" where rest.first == "+" || rest.first == "-", "e" where rest.first == "+":
            rest.removeFirst()
            let digits = rest.prefix { $0 == "0" || $0 == "#" }.count
            rest = rest.dropFirst(digits)
            section.pieces.append(.exponent(digits: digits))
        default: word(character)
        }
    }

    private var isAfterDigit: Bool {
        if case .digit = section.pieces.last { true } else { false }
    }

    /// General, halves of the day, and letters of dates; anything else is as it stands.
    private mutating func word(_ character: Character) {
        let whole = String(character) + rest
        for name in ["AM/PM", "A/P", "上午/下午"] where whole.uppercased().hasPrefix(name) {
            rest = rest.dropFirst(name.count - 1)
            section.pieces.append(.time(name))
            return
        }
        if whole.lowercased().hasPrefix("general") {
            rest = rest.dropFirst(6)
            section.pieces.append(.general)
        } else if whole.hasPrefix("G/通用格式") {
            rest = rest.dropFirst(5)
            section.pieces.append(.general)
        } else if let letter = character.lowercased().first, "ymdhseagb".contains(letter) {
            let run = rest.prefix { $0.lowercased().first == letter }.count
            rest = rest.dropFirst(run)
            section.pieces.append(.time(String(repeating: letter, count: run + 1)))
        } else {
            append(literal: String(character))
        }
    }

    /// `[h]`, `[红色]`, `[$-804]`, `[$¥-804]`, `[DBNum1]`, `[>=100]`.
    private mutating func bracket() {
        let content = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(content.count).dropFirst()
        let name = content.lowercased()
        if let letter = name.first, "hms".contains(letter), name.allSatisfy({ $0 == letter }) {
            section.pieces.append(.elapsed(String(letter)))
        } else if name.hasPrefix("dbnum") {
            section.chinese = name.dropFirst(5).first?.wholeNumberValue ?? 0
        } else if content.hasPrefix("$") {
            append(literal: String(content.dropFirst().prefix { $0 != "-" }))
        } else if let first = name.first, "<>=".contains(first) {
            let comparison = content.prefix { "<>=".contains($0) }
            if let limit = Double(content.dropFirst(comparison.count)) {
                section.condition = CellFormat.Condition(
                    comparison: String(comparison), limit: limit)
            }
        }
    }

    private mutating func append(literal text: String) {
        if !text.isEmpty { section.pieces.append(.literal(text)) }
    }

    /// `m` is a minute after hours and before seconds.
    private static func withMinutes(_ pieces: [CellFormat.Piece]) -> [CellFormat.Piece] {
        var pieces = pieces
        let places = pieces.indices.filter {
            switch pieces[$0] {
            case .time(let name): !name.contains("/")
            case .elapsed: true
            default: false
            }
        }
        func letter(_ place: Int?) -> Character? {
            switch place.map({ pieces[$0] }) {
            case .time(let name), .elapsed(let name): name.first
            default: nil
            }
        }
        for (index, place) in places.enumerated() {
            guard case .time(let name) = pieces[place], name.first == "m", name.count < 3 else {
                continue
            }
            let before = letter(index > 0 ? places[index - 1] : nil)
            let after = letter(index + 1 < places.count ? places[index + 1] : nil)
            if before == "h" || after == "s" {
                pieces[place] = .time(name.count == 1 ? "minute" : "minutes")
            }
        }
        return pieces
    }
}
