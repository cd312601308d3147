/// The number or sign that opens an item of a list: 一是, （二）, 3., ①, ● (列表序号).
enum ListMarker {
    /// Where the words begin behind the markers and spaces at `start`; `start` itself without one.
    static func end(at start: Int, before limit: Int, in scalars: ArraySlice<UInt32>) -> Int {
        var index = start
        while index < limit {
            let next = one(at: index, before: limit, in: scalars)
            guard next > index else { break }
            index = next
        }
        return index
    }

    private static func one(at start: Int, before limit: Int, in scalars: ArraySlice<UInt32>) -> Int
    {
        let first = scalars[start]
        if isOrnament(first) { return start + 1 }
        if first == 0x28 {
            let end = number(at: start + 1, before: limit, in: scalars)
            guard end > start + 1, end < limit, scalars[end] == 0x29 else { return start }
            return end + 1
        }
        let ordinal = first == 0x7B2C || first == 0x5176  // 第一, 其一
        let end = number(at: ordinal ? start + 1 : start, before: limit, in: scalars)
        guard end > start + (ordinal ? 1 : 0), end - start <= 4 else { return start }
        if ordinal { return end == limit || scalars[end] == 0x3001 ? min(limit, end + 1) : start }
        guard end < limit else { return start }
        switch scalars[end] {
        case 0x662F, 0x8981:  // 一是, 一要
            return isChinese(first) ? end + 1 : start
        case 0x3001, 0x29:
            return isSeries(at: end + 1, before: limit, in: scalars) ? start : end + 1
        case 0x2E:
            let isDecimal = end + 1 < limit && isDigit(scalars[end + 1])
            return isDecimal ? start : end + 1
        default:
            return start
        }
    }

    private static func number(at start: Int, before limit: Int, in scalars: ArraySlice<UInt32>)
        -> Int
    {
        var end = start
        while end < limit, end - start < 3, isDigit(scalars[end]) || isChinese(scalars[end]) {
            end += 1
        }
        return end
    }

    /// 一、二季度: the number belongs to the words behind it.
    private static func isSeries(at index: Int, before limit: Int, in scalars: ArraySlice<UInt32>)
        -> Bool
    {
        index + 1 < limit && isChinese(scalars[index])
            && [0x5B63, 0x6708, 0x671F, 0x697C, 0x7EBF].contains(scalars[index + 1])
    }

    private static func isDigit(_ scalar: UInt32) -> Bool { scalar >= 0x30 && scalar <= 0x39 }

    private static func isChinese(_ scalar: UInt32) -> Bool { chinese.contains(scalar) }

    private static let chinese = Set("一二三四五六七八九十".unicodeScalars.map(\.value))

    /// ①, bullets, Markdown's signs, spaces.
    private static func isOrnament(_ scalar: UInt32) -> Bool {
        (0x2460...0x249B).contains(scalar) || ornaments.contains(scalar)
    }

    private static let ornaments = Set("●◆■★▲△○◎·•※#*>－—- \t\u{3000}".unicodeScalars.map(\.value))
}
