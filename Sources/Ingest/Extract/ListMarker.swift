/// The number or sign that opens an item of a list: 一是, （二）, 3., ①, ● (列表序号).
enum ListMarker {
    /// Where the words begin behind the markers and spaces at `start`; `start` itself without one.
    static func end(at start: Int, before limit: Int, in text: borrowing FoldedText) -> Int {
        var index = start
        while index < limit {
            let next = one(at: index, before: limit, in: text)
            guard next > index else { break }
            index = next
        }
        return index
    }

    private static func one(at start: Int, before limit: Int, in text: borrowing FoldedText) -> Int
    {
        let first = text.scalars[start]
        if isOrnament(first) { return start + 1 }
        if first == 0x28 {
            let end = number(at: start + 1, before: limit, in: text)
            guard end > start + 1, end < limit, text.scalars[end] == 0x29 else { return start }
            return end + 1
        }
        let ordinal = first == 0x7B2C || first == 0x5176  // 第一, 其一
        let end = number(at: ordinal ? start + 1 : start, before: limit, in: text)
        guard end > start + (ordinal ? 1 : 0), end - start <= 4 else { return start }
        if ordinal {
            return end == limit || text.scalars[end] == 0x3001 ? min(limit, end + 1) : start
        }
        guard end < limit else { return start }
        switch text.scalars[end] {
        case 0x662F, 0x8981:  // 一是, 一要
            return isChinese(first) ? end + 1 : start
        case 0x3001, 0x29:
            return isSeries(at: end + 1, before: limit, in: text) ? start : end + 1
        case 0x2E:
            let isDecimal = end + 1 < limit && isDigit(text.scalars[end + 1])
            return isDecimal ? start : end + 1
        default:
            return start
        }
    }

    private static func number(at start: Int, before limit: Int, in text: borrowing FoldedText)
        -> Int
    {
        var end = start
        while end < limit, end - start < 3 {
            guard isDigit(text.scalars[end]) || isChinese(text.scalars[end]) else { break }
            end += 1
        }
        return end
    }

    /// 一、二季度: the number belongs to the words behind it.
    private static func isSeries(at index: Int, before limit: Int, in text: borrowing FoldedText)
        -> Bool
    {
        index + 1 < limit && isChinese(text.scalars[index])
            && series.contains(text.scalars[index + 1])
    }

    private static func isDigit(_ scalar: UInt32) -> Bool { scalar >= 0x30 && scalar <= 0x39 }

    private static func isChinese(_ scalar: UInt32) -> Bool { chinese.contains(scalar) }

    private static let series = ScalarSet("季月期楼线年级")
    private static let chinese = ScalarSet("一二三四五六七八九十")

    /// ①, bullets, Markdown's signs, spaces.
    private static func isOrnament(_ scalar: UInt32) -> Bool {
        (0x2460...0x249B).contains(scalar) || ornaments.contains(scalar)
    }

    private static let ornaments = ScalarSet("●◆■★▲△○◎·•※#*>－—- \t\u{3000}")
}
