/// The lists of a Word 97-2003 file (自动编号; MS-DOC 2.9.131, 2.9.148), in the shape that .docx
/// gives them.
enum DocLists {
    /// - Parameters:
    ///   - lists: Where the table stream has the lists; WPS Office puts them at 0.
    ///   - overrides: Where it has the instances of lists, which paragraphs name by number from 1.
    static func numbering(table: ByteReader, lists: Int, overrides: Int?) -> WordNumbering {
        var numbering = WordNumbering()
        let count = table.word(lists)
        guard count <= 4_096 else { return numbering }
        var place = lists + 2 + 28 * count
        for number in 0..<count {
            let list = lists + 2 + 28 * number
            let isSimple = table.byte(list + 26) & 1 == 1
            var abstract = WordNumbering.Abstract()
            for level in 0..<(isSimple ? 1 : 9) {
                var rule = self.level(table, &place)
                let style = table.word(list + 8 + 2 * level)
                if style != 0xFFF { rule.style = String(style) }
                abstract.levels[level] = rule
            }
            numbering.abstracts[String(table.signed(list))] = abstract
        }
        if let overrides { readInstances(&numbering, table, overrides) }
        return numbering
    }

    private static func readInstances(
        _ numbering: inout WordNumbering, _ table: ByteReader, _ overrides: Int
    ) {
        let count = table.long(overrides)
        guard count <= 4_096 else { return }
        var place = overrides + 4 + 16 * count
        for number in 0..<count {
            let entry = overrides + 4 + 16 * number
            var instance = WordNumbering.Instance()
            instance.abstract = String(table.signed(entry))
            place += 4
            for _ in 0..<min(9, table.byte(entry + 12)) where place < table.count {
                let flags = table.long(place + 4)
                let level = flags & 0xF
                let start = table.signed(place)
                place += 8
                if flags & 0x20 != 0 {
                    instance.levels[level] = self.level(table, &place)
                } else if flags & 0x10 != 0 {
                    instance.starts[level] = start
                }
            }
            numbering.instances[String(number + 1)] = instance
        }
    }

    /// Reads one level and moves `place` behind it.
    private static func level(_ table: ByteReader, _ place: inout Int) -> WordNumbering.Level {
        var level = WordNumbering.Level()
        level.start = table.signed(place)
        level.format = format(table.byte(place + 4))
        let flags = table.byte(place + 5)
        level.isLegal = flags & 0x04 != 0
        if flags & 0x08 != 0 { level.restart = table.byte(place + 26) }
        level.suffix = ["tab", "space", "nothing"][min(2, table.byte(place + 15))]
        place += 28 + table.byte(place + 24) + table.byte(place + 25)
        let length = min(table.word(place), 255)
        // Characters below 9 stand for the number of that level.
        for index in 0..<length {
            let unit = table.word(place + 2 + 2 * index)
            if unit < 9 {
                level.text += "%\(unit + 1)"
            } else if let scalar = Unicode.Scalar(UInt32(unit)) {
                level.text.unicodeScalars.append(scalar)
            }
        }
        place += 2 + 2 * table.word(place)
        return level
    }

    static func format(_ number: Int) -> String { formats[number] ?? "decimal" }

    /// The numbering formats of MS-OSHARED 2.2.1.3 by the names of Office Open XML.
    private static let formats = [
        0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter",
        0x0A: "ideographDigital", 0x0B: "japaneseCounting", 0x0E: "decimalFullWidth",
        0x10: "japaneseLegal", 0x11: "japaneseDigitalTenThousand", 0x12: "decimalEnclosedCircle",
        0x13: "decimalFullWidth2", 0x16: "decimalZero", 0x17: "bullet",
        0x1A: "decimalEnclosedFullstop", 0x1B: "decimalEnclosedParen",
        0x1C: "decimalEnclosedCircleChinese", 0x1D: "ideographEnclosedCircle",
        0x1E: "ideographTraditional", 0x1F: "ideographZodiac", 0x21: "taiwaneseCounting",
        0x22: "ideographLegalTraditional", 0x23: "taiwaneseCountingThousand",
        0x24: "taiwaneseDigital", 0x25: "chineseCounting", 0x26: "chineseLegalSimplified",
        0x27: "chineseCountingThousand", 0x28: "ideographDigital", 0xFF: "none",
    ]
}
