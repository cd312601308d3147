import Segmentation

/// How much of substance a paragraph holds (实在程度): counted things and length, not slogans.
enum Substance {
    /// From 0 to 1: three counted things and 150 characters are all that is asked.
    static func of(_ scalars: [UInt32]) -> Double {
        0.6 * min(1, Double(countedThings(scalars)) / 3) + 0.4 * min(1, Double(scalars.count) / 150)
    }

    /// Measure words, as they follow a number.
    private static let measures: [[UInt32]] = [
        "人", "名", "户", "件", "份", "次", "万元", "元", "场", "家", "个", "条", "册", "期", "台", "块", "对", "位", "项",
    ].map { Folding.standard.fold($0) }

    private static let numerals = Set(Folding.standard.fold("一二三四五六七八九十百千万两0123456789."))
    /// What stands in the place of a number that was masked.
    private static let masks = Set(Folding.standard.fold("x×*"))
    private static let approximations = Set(Folding.standard.fold("余多"))

    /// Numbers, written or masked, with a measure word after them. O(length).
    private static func countedThings(_ scalars: [UInt32]) -> Int {
        var count = 0
        var position = 0
        while position < scalars.count {
            guard numerals.contains(scalars[position]) || masks.contains(scalars[position]) else {
                position += 1
                continue
            }
            while position < scalars.count,
                numerals.contains(scalars[position]) || masks.contains(scalars[position])
            {
                position += 1
            }
            if position < scalars.count, approximations.contains(scalars[position]) { position += 1 }
            // 万 was taken as part of the number: 万元 is left as 元.
            if measures.contains(where: { scalars[position...].starts(with: $0) }) { count += 1 }
        }
        return count
    }
}
