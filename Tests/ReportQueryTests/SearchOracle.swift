import ReportIndex
import ReportModel
import Segmentation
import TestSupport

@testable import ReportQuery

/// The passages of the shared index with their folded texts, and the naive answers that search is held to.
struct SearchOracle: Sendable {
    struct Entry: Sendable {
        let passage: Passage
        let scalars: [UInt32]
    }

    let reading: IndexReading
    /// Everything but noise.
    let entries: [Entry]

    private static let made = Result { try SearchOracle() }

    static func shared() throws -> SearchOracle { try made.get() }

    private init() throws {
        reading = try TestIndex.corpus().open()
        var entries: [Entry] = []
        try reading.forEachPassage { passage in
            guard passage.role != .noise else { return }
            let scalars = Folding.standard.fold(passage.text)
            entries.append(Entry(passage: passage, scalars: scalars))
        }
        self.entries = entries
    }

    func ids(where holds: (Entry) -> Bool) -> Set<Int64> {
        Set(entries.filter(holds).map(\.passage.id))
    }

    func ids(containing text: String) -> Set<Int64> {
        let needle = Folding.standard.fold(text)
        return ids { Self.contains(needle, $0.scalars) }
    }

    /// Written anew, so that it shares no fault with the code under test.
    static func contains(_ needle: [UInt32], _ text: [UInt32]) -> Bool {
        guard let head = needle.first, text.count >= needle.count else { return false }
        let last = text.count - needle.count
        return text.withUnsafeBufferPointer { text in
            var start = 0
            while start <= last {
                if text[start] == head, text[start..<start + needle.count].elementsEqual(needle) {
                    return true
                }
                start += 1
            }
            return false
        }
    }

    /// A random piece of a random passage, as written.
    func piece(_ random: inout SeededRandom, longest: Int = 8) -> String {
        let entry = entries[random.below(entries.count)]
        let scalars = Array(entry.passage.text.unicodeScalars)
        let length = min(scalars.count, 1 + random.below(longest))
        let start = random.below(scalars.count - length + 1)
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[start..<start + length])
        return String(view)
    }

    static func query(_ clauses: Query.Clause..., excluding excluded: [Query.Clause] = []) -> Query
    {
        var query = Query()
        query.clauses = clauses
        query.excluded = excluded
        return query
    }

    /// All passages an engine lists for a query, copies one by one.
    static func all(_ query: Query, _ engine: Searcher, limit: Int = 5000) throws
        -> Set<Int64>
    {
        var options = SearchOptions()
        options.limit = limit
        options.foldsCopies = false
        return Set(try engine.search(query, options).hits.map(\.passage.id))
    }
}

/// A search engine with the reading it answers from.
struct Searcher {
    let engine: SearchEngine
    let reading: IndexReading

    init(_ reading: IndexReading) throws {
        engine = try SearchEngine()
        self.reading = reading
    }

    func search(_ query: Query, _ options: SearchOptions = SearchOptions()) throws -> SearchAnswer {
        try engine.search(query, options, in: reading)
    }
}
