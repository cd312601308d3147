/// How a spreadsheet shows a value (单元格格式; ECMA-376 part 1, 18.8.31): up to four sections, for positive and
/// negative numbers, zero and text.
struct CellFormat: Sendable, Hashable {
    /// A piece of a section's code.
    enum Piece: Sendable, Hashable {
        case literal(String)
        /// `0`, `#` or `?`: a digit that is always shown, only when it counts, or as a blank.
        case digit(Character)
        case point
        case comma
        case percent
        /// `E+` and its digits.
        case exponent(digits: Int)
        case slash
        case general
        /// `@`: the cell's text.
        case text
        /// `yyyy`, `mm`, `上午/下午` …; `minute` in place of `m` between hours and seconds.
        case time(String)
        /// `[h]`: hours that do not end at 24.
        case elapsed(String)
    }

    /// The part of the code for some values.
    struct Section: Sendable, Hashable {
        var pieces: [Piece] = []
        /// `[>=10000]`: which values it is for.
        var condition: Condition?
        /// `[DBNum1]`, `[DBNum2]`: numbers in Chinese, in the plain or the formal characters.
        var chinese = 0

        var isDate: Bool {
            pieces.contains {
                switch $0 {
                case .time, .elapsed: true
                default: false
                }
            }
        }

        var isGeneral: Bool {
            pieces.allSatisfy {
                switch $0 {
                case .general, .literal: true
                default: false
                }
            }
        }
    }

    struct Condition: Sendable, Hashable {
        var comparison: String
        var limit: Double

        func holds(for value: Double) -> Bool {
            switch comparison {
            case "<": value < limit
            case "<=": value <= limit
            case ">": value > limit
            case ">=": value >= limit
            case "=": value == limit
            default: value != limit
            }
        }
    }

    private var sections: [Section] = []

    static let general = CellFormat(code: "General")

    /// - Parameter code: As in the file: `#,##0.00`, `yyyy"年"m"月"d"日"`.
    init(code: String) {
        guard code.lowercased() != "general" else { return }
        var reader = CellFormatReader(code)
        sections = reader.sections()
    }

    /// The codes that files name by number alone, as Chinese programs show them.
    init(builtIn number: Int) {
        self = Self.builtIn[number].map { CellFormat(code: $0) } ?? .general
    }

    private static let builtIn: [Int: String] = [
        1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "¥#,##0;¥-#,##0", 6: "¥#,##0;¥-#,##0",
        7: "¥#,##0.00;¥-#,##0.00", 8: "¥#,##0.00;¥-#,##0.00", 9: "0%", 10: "0.00%",
        11: "0.00E+00", 12: "# ?/?", 13: "# ??/??", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm",
        17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss",
        22: "yyyy/m/d h:mm", 27: "yyyy年m月", 28: "m月d日", 29: "m月d日", 30: "yyyy-m-d",
        31: "yyyy年m月d日", 32: "h时mm分", 33: "h时mm分ss秒", 34: "上午/下午h时mm分",
        35: "上午/下午h时mm分ss秒", 36: "yyyy年m月", 37: "#,##0;-#,##0", 38: "#,##0;-#,##0",
        39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00", 41: "#,##0;-#,##0;-",
        42: "¥#,##0;¥-#,##0;¥-", 43: "#,##0.00;-#,##0.00;-", 44: "¥#,##0.00;¥-#,##0.00;¥-",
        45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 50: "yyyy年m月", 51: "m月d日",
        52: "yyyy年m月", 53: "m月d日", 54: "m月d日", 55: "上午/下午h时mm分", 56: "上午/下午h时mm分ss秒",
        57: "yyyy年m月", 58: "m月d日",
    ]

    /// A number as the sheet shows it.
    ///
    /// - Parameter is1904: Days count from 1904, as files of old Macs do.
    func text(_ value: Double, is1904: Bool = false) -> String {
        guard value.isFinite else { return "" }
        guard let (section, isBare) = section(for: value) else { return CellNumber.general(value) }
        if section.isDate {
            guard value >= 0, value < 2_958_466 else { return CellNumber.general(value) }
            return CellDate(value, is1904: is1904).text(section).trimmed()
        }
        // A section for negative numbers has their sign in it, if any.
        let sign = value < 0 && isBare ? "-" : ""
        let text = CellNumber(section).text(abs(value)).trimmed()
        return text.contains { $0.isNumber && $0 != "0" } ? sign + text : text
    }

    /// The cell's own text as the sheet shows it.
    func text(_ text: String) -> String {
        guard let section = sections.last, section.pieces.contains(.text) else { return text }
        return section.pieces.map { piece in
            switch piece {
            case .text: text
            case .literal(let words): words
            default: ""
            }
        }.joined().trimmed()
    }

    /// The section for a number, and whether a minus sign is to be put before what it gives.
    private func section(for value: Double) -> (Section, isBare: Bool)? {
        var numeric = sections
        if numeric.count == 4 || numeric.last?.pieces.contains(.text) == true {
            numeric.removeLast()
        }
        guard let first = numeric.first else { return nil }
        if numeric.contains(where: { $0.condition != nil }) {
            let chosen = numeric.first { $0.condition?.holds(for: value) ?? true }
            return (chosen ?? numeric.last ?? first, true)
        }
        switch numeric.count {
        case 1: return (first, true)
        case 2: return value < 0 ? (numeric[1], false) : (first, true)
        default:
            return value < 0 ? (numeric[1], false) : value == 0 ? (numeric[2], true) : (first, true)
        }
    }
}
