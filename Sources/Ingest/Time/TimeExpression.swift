/// A time that a text speaks of (时间表达): 2018年, 去年, 近三年来, 2016年至2018年, 截至2019年底.
struct TimeExpression: Equatable {
    /// Which years it means.
    enum Years: Equatable {
        /// Named years, both ends included: one year, 2016年至2018年, 十三五期间.
        case named(ClosedRange<Int>)
        /// Years from the report's own: 去年 is -1.
        case offset(Int)
        /// That many years up to the report's own: 近三年来.
        case recent(Int)
        /// From a named year until now: 自2015年以来.
        case since(Int)
        /// From a year so far from the report's own until now: 去年以来.
        case sinceOffset(Int)
    }

    /// What the time is there for.
    enum Part: Equatable {
        /// When something was or is done.
        case time
        /// What something is compared with: 比去年, 去年同期.
        case comparison
        /// When a state was told: 截至2019年底.
        case state
    }

    let years: Years
    let part: Part
    /// Where it stands, in scalars of the text that was read, the words around it included.
    let range: Range<Int>

    /// The years meant, both ends included.
    ///
    /// - Parameter report: the report's own year; `nil` when unknown.
    /// - Returns: `nil` when they follow from the report's year and that is unknown.
    func resolve(report: Int?) -> ClosedRange<Int>? {
        switch years {
        case .named(let years): return years
        case .offset(let offset): return report.map { $0 + offset...$0 + offset }
        case .recent(let count): return report.map { $0 - count + 1...$0 }
        case .since(let first): return report.flatMap { first <= $0 ? first...$0 : nil }
        case .sinceOffset(let offset): return report.map { min($0, $0 + offset)...$0 }
        }
    }

    /// Whether it means more than one year.
    var isLong: Bool {
        switch years {
        case .named(let years): years.count > 1
        case .offset: false
        case .recent(let count): count > 1
        case .since: true
        case .sinceOffset(let offset): offset < 0
        }
    }
}
