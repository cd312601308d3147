import ReportModel
import ReportIndex
import ReportQuery

/// What a search found (检索结果).
public struct SearchResult: Sendable {
    /// Best first.
    public let hits: [FoundPassage]
    /// Passages that have every word and satisfy every condition; hits may be fewer, or more when the best
    /// passages had to do without a word.
    public let matchCount: Int
    /// Words that no passage has.
    public let missingWords: [String]
    /// How the question was mended, for people.
    public let notes: [String]
}

/// A passage that a question found.
public struct FoundPassage: Sendable, Hashable {
    public let passage: Passage
    /// Comparable within one answer only.
    public let score: Double
    /// Matches as ranges of Unicode scalars of the passage's text, rising, apart.
    public let highlights: [Range<Int>]
    /// Near-identical passages that this one stands for.
    public let copies: Int
}

/// A passage of another report about the same work (可比段落).
public struct ComparablePassage: Sendable, Hashable {
    public let passage: Passage
    /// Comparable within one answer only.
    public let score: Double
    /// What both share, as ranges of Unicode scalars of the passage's text.
    public let highlights: [Range<Int>]
    /// What both share, and what differs, in one line for people.
    public let why: String
}

extension Library {
    /// Passages for a question in the query language, best first.
    ///
    /// ```swift
    /// let result = try library.search("\"两癌\"免费检查 年份:2018 类型:done", limit: 3)
    /// print(result.matchCount, result.hits.first?.passage.place ?? "–")
    /// ```
    ///
    /// - Parameters:
    ///   - question: plain words are wanted together; `"…"`, `-word`, `OR`, `NEAR(a b, 10)`, `word*` and filters
    ///     (`单位:`, `year:` …) as in the command line; may be empty when the filter asks something.
    ///   - filter: which passages are looked at.
    ///   - limit: hits given.
    ///   - time: after it the call fails; `nil` for no limit.
    /// - Throws: ``LibraryError`` for a question that cannot be understood, or when the index cannot be read.
    public func search(
        _ question: String, in filter: PassageFilter = PassageFilter(), limit: Int = 10,
        within time: Duration? = nil
    ) throws(LibraryError) -> SearchResult {
        try LibraryError.wrapping {
            let query = try filter.query(question)
            guard !query.isEmpty || !query.filter.isEmpty else {
                throw ReportError(
                    place: wording("检索式", "query"),
                    problem: wording("没有要找的词", "there is nothing to look for"))
            }
            var options = SearchOptions()
            options.limit = max(1, limit)
            let answer = try searching.search(
                query, options, in: try database.reading(within: time))
            return SearchResult(
                hits: answer.hits.map { hit in
                    FoundPassage(
                        passage: Passage(hit.passage), score: hit.score,
                        highlights: hit.highlights, copies: hit.copies.count)
                }, matchCount: answer.matchCount ?? 0, missingWords: answer.droppedWords,
                notes: answer.notes)
        }
    }

    /// Passages about the same work as a text, best first.
    ///
    /// ```swift
    /// for other in try library.similar(to: "为农村妇女免费做宫颈癌和乳腺癌检查", limit: 3) {
    ///     print(other.passage.report.unitName ?? "?", other.why)
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - text: a paragraph, of the index or not.
    ///   - source: the passage the text is: its report is left out.
    ///   - filter: which passages are looked at.
    ///   - limit: passages given.
    /// - Throws: ``LibraryError`` when the index cannot be read.
    public func similar(
        to text: String, from source: Passage? = nil, in filter: PassageFilter = PassageFilter(),
        limit: Int = 10
    ) throws(LibraryError) -> [ComparablePassage] {
        try LibraryError.wrapping {
            var options = SimilarOptions()
            options.limit = max(1, limit)
            filter.apply(to: &options.filter)
            if let source { options.exceptReports = [source.report.id] }
            let hits = try comparing.similar(to: text, options, in: try database.reading())
            return hits.map {
                ComparablePassage(
                    passage: Passage($0.passage), score: $0.score, highlights: $0.highlights,
                    why: $0.likeness.sentence)
            }
        }
    }
}
