import ReportIndex
import ReportModel

/// How a search is to be answered (检索选项).
package struct SearchOptions: Sendable {
    package enum Order: String, Sendable, CaseIterable {
        case relevance, source, year
    }

    package enum Grouping: String, Sendable, CaseIterable {
        case report, unit
    }

    package var limit = 10
    /// Pages of `limit` hits, from 1.
    package var page = 1
    /// Hits left out before the first page.
    package var offset = 0
    package var order = Order.relevance
    package var grouping: Grouping?
    /// Whether near-identical copies are listed under the first.
    package var foldsCopies = true
    /// Whether the passages with every word are counted; costs more than the first ten hits.
    package var countsMatches = true
    package var wantsFacets = false
    /// Whether only the words as written count: no synonyms, no long forms of abbreviations.
    package var exactWords = false

    package init() {}

    /// Hits before the page.
    var start: Int { hits(of: page - 1) }

    /// Hits up to the end of the page.
    var end: Int { hits(of: page) }

    private func hits(of pages: Int) -> Int {
        let (paged, isTooLarge) = max(0, limit).multipliedReportingOverflow(by: max(0, pages))
        let (hits, isFurther) = paged.addingReportingOverflow(max(0, offset))
        return isTooLarge || isFurther ? .max : hits
    }
}

/// What a search found (检索结果).
package struct SearchAnswer: Sendable {
    package var hits: [Hit] = []
    /// Passages that have every word and satisfy every condition; `nil` when not counted.
    package var matchCount: Int?
    /// Of these, passages whose words stand there only across other words; `nil` when not counted.
    package var cutCount: Int?
    /// Lines set aside as noise that have every word, counted where the matches fill no page; 0 where noise
    /// was asked for.
    package var noiseCount = 0
    /// Words that no passage has, or that the best hits had to do without.
    package var droppedWords: [String] = []
    /// Terms of the index near a word that found nothing.
    package var suggestions: [(word: String, near: [String])] = []
    /// When nothing is found: filters without which something is, and how many passages.
    package var blockers: [(field: FilterField, count: Int)] = []
    package var facets: Facets?
    package var notes: [String] = []
    /// What the question was understood to ask.
    package var question = Question()
}

/// One passage found.
package struct Hit: Sendable {
    package var rank: Int
    package let score: Double
    package let passage: Passage
    /// Matches as ranges of scalars of the passage's text, rising, apart.
    package let highlights: [Range<Int>]
    /// Words of the question the passage has; with `~` before a substitute.
    package let matched: [String]
    /// Whether the passage has every word of the question.
    package let hasEveryWord: Bool
    /// Whether its words stand there only across other words: 童工 in 儿童工作.
    package let cutsWords: Bool
    /// The beginning of what stands under a heading that was found; `nil` for other passages.
    package var following: String?
    /// Near-identical passages that this one stands for.
    package var copies: [Int64] = []
    /// Further hits of the same report or unit, when hits are grouped.
    package var further = 0
    /// Whether it has no word of the question and is near it in meaning only.
    package let isByMeaning: Bool
    /// How the score came about: names of parts and what they are worth.
    package let parts: [(name: String, value: Double)]
}

/// How many matches fall to each unit, year, topic and kind (分面计数).
package struct Facets: Sendable {
    package struct Count: Sendable, Hashable {
        /// A name, a year or an id; `nil` when it is unknown.
        package let value: String?
        package let count: Int
    }

    package var units: [Count] = []
    package var years: [Count] = []
    package var topics: [Count] = []
    package var kinds: [Count] = []
    /// Passages counted.
    package var base = 0
}
