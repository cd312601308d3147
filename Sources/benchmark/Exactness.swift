import ArgumentParser
import Foundation
import ReportIndex
import ReportModel
import ReportQuery
import Segmentation

/// Compares the totals of exact searches with a scan of all texts.
struct Exactness: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Random substrings: totals of exact search against a naive scan.")

    @Option(help: "The index.") var index: String
    @Option(help: "How many substrings.") var count = 2000
    @Option(help: "Seed of the random choice.") var seed: UInt64 = 1
    @Option(help: "Longest substring, in characters.") var longest = 8

    func run() throws {
        let reading = try IndexDatabase.open(index).reading()
        var texts: [[UInt32]] = []
        try reading.forEachPassage { passage in
            if passage.role != .noise { texts.append(Folding.standard.fold(passage.text)) }
        }
        var generator = SeededGenerator(seed: seed)
        let engine = try SearchEngine()
        var options = SearchOptions()
        options.limit = 1
        var wrong = 0
        var timings = Timings()
        for _ in 0..<count {
            guard let text = texts.randomElement(using: &generator), !text.isEmpty else { continue }
            let length = min(text.count, Int.random(in: 1...longest, using: &generator))
            let start = Int.random(in: 0...text.count - length, using: &generator)
            let wanted = Array(text[start..<start + length])
            // A quotation mark would end the phrase: such strings go in as parsed queries.
            var query = Query()
            var string = String.UnicodeScalarView()
            for scalar in wanted { string.append(Unicode.Scalar(scalar) ?? " ") }
            query.clauses = [.phrase(String(string))]
            let total = try timings.time {
                try engine.search(query, options, in: reading).matchCount ?? -1
            }
            let naive = texts.count { ScalarSearch.first(of: wanted, in: $0, from: 0) != nil }
            if naive != total {
                wrong += 1
                print("“\(String(string))”: found \(total), scan \(naive)")
            }
        }
        print(
            "exactness: \(count - wrong) of \(count) totals equal the scan over \(texts.count) paragraphs"
        )
        print(timings.line("exact search with total"))
        if wrong > 0 { throw ExitCode.failure }
    }
}
