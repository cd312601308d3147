import Vocabulary

/// What the characters of symbol fonts mean (符号字体): a Wingdings `þ` is a ticked box.
struct SymbolFonts: Sendable {
    /// Stands for a symbol that is not known, as printers' geta mark does for a missing type.
    static let unknown = "〓"

    static let standard: SymbolFonts = {
        // A user's file that cannot be read is told of by the vocabularies that must be read.
        let own = (try? VocabularyFile.user("symbol-fonts.txt")) ?? nil
        return SymbolFonts(
            (VocabularyFile.embedded("symbol-fonts.txt") ?? "") + "\n" + (own ?? ""))
    }()

    private var meanings: [String: [UInt32: String]] = [:]

    /// - Parameter text: Lines of a font's name without spaces and pairs of code and character.
    init(_ text: String) {
        for line in text.splitLines() where !line.hasPrefix("#") {
            let fields = line.split(separator: " ")
            guard let font = fields.first?.lowercased() else { continue }
            for index in stride(from: 1, to: fields.count - 1, by: 2) {
                guard let code = UInt32(fields[index], radix: 16) else { continue }
                meanings[font, default: [:]][code] = String(fields[index + 1])
            }
        }
    }

    /// Whether a font draws symbols in place of letters.
    func isSymbolic(_ font: String?) -> Bool { font.map { meanings[Self.key($0)] != nil } ?? false }

    /// The character meant; `nil` when it is not known.
    ///
    /// - Parameters:
    ///   - code: The character's code, in the font or in the area of private use that starts at F000.
    ///   - font: The font's name; `nil` where the format does not tell.
    func meaning(of code: UInt32, in font: String?) -> String? {
        let code = (0xF000...0xF0FF).contains(code) ? code - 0xF000 : code
        let own = font.flatMap { meanings[Self.key($0)] }
        if let meaning = own?[code] { return meaning }
        // The Symbol font keeps digits and punctuation where they are.
        if let own, own[0x61] == "α", (0x20..<0x7F).contains(code) {
            return Unicode.Scalar(code).map { String($0) }
        }
        return own == nil ? meanings["*"]?[code] : nil
    }

    private static func key(_ font: String) -> String {
        font.lowercased().filter { $0 != " " && $0 != "\"" && $0 != "'" }
    }

    /// Text set in `font` with the characters of symbol fonts as those meant; `unknown` counts the others.
    func meant(_ text: String, font: String?, unknown: inout Int) -> String {
        let isSymbolic = isSymbolic(font)
        func isSymbol(_ value: UInt32) -> Bool {
            (0xF000...0xF0FF).contains(value) || (isSymbolic && value > 0x20 && value < 0x100)
        }
        guard text.unicodeScalars.contains(where: { isSymbol($0.value) }) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if !isSymbol(scalar.value) {
                result.unicodeScalars.append(scalar)
            } else if let meaning = meaning(of: scalar.value, in: font) {
                result += meaning
            } else if scalar.value < 0x7F {
                result.unicodeScalars.append(scalar)
            } else if scalar.value != 0xF020, scalar.value != 0xA0 {
                unknown += 1
                result += Self.unknown
            }
        }
        return result
    }
}

extension DocumentFlow {
    /// Adds text set in `font`: characters of symbol fonts become those meant, unknown ones are counted.
    mutating func append(_ text: String, font: String?) {
        append(SymbolFonts.standard.meant(text, font: font, unknown: &unknownSymbols))
    }
}
