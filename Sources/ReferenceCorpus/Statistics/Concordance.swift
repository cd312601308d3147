import ReportIndex
import ReportModel
import ReportQuery
import Segmentation

/// A word in its contexts, line under line (语境共现索引, KWIC).
package struct Concordance: Sendable {
    package struct Line: Sendable {
        package let passage: Passage
        /// Where the match stands in the passage's text, in scalars.
        package let range: Range<Int>
        /// The text on both sides, whole, and the match as it is written.
        package let left: String
        package let match: String
        package let right: String
    }

    package enum Order: String, Sendable, CaseIterable {
        /// By path and line.
        case source
        /// By the words before the match, the nearest first.
        case left
        /// By the words after it.
        case right
        case unit, year
    }

    package let lines: [Line]
    /// Matches in all, before sampling and cutting off.
    package let count: Int
    /// Passages with a match.
    package let passageCount: Int

    /// A match before its passage is read.
    private struct Hit: Sendable {
        let ordinal: Int
        let range: Range<Int>
        /// Folded scalars the lines are sorted by.
        let key: [UInt32]
    }

    /// Scalars of context that sorting looks at.
    private static let sortReach = 24

    /// - Parameters:
    ///   - query: its texts are looked for as they are written, in the passages it asks for.
    ///   - sample: a random choice of so many lines, drawn with `seed`; `nil` for all.
    /// - Throws: `ReportError`.
    package init(
        _ query: Query, corpus: CorpusIndex, within passages: PassageSet?, order: Order,
        limit: Int, sample: Int? = nil, seed: UInt64 = 1
    ) throws(ReportError) {
        var set = try corpus.passages(query)
        if let passages { set.formIntersection(passages) }
        let search = TextSearch(query.texts)
        let parts = try PassageScan(corpus: corpus, passages: set).run {
            [Hit]()
        } _: { hits, passage in
            for range in search.ranges(in: passage.scalars) {
                hits.append(
                    Hit(
                        ordinal: passage.ordinal, range: range,
                        key: Self.key(order, passage.scalars, range)))
            }
        }
        var hits = parts.flatMap { $0 }
        count = hits.count
        passageCount = Set(hits.map(\.ordinal)).count
        if let sample, sample < hits.count { hits = Self.sample(hits, sample, seed, corpus) }
        hits = Self.sorted(hits, order, corpus)
        let chosen = hits.prefix(limit)
        var read: [Int64: Passage] = [:]
        for passage in try corpus.reading.passages(
            Set(chosen.map(\.ordinal)).sorted().map(corpus.index.passage))
        {
            read[passage.id] = passage
        }
        lines = chosen.compactMap { hit in
            read[corpus.index.passage(at: hit.ordinal)].map { Self.line($0, hit.range) }
        }
    }

    private static func key(_ order: Order, _ scalars: [UInt32], _ range: Range<Int>) -> [UInt32] {
        switch order {
        case .left:
            scalars[..<range.lowerBound].suffix(sortReach).reversed().filter(IndexTerms.isWord)
        case .right:
            scalars[range.upperBound...].prefix(sortReach).filter(IndexTerms.isWord)
        default: []
        }
    }

    private static func sample(_ hits: [Hit], _ count: Int, _ seed: UInt64, _ corpus: CorpusIndex)
        -> [Hit]
    {
        let keyed = hits.map { hit -> (UInt64, Int, Int, Hit) in
            let report = corpus.reports[corpus.index.columns.reports[hit.ordinal]]
            var draw = seed
            for byte in (report?.summary.path ?? "").utf8 {
                draw = WordTable.join(draw, UInt64(byte))
            }
            draw = WordTable.join(draw, UInt64(hit.range.lowerBound))
            for scalar in hit.key.prefix(4) { draw = WordTable.join(draw, UInt64(scalar)) }
            return (draw, hit.ordinal, hit.range.lowerBound, hit)
        }
        return keyed.sorted { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }.prefix(count).map(\.3)
    }

    private static func sorted(_ hits: [Hit], _ order: Order, _ corpus: CorpusIndex) -> [Hit] {
        let columns = corpus.index.columns
        let keyed = hits.map { hit -> (String, [UInt32], Int, Hit) in
            let report = corpus.reports[columns.reports[hit.ordinal]]
            let group: String
            switch order {
            case .unit: group = report?.unitKey.label ?? "\u{10FFFF}"
            case .year:
                let year = Int(columns.years[hit.ordinal])
                group = String(year == 0 ? 9999 : year)
            default: group = ""
            }
            return (group, hit.key, report?.order ?? .max, hit)
        }
        return keyed.sorted { left, right in
            if left.0 != right.0 { return left.0 < right.0 }
            if left.1 != right.1 { return left.1.lexicographicallyPrecedes(right.1) }
            if left.2 != right.2 { return left.2 < right.2 }
            if left.3.ordinal != right.3.ordinal { return left.3.ordinal < right.3.ordinal }
            return left.3.range.lowerBound < right.3.range.lowerBound
        }.map(\.3)
    }

    private static func line(_ passage: Passage, _ range: Range<Int>) -> Line {
        let scalars = Array(passage.text.unicodeScalars)
        let whole = range.clamped(to: 0..<scalars.count)
        return Line(
            passage: passage, range: whole, left: text(scalars[..<whole.lowerBound]),
            match: text(scalars[whole]), right: text(scalars[whole.upperBound...]))
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }
}
