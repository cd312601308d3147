/// The headline of one report within a compilation (分篇标题): … 篇1, 第一篇, 【篇一】, 范文1：….
struct PartHeading {
    /// How it is written; the reports of one compilation are headed alike.
    let style: String
    /// 0 for a label without a number: 【范文】.
    var number: Int
    /// Whether the label may as well head a table or a list: 附件1.
    let isAnnex: Bool
    /// The year in the headline: the publisher's label.
    let year: Int?

    /// `nil` when the line is no such headline. Only short lines without a full stop are.
    init?(_ text: String, words: StructureWords) {
        guard text.utf8.count <= 240 else { return nil }
        let scalars = text.unicodeScalars.map(\.value)
        let hasStop = scalars.contains { $0 == 0x3002 || $0 == 0xFF1B }
        guard scalars.count <= 70, !hasStop else { return nil }
        guard
            let found = Self.atEnd(scalars, words.partWords, words.reportWords)
                ?? Self.inside(scalars, words.partWords)
                ?? Self.atStart(scalars, words.partWords, "word first")
                ?? Self.atStart(scalars, words.annexWords, "annex")
        else { return nil }
        style = found.style
        isAnnex = found.style == "annex"
        number = found.number
        year = Self.year(in: scalars)
    }

    private typealias Found = (style: String, number: Int)

    private static let padding: Set<UInt32> = set(" \u{3000}\u{A0}：:）)】]》")
    private static let opening: Set<UInt32> = set(" \u{3000}\u{A0}（(【[《")

    private static func set(_ text: String) -> Set<UInt32> { Set(text.unicodeScalars.map(\.value)) }

    /// … 篇1, … 篇一）, … 第三篇, …总结（三）, …总结3
    private static func atEnd(
        _ scalars: [UInt32], _ parts: [[UInt32]], _ reports: [[UInt32]]
    ) -> Found? {
        var end = scalars.count
        while end > 0, padding.contains(scalars[end - 1]) { end -= 1 }
        if let number = Ordinal.any(scalars, endingAt: end) {
            var stem = end - number.count
            while stem > 0, opening.contains(scalars[stem - 1]) { stem -= 1 }
            for part in parts where scalars[..<stem].reversed().starts(with: part.reversed()) {
                // 材料一, alone, is the same as 材料一：….
                return (stem == part.count ? "word first" : "word and number", number.value)
            }
            // The same title with a number behind it.
            for word in reports where scalars[..<stem].reversed().starts(with: word.reversed()) {
                return ("title " + string(scalars[..<stem]), number.value)
            }
            return nil
        }
        guard end > 2, scalars[end - 1] == 0x7BC7,
            let number = Ordinal.any(scalars, endingAt: end - 1), end - 2 - number.count >= 0,
            scalars[end - 2 - number.count] == 0x7B2C
        else { return nil }
        return ("ordinal", number.value)
    }

    /// 年度工作总结 篇1 某馆2018年工作总结: the label stands between two titles.
    private static func inside(_ scalars: [UInt32], _ parts: [[UInt32]]) -> Found? {
        for place in scalars.indices.dropFirst(2) where opening.contains(scalars[place - 1]) {
            for part in parts where scalars[place...].starts(with: part) {
                let start = place + part.count
                guard let number = Ordinal.any(scalars, at: start) else { continue }
                let end = start + number.count
                if end + 2 < scalars.count, padding.contains(scalars[end]) {
                    return ("word and number", number.value)
                }
            }
        }
        return nil
    }

    /// 第一篇：…, 【篇一】…, 范文1：…
    private static func atStart(_ scalars: [UInt32], _ parts: [[UInt32]], _ style: String) -> Found?
    {
        var start = 0
        while start < scalars.count, opening.contains(scalars[start]) { start += 1 }
        guard start < scalars.count else { return nil }
        if scalars[start] == 0x7B2C, let number = Ordinal.any(scalars, at: start + 1),
            start + 1 + number.count < scalars.count,
            scalars[start + 1 + number.count] == 0x7BC7
        {
            return ends(scalars, start + 2 + number.count) ? ("ordinal first", number.value) : nil
        }
        for part in parts where scalars[start...].starts(with: part) {
            var position = start + part.count
            while position < scalars.count, scalars[position] == 0x20 { position += 1 }
            guard let number = Ordinal.any(scalars, at: position) else {
                // 【范文】 …
                let isLabel =
                    start > 0 && position < scalars.count && scalars[start - 1] == 0x3010
                    && scalars[position] == 0x3011
                if isLabel { return ("label", 0) }
                continue
            }
            if ends(scalars, position + number.count) { return (style, number.value) }
        }
        return nil
    }

    /// Whether the number and its brackets end at `position`.
    private static func ends(_ scalars: [UInt32], _ position: Int) -> Bool {
        position >= scalars.count || padding.contains(scalars[position])
            || scalars[position] == 0x3001 || scalars[position] == 0xFF0E
    }

    private static func string(_ scalars: ArraySlice<UInt32>) -> String {
        String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
    }

    /// The first year from 1949 to 2099 in a headline.
    static func year(in scalars: [UInt32]) -> Int? { years(in: scalars).first }

    /// The years from 1949 to 2099 that four figures write.
    static func years(in scalars: [UInt32]) -> [Int] {
        var years: [Int] = []
        var position = 0
        while position < scalars.count {
            var value = 0
            var end = position
            while end < scalars.count, let digit = Ordinal.digit(scalars[end]) {
                value = min(value * 10 + digit, 1_000_000)
                end += 1
            }
            if end - position == 4, (1949...2099).contains(value) { years.append(value) }
            position = max(end, position + 1)
        }
        return years
    }
}
