import ReportModel

/// A row of almanac.yml (大事年表): words, and the years in which a report can speak so.
struct AlmanacRow: Decodable, Sendable {
    /// How much a row says.
    enum Strength: String, Decodable, Sendable {
        /// An event of the year itself.
        case event
        /// A limit only: not before, not after.
        case bound
    }

    /// A numbered day or anniversary: year = base + step * N.
    struct Ordinal: Decodable, Sendable {
        /// Words after the number: 第N + 个三八.
        let before: [String]?
        /// Words before the number: 建党 + N周年.
        let after: [String]?
        let first, last: Int?
    }

    let any, not: [String]?
    let from, to: Int?
    let `is`: Strength
    let law: Int?
    /// The year in which the congress was held.
    let held: Int?
    let ordinal: Ordinal?
    let base, step: Int?
    let plenum: String?
    let years: [Int]?
    let means: String
    let source: String

    /// What makes the row unusable; `nil` when nothing does.
    var problem: String? {
        if ordinal != nil { return base == nil ? wording("缺 base", "base is missing") : nil }
        if plenum != nil { return years == nil ? wording("缺 years", "years is missing") : nil }
        if any == nil { return wording("缺 any", "any is missing") }
        if from == nil, to == nil { return wording("缺 from 和 to", "from and to are missing") }
        if let from, let to, from > to {
            return wording("from 晚于 to", "from is later than to")
        }
        return nil
    }

    /// The year of the N-th day or anniversary; `nil` when there is none.
    func year(ofNumber number: Int) -> Int? {
        guard let ordinal, let base, number >= ordinal.first ?? 1,
            number <= ordinal.last ?? 999
        else { return nil }
        let year = base + (step ?? 1) * number
        return (1950...2049).contains(year) ? year : nil
    }
}
