import Foundation
import ReportIndex
import ReportModel
import TestSupport
import Testing
import Vocabulary

@testable import ReportQuery

@Suite struct RankingTests {
    private struct Judged: Decodable {
        struct Line: Decodable {
            let file: String
            let line: Int
            let grade: Int
        }
        let id: String
        let query: String
        let qrels: [Line]
    }

    private struct Pair: Decodable {
        struct Place: Decodable {
            let file: String
            let line: Int
        }
        let label: String
        let a: Place
        let b: Place
    }

    private static func rows<Row: Decodable>(_ name: String) throws -> [Row] {
        try String(contentsOfFile: Checkout.labels + "/" + name, encoding: .utf8)
            .split(separator: "\n").map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
    }

    private static func key(_ path: String, _ line: Int) -> String {
        (path as NSString).lastPathComponent + ":\(line)"
    }

    /// The mean of nDCG@10 (Järvelin and Kekäläinen 2002) over the judged queries; gain 2^grade - 1.
    @Test func `judged queries are ranked no worse than before`() throws {
        var copies: [String: String] = [:]
        let pairs: [Pair] = try Self.rows("reuse_pairs.jsonl")
        for pair in pairs where pair.label == "copy" {
            copies[Self.key(pair.b.file, pair.b.line)] = Self.key(pair.a.file, pair.a.line)
        }
        let engine = try Searcher(try TestIndex.corpus().open())
        var sum = 0.0
        let queries: [Judged] = try Self.rows("queries.jsonl")
        for judged in queries {
            var grades: [String: Int] = [:]
            for line in judged.qrels {
                let key = Self.key(line.file, line.line)
                grades[copies[key] ?? key] = max(grades[copies[key] ?? key] ?? 0, line.grade)
            }
            var seen: Set<String> = []
            var gains: [Double] = []
            for hit in try engine.search(try QueryParser.parse(judged.query)).hits {
                let key = Self.key(hit.passage.report.path, hit.passage.line)
                if seen.insert(copies[key] ?? key).inserted {
                    gains.append(pow(2, Double(grades[copies[key] ?? key] ?? 0)) - 1)
                }
            }
            let ideal = grades.values.sorted(by: >).prefix(10).map { pow(2, Double($0)) - 1 }
            sum += Self.gain(gains) / max(Self.gain(ideal), 1e-9)
        }
        let mean = sum / Double(queries.count)
        print("nDCG@10 \(mean) over \(queries.count) queries")
        #expect(mean >= Self.floor)
    }

    /// A little below the figure of the day this was written.
    private static let floor = 0.45

    private static func gain(_ gains: some Sequence<Double>) -> Double {
        gains.enumerated().reduce(0) { $0 + $1.element / log2(Double($1.offset) + 2) }
    }

    @Test func `copies are folded under one hit and listed one by one on demand`() throws {
        let folder = try TemporaryFolder()
        let text = "组织妇女参加两癌免费检查三百人次，发放宣传资料二百份，走访慰问困难家庭十二户"
        let sources = (0..<5).map { number in
            TestIndex.source("\(number).txt", [text + "。\(number)", "举办家庭教育讲座第\(number)场"])
        }
        try TestIndex.write(sources, to: folder.path("i.sqlite"))
        let engine = try Searcher(try IndexDatabase.open(folder.path("i.sqlite")).reading())
        let query = SearchOracle.query(.words("两癌检查"))
        let folded = try engine.search(query)
        let best = try #require(folded.hits.first)
        #expect(best.copies.count == 4)
        #expect(Set(best.copies + [best.passage.id]).count == 5)
        #expect(!folded.hits.dropFirst().contains { best.copies.contains($0.passage.id) })
        #expect(try SearchOracle.all(query, engine).isSuperset(of: best.copies))
    }

    @Test func `the parts that --explain shows make up the score`() throws {
        let engine = try Searcher(try TestIndex.corpus().open())
        var names: Set<String> = []
        for text in ["两癌免费检查", "妇女维权 宣传", "走访慰问困难母亲", "家庭教育存在哪些问题"] {
            for hit in try engine.search(try QueryParser.parse(text)).hits {
                names.formUnion(hit.parts.map(\.name))
                var sum = 0.0
                var factor = 1.0
                var role = 1.0
                var added = 0.0
                for (name, value) in hit.parts {
                    switch name {
                    case "role ×", "across words ×": role *= value
                    case let name where name.hasSuffix("×"): factor *= value
                    case "kind asked for", "feedback": added += value
                    default: sum += value
                    }
                }
                #expect(abs((sum * factor + added) * role - hit.score) < 1e-9, "\(text)")
            }
        }
        #expect(names.isSuperset(of: ["words", "coverage", "headings", "phrase", "neighbour"]))
    }

    @Test func `what has every word comes before what repeats one of them`() throws {
        let folder = try TemporaryFolder()
        let texts = [
            "组织培训，培训，再培训，培训覆盖各村，培训不断深入开展起来。",
            "组织手工编织能人到各村，开展形式多样的活动，并为学员办了培训。",
            "开展编织，编织，再编织，编织遍及各村，编织不断深入开展起来。",
        ]
        let sources = texts.enumerated().map { TestIndex.source("\($0.offset).txt", [$0.element]) }
        try TestIndex.write(sources, to: folder.path("i.sqlite"))
        let engine = try Searcher(try IndexDatabase.open(folder.path("i.sqlite")).reading())
        let hits = try engine.search(SearchOracle.query(.words("编织 培训"))).hits
        #expect(hits.first?.passage.report.path == "1.txt")
    }

    @Test func `an equal word stands for the word more than a related one`() throws {
        let table = try SynonymTable()
        let strengths = table.words.flatMap { word in
            table.substitutes(for: word).map(\.strength)
        }
        #expect(Set(strengths).count > 2)
        #expect(table.substitutes(for: "残联").first { $0.text == "残疾人联合会" }?.strength == 1)
        let rows: [Related] = try VocabularyFile.rows("synonyms.yml")
        for row in rows {
            guard let words = row.related, words.count > 1 else { continue }
            let strength = table.substitutes(for: words[0], limit: .max)
                .first { $0.text == words[1] }?.strength
            #expect((strength ?? 1) < 1, "\(words)")
        }
        #expect(rows.contains { $0.related != nil })
    }

    private struct Related: Decodable {
        var related: [String]?
    }

    @Test func `bare headings and titles stand behind what was done`() throws {
        let engine = try Searcher(try TestIndex.corpus().open())
        for text in ["家庭教育", "维权", "走访慰问"] {
            let hits = try engine.search(try QueryParser.parse(text)).hits
            #expect(hits.first?.passage.role == .body, "\(text)")
        }
    }
}
