/// How a list writes its numbers (编号样式), by the names of Office Open XML.
enum ListNumber {
    /// `value` in the format; `nil` for a bullet or no number. Unknown formats count in digits.
    static func text(_ value: Int, format: String) -> String? {
        switch format {
        case "bullet", "none": nil
        case "chineseCountingThousand", "japaneseCounting", "taiwaneseCountingThousand",
            "japaneseDigitalTenThousand", "koreanCounting":
            chinese(value)
        case "chineseCounting", "taiwaneseCounting":
            value < 100 ? chinese(value) : digits(value, "〇一二三四五六七八九")
        case "ideographDigital", "taiwaneseDigital", "koreanDigital2":
            digits(value, "〇一二三四五六七八九")
        case "chineseLegalSimplified": legal(value, simplified: true)
        case "japaneseLegal", "ideographLegalTraditional": legal(value, simplified: false)
        case "ideographTraditional": cycle(value, "甲乙丙丁戊己庚辛壬癸")
        case "ideographZodiac": cycle(value, "子丑寅卯辰巳午未申酉戌亥")
        case "decimalZero": value < 10 ? "0\(value)" : String(value)
        case "decimalFullWidth", "decimalFullWidth2": digits(value, "０１２３４５６７８９")
        case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
            enclosed(value, from: 0x2460, upTo: 20)
        case "decimalEnclosedParen": enclosed(value, from: 0x2474, upTo: 20)
        case "decimalEnclosedFullstop": enclosed(value, from: 0x2488, upTo: 20)
        case "ideographEnclosedCircle": enclosed(value, from: 0x3280, upTo: 10)
        case "upperRoman": roman(value)
        case "lowerRoman": roman(value).lowercased()
        case "upperLetter": letters(value, from: 0x41)
        case "lowerLetter": letters(value, from: 0x61)
        default: String(value)
        }
    }

    /// 一, 十二, 二十, 一百零三: the way people count.
    static func chinese(_ value: Int) -> String {
        counted(value, digits: "零一二三四五六七八九", units: ["", "十", "百", "千"], short: true)
    }

    private static func legal(_ value: Int, simplified: Bool) -> String {
        counted(
            value, digits: simplified ? "零壹贰叁肆伍陆柒捌玖" : "零壹貳參肆伍陸柒捌玖",
            units: ["", "拾", "佰", "仟"], short: false)
    }

    private static func counted(_ value: Int, digits: String, units: [String], short: Bool)
        -> String
    {
        guard value > 0, value < 10_000 else { return String(value) }
        let names = digits.unicodeScalars.map { String($0) }
        var result = ""
        var skipped = false
        for (place, unit) in units.enumerated().reversed() {
            let digit = value / power(place) % 10
            if digit == 0 {
                skipped = !result.isEmpty
                continue
            }
            if skipped { result += names[0] }
            skipped = false
            // 十二, not 一十二, but 一百一十二.
            if !(short && digit == 1 && place == 1 && result.isEmpty) { result += names[digit] }
            result += unit
        }
        return result
    }

    private static func power(_ place: Int) -> Int {
        (0..<place).reduce(1) { value, _ in value * 10 }
    }

    private static func digits(_ value: Int, _ names: String) -> String {
        let names = names.unicodeScalars.map { String($0) }
        return String(value).utf8.map { byte in
            byte >= 0x30 && byte <= 0x39 ? names[Int(byte) - 0x30] : "-"
        }.joined()
    }

    private static func cycle(_ value: Int, _ names: String) -> String {
        let names = Array(names.unicodeScalars)
        return value > 0 ? String(names[(value - 1) % names.count]) : String(value)
    }

    private static func enclosed(_ value: Int, from first: UInt32, upTo limit: Int) -> String {
        guard value > 0, value <= limit, let scalar = Unicode.Scalar(first + UInt32(value) - 1)
        else { return String(value) }
        return String(scalar)
    }

    private static func roman(_ value: Int) -> String {
        guard value > 0, value < 4_000 else { return String(value) }
        var rest = value
        var result = ""
        for (amount, name) in [
            (1_000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
            (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ] {
            while rest >= amount {
                result += name
                rest -= amount
            }
        }
        return result
    }

    /// a … z, aa, bb …: the letter is repeated, as word processors do.
    private static func letters(_ value: Int, from first: UInt32) -> String {
        guard value > 0, value <= 780, let scalar = Unicode.Scalar(first + UInt32((value - 1) % 26))
        else { return String(value) }
        return String(repeating: String(scalar), count: (value - 1) / 26 + 1)
    }

    /// The number and the gap before the text. Wide punctuation (一、 （一）) needs none.
    static func spaced(_ number: String, suffix: String) -> String {
        guard suffix != "nothing", let last = number.unicodeScalars.last else { return number }
        let closes = last.isWide && !last.properties.isIdeographic
        return closes || last.isBlank ? number : number + " "
    }
}
