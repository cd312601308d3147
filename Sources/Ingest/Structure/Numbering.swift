import Documents

/// The number a line opens with (标题序号): 一、 （一） 1. （1） 第一章 ①.
struct Numbering: Hashable, Sendable {
    /// Level 1 一、 2 （一） 3 1. 4 （1); `nil` for ① and 第一，, which have no place of their own.
    var level: Int?
    /// Where it stands among all forms: small is outer.
    var rank: Int
    var value: Int
    /// Bytes up to the words, the white space behind the number included.
    var length: Int

    /// The rank of ①.
    static let circledRank = 150
    /// The rank of 第一， among the items of a section, and where it opens the sections themselves.
    static let ordinalRank = 125
    static let chapterRank = 105

    /// Whether some number opens the bytes at `position`; looks at its form alone.
    static func opens(_ bytes: Span<UInt8>, at position: Int) -> Bool {
        parse(bytes, at: position, words: nil) != nil
    }

    /// The number that opens the bytes at `start`.
    ///
    /// `words` tells enumerations (一、二季度) and names (三、八节) from headings. Decimals (5.12, 1.5万),
    /// years and file numbers are no headings by their form.
    ///
    /// - Parameter isShort: the line is short and has no stop, or is bold as a whole: there 一，… and
    ///   `一 …` are numbers too.
    static func parse(
        _ bytes: Span<UInt8>, at start: Int = 0, words: StructureWords?, isShort: Bool = false
    ) -> Numbering? {
        var position = start
        while position < bytes.count {
            let length = WhiteSpace.length(bytes, at: position)
            if length == 0 { break }
            position += length
        }
        guard position < bytes.count, mayOpen(bytes, position) else { return nil }
        if let words, words.notNumbers.stand(in: bytes, at: position) { return nil }
        let head = Head(bytes, from: position)
        guard var form = form(head, words) ?? (isShort ? loose(head) : nil) else { return nil }
        var end = head.offsets[form.length]
        while end < bytes.count {
            let length = WhiteSpace.length(bytes, at: end)
            if length == 0 { break }
            end += length
        }
        guard end < bytes.count else { return nil }
        form.length = end - start
        return form
    }

    /// The number in any of the forms that need no heading's shape.
    private static func form(_ head: Head, _ words: StructureWords?) -> Numbering? {
        if let form = parenthesised(head) ?? single(head) ?? ordinal(head) { return form }
        if let form = decimal(head, words) ?? plain(head, words) { return form }
        return roman(head) ?? letter(head) ?? mark(head) ?? stem(head)
            ?? volume(head)
    }

    /// Whether the first character is one that numbers begin with.
    private static func mayOpen(_ bytes: Span<UInt8>, _ position: Int) -> Bool {
        let byte = bytes[position]
        if byte < 0x80 {
            return byte == 0x28 || (0x30...0x39).contains(byte) || (0x41...0x49).contains(byte)
                || byte == 0x56 || byte == 0x58
        }
        guard byte >= 0xE0, byte < 0xF0, position + 2 < bytes.count else { return false }
        let scalar =
            UInt32(byte & 0x0F) << 12 | UInt32(bytes[position + 1] & 0x3F) << 6
            | UInt32(bytes[position + 2] & 0x3F)
        return scalar == 0x7B2C || scalar == 0xFF08 || (0x2460...0x249B).contains(scalar)
            || scalar == 0x3010 || stems.contains(scalar)
            || volumes.contains(scalar) || scalar == 0x3014 || scalar == 0xFF0A || scalar == 0x203B
            || (0x2160...0x216B).contains(scalar)
            || (0x25A0...0x25EF).contains(scalar) || (0x2605...0x2606).contains(scalar)
            || (0x3220...0x3229).contains(scalar) || (0x2776...0x277F).contains(scalar)
            || Ordinal.chinese(scalar) != nil || Ordinal.digit(scalar) != nil
    }

    /// The first scalars of a line and where they begin; one more offset than scalars.
    struct Head {
        var scalars: [UInt32] = []
        var offsets: [Int] = []

        init(_ bytes: Span<UInt8>, from start: Int) {
            scalars.reserveCapacity(12)
            offsets.reserveCapacity(13)
            var position = start
            while position < bytes.count, scalars.count < 12 {
                let byte = bytes[position]
                let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
                guard position + length <= bytes.count else { break }
                var scalar = UInt32(byte)
                if length > 1 { scalar &= 0xFF >> UInt32(length + 1) }
                for offset in 1..<max(1, length) {
                    scalar = scalar << 6 | UInt32(bytes[position + offset] & 0x3F)
                }
                offsets.append(position)
                scalars.append(scalar)
                position += length
            }
            offsets.append(position)
        }

        subscript(_ index: Int) -> UInt32 { index < scalars.count ? scalars[index] : 0 }
    }

    static let commas: Set<UInt32> = scalars("、．.")
    private static let looseMarks: Set<UInt32> = scalars("，,：: \u{3000}\t")
    private static let closing: Set<UInt32> = scalars("）)")

    private static func scalars(_ text: String) -> Set<UInt32> {
        Set(text.unicodeScalars.map(\.value))
    }

    /// （一） (1) ①
    private static func parenthesised(_ head: Head) -> Numbering? {
        let first = head[0]
        if first == 0x3010 || first == 0x3014 { return bracketed(head) }
        guard first == 0x28 || first == 0xFF08 else { return nil }
        let isChinese = Ordinal.chinese(head[1]) != nil
        guard let number = Ordinal.any(head.scalars, at: 1), number.value < 100,
            closing.contains(head[1 + number.count])
        else { return nil }
        var length = 2 + number.count
        // （一）、 is seen as well.
        if commas.contains(head[length]) { length += 1 }
        return Numbering(
            level: isChinese ? 2 : 4, rank: isChinese ? 120 : 140, value: number.value,
            length: length)
    }

    /// 【一】 〔一〕
    private static func bracketed(_ head: Head) -> Numbering? {
        guard let number = Ordinal.chinese(head.scalars, at: 1),
            head[1 + number.count] == head[0] + 1
        else { return nil }
        return Numbering(level: 1, rank: 110, value: number.value, length: 2 + number.count)
    }

    /// Numbers that are one character: ① ⑴ ⒈ ㈠ ❶; a mark may follow.
    private static func single(_ head: Head) -> Numbering? {
        let first = head[0]
        let length = commas.contains(head[1]) ? 2 : 1
        func numbering(_ level: Int?, _ rank: Int, from start: UInt32) -> Numbering {
            Numbering(level: level, rank: rank, value: Int(first - start) + 1, length: length)
        }
        switch first {
        case 0x2460...0x2473: return numbering(nil, circledRank, from: 0x2460)
        case 0x2474...0x2487: return numbering(4, 140, from: 0x2474)
        case 0x2488...0x249B: return numbering(3, 130, from: 0x2488)
        case 0x2776...0x277F: return numbering(nil, circledRank, from: 0x2776)
        case 0x3220...0x3229: return numbering(2, 120, from: 0x3220)
        default: return nil
        }
    }

    /// Ⅰ、 IV. and the like.
    private static func roman(_ head: Head) -> Numbering? {
        var value = 0
        var length = 1
        if (0x2160...0x216B).contains(head[0]) {
            value = Int(head[0] - 0x215F)
            if head[length] == 0x20 || head[length] == 0x3000 || head[length] == 0xFF1A {
                return Numbering(level: 1, rank: 110, value: value, length: length + 1)
            }
        } else {
            var letters = ""
            while letters.count < 5, let letter = Unicode.Scalar(head[letters.count]),
                [0x49, 0x56, 0x58].contains(head[letters.count])
            {
                letters.unicodeScalars.append(letter)
            }
            guard let place = romans.firstIndex(of: letters) else { return nil }
            value = place + 1
            length = letters.count
        }
        guard commas.contains(head[length]),
            head[length + 1].isHan || head[length + 1] == 0x20
                || Ordinal.digit(head[length + 1]) != nil && !isDecimal(head, length)
        else { return nil }
        return Numbering(level: 1, rank: 110, value: value, length: length + 1)
    }

    private static let romans = [
        "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII",
    ]

    /// 2.1　…, 2.1.3 …: figures with points, and white space behind.
    private static func decimal(_ head: Head, _ words: StructureWords?) -> Numbering? {
        guard let first = Ordinal.arabic(head.scalars, at: 0), (1...20).contains(first.value) else {
            return nil
        }
        var position = first.count
        var parts = 1
        var value = 0
        while head[position] == 0x2E || head[position] == 0xFF0E,
            let next = Ordinal.arabic(head.scalars, at: position + 1), (1...30).contains(next.value)
        {
            parts += 1
            value = next.value
            position += 1 + next.count
        }
        guard parts == 2 || parts == 3 else { return nil }
        var end = position
        while [0x20, 0x3000, 0x09].contains(head[end]) { end += 1 }
        guard end > position, head[end].isHan || head[end] == 0x300A || head[end] == 0x201C,
            !measures.contains(head[end])
        else { return nil }
        return Numbering(
            level: parts == 2 ? 2 : 3, rank: parts == 2 ? 122 : 132, value: value, length: end)
    }

    /// What a decimal number counts: 2.1 万元.
    private static let measures = scalars("万亿元倍公里平方米吨个人户场期次名件亩")

    /// 第一章 第二部分 第三节, and 第一，
    private static func ordinal(_ head: Head) -> Numbering? {
        guard head[0] == 0x7B2C, let number = Ordinal.any(head.scalars, at: 1) else { return nil }
        let next = 1 + number.count
        switch head[next] {
        case 0x7AE0, 0x7F16:  // 章 编
            return Numbering(level: 1, rank: 104, value: number.value, length: next + 1)
        case 0x7BC7 where head[next + 1] == 0x7AE0:  // 篇章
            return Numbering(level: 1, rank: 104, value: number.value, length: next + 2)
        case 0x90E8 where head[next + 1] == 0x5206:  // 部分
            let length = [0xFF0C, 0x3001, 0xFF1A, 0x3A].contains(head[next + 2]) ? 3 : 2
            return Numbering(level: 1, rank: 104, value: number.value, length: next + length)
        case 0x8282 where head[next + 1] == 0x20 || head[next + 1] == 0x3000:  // 节
            return Numbering(level: 2, rank: 106, value: number.value, length: next + 1)
        case 0x3001, 0xFF0C, 0x2C:
            return Numbering(level: nil, rank: ordinalRank, value: number.value, length: next + 1)
        default: return nil
        }
    }

    /// 一、 1. 1、 1）
    private static func plain(_ head: Head, _ words: StructureWords?) -> Numbering? {
        if let number = Ordinal.chinese(head.scalars, at: 0) {
            // 一 、
            let isSpaced = head[number.count] == 0x20 && head[number.count + 1] == 0x3001
            if isSpaced {
                return Numbering(level: 1, rank: 110, value: number.value, length: number.count + 2)
            }
            let mark = head[number.count]
            if closing.contains(mark) {
                return Numbering(level: 2, rank: 120, value: number.value, length: number.count + 1)
            }
            guard commas.contains(mark), !isEnumeration(head, number, words) else { return nil }
            return Numbering(level: 1, rank: 110, value: number.value, length: number.count + 1)
        }
        guard let number = Ordinal.arabic(head.scalars, at: 0) else { return nil }
        let mark = head[number.count]
        if closing.contains(mark) {
            return Numbering(level: 4, rank: 140, value: number.value, length: number.count + 1)
        }
        guard commas.contains(mark), !isDecimal(head, number.count) else { return nil }
        return Numbering(level: 3, rank: 130, value: number.value, length: number.count + 1)
    }

    /// 一，… and `一 …`, which only a heading's shape makes numbers; so does a tab.
    private static func loose(_ head: Head) -> Numbering? {
        if Ordinal.digit(head[0]) != nil { return spaced(head) }
        guard let number = Ordinal.chinese(head.scalars, at: 0),
            looseMarks.contains(head[number.count])
        else { return nil }
        return Numbering(level: 1, rank: 110, value: number.value, length: number.count + 1)
    }

    /// 一、二季度: the next number follows, and before a word that is counted.
    private static func isEnumeration(
        _ head: Head, _ number: Ordinal.Parsed, _ words: StructureWords?
    ) -> Bool {
        guard let words, let next = Ordinal.chinese(head.scalars, at: number.count + 1),
            next.value > number.value
        else { return false }
        let end = number.count + 1 + next.count
        if head[end] == 0x3001 { return next.value == number.value + 1 }
        let rest = head.scalars[min(end, head.scalars.count)...].compactMap(Unicode.Scalar.init)
        let tail = Array(String(String.UnicodeScalarView(rest)).utf8)
        return next.value == number.value + 1 && words.enumerationUnits.stand(in: tail, at: 0)
    }

    /// 5.12, 1.5万, 1、2号楼: a digit right behind, unless it begins a year.
    private static func isDecimal(_ head: Head, _ count: Int) -> Bool {
        guard Ordinal.digit(head[count + 1]) != nil else { return false }
        let isYear =
            head[count + 1] == 0x32 && head[count + 2] == 0x30 && head[count + 5] == 0x5E74
        return !isYear
    }
}
