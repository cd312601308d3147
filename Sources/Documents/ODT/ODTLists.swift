/// The list styles of an OpenDocument text (列表样式) and the counters while it is read.
struct ODTLists {
    typealias Level = WordNumbering.Level

    private(set) var styles: [String: [Int: Level]] = [:]
    /// The last number of each level, per list style.
    private var counters: [String: [Int: Int]] = [:]
    private var style: String?
    private var textStyle: String?
    /// Styles of text or paragraphs that are bold.
    private(set) var boldStyles: Set<String> = []
    /// Styles of text that is not shown.
    private(set) var hiddenStyles: Set<String> = []
    /// The fonts of text styles that draw symbols, and the families that font names stand for.
    private(set) var symbolFonts: [String: String] = [:]
    private var families: [String: String] = [:]
    private var level: Int?

    /// The style of headings outside lists.
    static let outline = "(outline)"

    init() {}

    /// Takes an element of a style definition.
    mutating func define(_ name: String, _ attributes: MarkupAttributes) {
        switch name {
        case "style:font-face":
            families[attributes["style:name"] ?? ""] = attributes["svg:font-family"]
        case "style:style": textStyle = attributes["style:name"]
        case "style:text-properties":
            if attributes["text:display"] == "none", let textStyle {
                hiddenStyles.insert(textStyle)
            }
            if let font = attributes["style:font-name"], let textStyle {
                let family = families[font] ?? font
                if SymbolFonts.standard.isSymbolic(family) { symbolFonts[textStyle] = family }
            }
            let weight = attributes["style:font-weight-asian"] ?? attributes["fo:font-weight"]
            if weight == "bold" || weight == "700", let textStyle { boldStyles.insert(textStyle) }
        case "text:list-style": style = attributes["style:name"]
        case "text:outline-style": style = Self.outline
        case "text:list-level-style-number", "text:list-level-style-bullet",
            "text:list-level-style-image", "text:outline-level-style":
            guard let style, let number = attributes["text:level"].flatMap({ Int($0) }),
                (1...10).contains(number)
            else { return }
            level = number - 1
            styles[style, default: [:]][number - 1] = Self.level(number, name, attributes)
        case "style:list-level-label-alignment":
            guard let style, let level, let follow = attributes["text:label-followed-by"] else {
                return
            }
            styles[style]?[level]?.suffix = follow
        default: break
        }
    }

    private static func level(_ number: Int, _ name: String, _ attributes: MarkupAttributes)
        -> Level
    {
        var level = Level()
        level.start = attributes["text:start-value"].flatMap { Int($0) } ?? 1
        let format = attributes["style:num-format"] ?? ""
        let isNumber = name.hasSuffix("number") || name.hasPrefix("text:outline")
        guard isNumber, !format.isEmpty else {
            level.format = "bullet"
            return level
        }
        level.format = formats[format.unicodeScalars.first.map { String($0) } ?? ""] ?? "decimal"
        if let text = attributes["loext:num-list-format"] {
            level.text = marks(in: text)
        } else {
            let shown = attributes["text:display-levels"].flatMap { Int($0) } ?? 1
            let places = (max(1, number - shown + 1)...number).map { "%\($0)" }
            level.text =
                (attributes["style:num-prefix"] ?? "") + places.joined(separator: ".")
                + (attributes["style:num-suffix"] ?? "")
        }
        return level
    }

    /// By the first character of the sample that stands for the format.
    private static let formats = [
        "1": "decimal", "i": "lowerRoman", "I": "upperRoman", "a": "lowerLetter",
        "A": "upperLetter", "一": "chineseCountingThousand", "壹": "chineseLegalSimplified",
        "壱": "japaneseLegal", "甲": "ideographTraditional", "子": "ideographZodiac",
        "①": "decimalEnclosedCircle", "１": "decimalFullWidth", "〇": "ideographDigital",
    ]

    /// `（%2%）` as `（%2`）.
    private static func marks(in text: String) -> String {
        var result = ""
        var isOpen = false
        for scalar in text.unicodeScalars {
            if scalar == "%" {
                if !isOpen { result += "%" }
                isOpen.toggle()
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A list begins anew.
    mutating func restart(_ style: String) { counters[style] = nil }

    /// Counts an item of the list `style` and gives its number's text.
    ///
    /// - Parameters:
    ///   - override: The style that this item is written in, when not the list's own.
    ///   - start: The number that the item itself asks for.
    mutating func next(_ style: String, override: String?, level: Int, start: Int?) -> String {
        let levels = styles[override ?? style] ?? [:]
        guard let rule = levels[level] else { return "" }
        var counts = counters[style] ?? [:]
        counts[level] = start ?? counts[level].map { $0 &+ 1 } ?? rule.start
        for deeper in (level + 1)..<11 { counts[deeper] = nil }
        for above in 0..<level where counts[above] == nil {
            counts[above] = levels[above]?.start ?? 1
        }
        counters[style] = counts
        return WordNumbering.text(of: rule, counts: counts, levels: levels)
    }
}
