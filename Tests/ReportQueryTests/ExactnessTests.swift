import ReportIndex
import ReportModel
import Segmentation
import TestSupport
import Testing

@testable import ReportQuery

@Suite struct ExactnessTests {
    @Test func `six hundred random substrings are found where a scan finds them`() throws {
        let oracle = try SearchOracle.shared()
        let engine = try Searcher(oracle.reading)
        var random = SeededRandom(2)
        var options = SearchOptions()
        options.limit = 1
        for _ in 0..<600 {
            let piece = oracle.piece(&random)
            let total = try engine.search(SearchOracle.query(.phrase(piece)), options).matchCount
            #expect(total == oracle.ids(containing: piece).count, "“\(piece)”")
        }
    }

    @Test func `a quoted phrase lists every passage, whatever the limit`() throws {
        let oracle = try SearchOracle.shared()
        let engine = try Searcher(oracle.reading)
        var random = SeededRandom(3)
        for round in 0..<60 {
            let piece = round == 0 ? "3个" : oracle.piece(&random, longest: 5)
            let ids = oracle.ids(containing: piece)
            // Short of a hundred the ranked candidates must do; they must not forget any.
            for limit in [ids.count, max(ids.count, 101)] {
                var options = SearchOptions()
                options.limit = limit
                options.foldsCopies = false
                options.countsMatches = round.isMultiple(of: 2)
                let hits = try engine.search(SearchOracle.query(.phrase(piece)), options).hits
                #expect(Set(hits.map(\.passage.id)) == ids, "“\(piece)” limit \(limit)")
                #expect(hits.count == ids.count)
            }
        }
    }

    @Test func `pages cut the list without loss or repetition`() throws {
        let oracle = try SearchOracle.shared()
        let engine = try Searcher(oracle.reading)
        for text in ["妇女", "，", "3个"] {
            var seen: [Int64] = []
            var options = SearchOptions()
            options.foldsCopies = false
            options.limit = 30
            while options.page < 60 {
                let hits = try engine.search(SearchOracle.query(.phrase(text)), options).hits
                if hits.isEmpty { break }
                #expect(hits.map(\.rank) == Array(seen.count + 1...seen.count + hits.count))
                seen += hits.map(\.passage.id)
                options.page += 1
            }
            #expect(Set(seen).count == seen.count, "“\(text)” repeats")
            #expect(Set(seen) == oracle.ids(containing: text), "“\(text)”")
        }
    }

    @Test func `query syntax with quotation marks means the phrase`() throws {
        let oracle = try SearchOracle.shared()
        let engine = try Searcher(oracle.reading)
        var random = SeededRandom(4)
        var options = SearchOptions()
        options.limit = 1
        var tried = 0
        while tried < 60 {
            let piece = oracle.piece(&random)
            if piece.unicodeScalars.contains(where: { "\"“”＂".unicodeScalars.contains($0) }) {
                continue
            }
            tried += 1
            let query = try QueryParser.parse("\"\(piece)\"")
            #expect(query.clauses == [.phrase(piece)])
            #expect(
                try engine.search(query, options).matchCount == oracle.ids(containing: piece).count)
        }
    }

    @Test func `prefix, exclusion and alternatives agree with scans`() throws {
        let oracle = try SearchOracle.shared()
        let engine = try Searcher(oracle.reading)
        var random = SeededRandom(5)
        for _ in 0..<25 {
            let first = oracle.piece(&random, longest: 3)
            let second = oracle.piece(&random, longest: 3)
            let (one, two) = (oracle.ids(containing: first), oracle.ids(containing: second))
            #expect(
                try SearchOracle.all(
                    SearchOracle.query(.any([.phrase(first), .words(second)])), engine)
                    == one.union(two), "\(first) OR \(second)")
            #expect(
                try SearchOracle.all(
                    SearchOracle.query(.phrase(first), excluding: [.phrase(second)]), engine)
                    == one.subtracting(two), "\(first) -\(second)")
            #expect(
                try SearchOracle.all(SearchOracle.query(.phrase(first), .phrase(second)), engine)
                    == one.intersection(two), "\(first) \(second)")
            #expect(
                try SearchOracle.all(SearchOracle.query(excluding: [.phrase(second)]), engine)
                    == Set(oracle.entries.map(\.passage.id)).subtracting(two), "-\(second)")
        }
        for prefix in ["2", "20", "201", "e", "P", "ap", "妇", "微", "1.", "０"] {
            let needle = Folding.standard.fold(prefix)
            let expected = oracle.ids { entry in
                let text = entry.scalars
                guard text.count >= needle.count else { return false }
                return (0...text.count - needle.count).contains { start in
                    guard text[start..<start + needle.count].elementsEqual(needle) else {
                        return false
                    }
                    if IndexTerms.isHan(needle[0]) || start == 0 { return true }
                    let before = text[start - 1]
                    return !IndexTerms.isWord(before) || IndexTerms.isHan(before)
                }
            }
            #expect(
                try SearchOracle.all(SearchOracle.query(.prefix(prefix)), engine) == expected,
                "\(prefix)*")
        }
    }

    @Test func `NEAR finds texts within a distance, in either order`() throws {
        let oracle = try SearchOracle.shared()
        let engine = try Searcher(oracle.reading)
        var random = SeededRandom(6)
        for _ in 0..<40 {
            let texts = [oracle.piece(&random, longest: 3), oracle.piece(&random, longest: 3)]
            let distance = random.below(30)
            let needles = texts.map { Folding.standard.fold($0) }
            let expected = oracle.ids { entry in
                let one = Self.places(needles[0], entry.scalars)
                let two = Self.places(needles[1], entry.scalars)
                return one.contains { first in
                    two.contains { second in
                        // Characters between the end of the earlier and the start of the later.
                        let gap =
                            first <= second
                            ? second - first - needles[0].count : first - second - needles[1].count
                        return gap <= distance
                    }
                }
            }
            let found = try SearchOracle.all(
                SearchOracle.query(.near(texts, distance: distance)), engine)
            #expect(found == expected, "NEAR(\(texts), \(distance))")
            let twice = try SearchOracle.all(
                SearchOracle.query(.near(texts + texts.reversed(), distance: distance)), engine)
            #expect(twice == expected, "NEAR(\(texts) twice, \(distance))")
        }
    }

    private static func places(_ needle: [UInt32], _ text: [UInt32]) -> [Int] {
        guard text.count >= needle.count else { return [] }
        return (0...text.count - needle.count).filter {
            text[$0..<$0 + needle.count].elementsEqual(needle)
        }
    }

    @Test func `an excluded NEAR excludes`() throws {
        let query = try QueryParser.parse("妇女 -NEAR(儿童 关爱, 5)")
        #expect(query.clauses == [.words("妇女")])
        #expect(query.excluded == [.near(["儿童", "关爱"], distance: 5)])
    }

    @Test func `noise is found when it is asked for`() throws {
        let oracle = try SearchOracle.shared()
        let engine = try Searcher(oracle.reading)
        var noise: [Passage] = []
        try oracle.reading.forEachPassage { if $0.role == .noise { noise.append($0) } }
        try #require(!noise.isEmpty)
        for passage in noise.prefix(20) {
            var query = SearchOracle.query(.phrase(passage.text))
            #expect(try !SearchOracle.all(query, engine).contains(passage.id))
            query.filter.includesNoise = true
            #expect(try SearchOracle.all(query, engine).contains(passage.id), "\(passage.text)")
        }
    }

    @Test func `A search tells how many lines of noise it left out`() throws {
        let oracle = try SearchOracle.shared()
        let engine = try Searcher(oracle.reading)
        var noise: [Passage] = []
        try oracle.reading.forEachPassage { if $0.role == .noise { noise.append($0) } }
        let passage = try #require(noise.first)
        var query = SearchOracle.query(.phrase(passage.text))
        #expect(try engine.search(query).noiseCount >= 1)
        query.filter.includesNoise = true
        #expect(try engine.search(query).noiseCount == 0)
        #expect(try engine.search(SearchOracle.query(.words("没有这几个字"))).noiseCount == 0)
    }

    @Test func `folding twice is folding once`() {
        let folding = Folding.standard
        for scalar in UInt32(0)..<0x10000 where !(0xD800..<0xE000).contains(scalar) {
            let once = folding.fold(scalar)
            #expect(folding.fold(once) == once, "U+\(String(scalar, radix: 16))")
        }
    }
}
