import Foundation
import ReportIndex
import ReportModel
import Synchronization
import TestSupport
import Testing

@testable import ReportQuery

/// One reading answers from one state, whatever a writer commits between two questions; the next reading
/// sees what was committed.
struct ReadingTests {
    private let folder: TemporaryFolder
    private let database: IndexDatabase
    private var path: String { folder.path("i.sqlite") }
    private let question = "走访慰问困难妇女，组织两癌免费检查三百人次"

    init() throws {
        folder = try TemporaryFolder()
        try TestIndex.write(Self.sources(5, from: "甲"), to: folder.path("i.sqlite"))
        database = try IndexDatabase.open(folder.path("i.sqlite"))
    }

    /// Reports that answer the question in words of their own, long before those of the other prefixes in
    /// the order of row ids.
    private static func sources(_ count: Int, from unit: String) -> [Source] {
        (0..<count).map { number in
            var source = TestIndex.source(
                "\(unit)\(number).txt",
                (0..<4).map { "\(unit)县第\(number)镇走访慰问困难妇女\($0 + 3)户，组织两癌免费检查\(number + 10)人次。" })
            for line in source.reports[0].paragraphs.indices {
                let text = source.reports[0].paragraphs[line].text
                source.reports[0].paragraphs[line].activities = [
                    Activity(
                        range: 0..<text.utf8.count, span: text, name: "", action: "走访慰问",
                        object: "困难妇女", quantities: [], status: .done)
                ]
            }
            source.reports[0].unit = UnitTag(name: "\(unit)县妇联", region: ["\(unit)县"])
            source.reports[0].year = YearTag(year: 2018, basis: .stated)
            return source
        }
    }

    /// Takes away what is there and puts other reports in its place.
    private func replaceAll() throws {
        do {
            let writer = try IndexWriter(path: path) { _ in false }
            try writer.remove((0..<5).map { "甲\($0).txt" })
            try writer.finish()
        }
        try TestIndex.write(Self.sources(7, from: "乙"), to: path)
    }

    /// Asks twice through one reading with a writer committing between, and once more through a new one.
    private func expectOneState<Answer: Equatable>(
        _ ask: (IndexReading) throws -> Answer, _ location: SourceLocation = #_sourceLocation
    ) throws {
        let reading = try database.reading()
        let before = try ask(reading)
        try replaceAll()
        #expect(try ask(reading) == before, sourceLocation: location)
        let later = try ask(try database.reading())
        #expect(later != before, sourceLocation: location)
        // What a warm process keeps of the earlier state must not leak into the later one.
        #expect(try ask(try IndexDatabase.open(path).reading()) == later, sourceLocation: location)
    }

    @Test func `search`() throws {
        let engine = try SearchEngine()
        try expectOneState { reading in
            try engine.search(SearchOracle.query(.words("两癌 慰问")), in: reading).hits
                .map { "\($0.passage.report.path):\($0.passage.line)" }
        }
    }

    @Test func `search that asks the exact index after the commit only`() throws {
        let engine = try SearchEngine()
        let reading = try database.reading()
        try replaceAll()
        let hits = try engine.search(SearchOracle.query(.phrase("免费检查")), in: reading).hits
        #expect(!hits.isEmpty)
        #expect(hits.allSatisfy { $0.passage.report.path.hasPrefix("甲") })
    }

    @Test func `similar passages`() throws {
        let engine = try SimilarEngine()
        try expectOneState { reading in
            try engine.similar(to: question, in: reading).map { $0.passage.text + $0.likeness.sentence }
        }
    }

    @Test func `activities`() throws {
        try expectOneState { reading in
            try ActivitySearch.records(
                try QueryParser.parse("慰问"), ActivityOptions(), in: reading
            ).map { $0.place + $0.activity.span }
        }
    }

    @Test func `comparisons of units`() throws {
        let engine = try ComparisonEngine()
        var scope = ComparisonScope()
        scope.years = [2018]
        try expectOneState { reading -> [String] in
            scope.units = try reading.reports().entries.prefix(1).map { $0.summary.unit.name ?? "" }
            return try engine.compare(scope, in: reading).rows
                .flatMap { $0.cells.joined().map(\.activity.span) }
        }
    }

    @Test func `copies`() throws {
        try expectOneState { reading in
            let findings = try CopyFindings.find(in: reading)
            var pairs: [String] = []
            try findings.forEachPair(in: reading, where: { _ in true }) {
                pairs.append($0.first.text + $0.second.text)
            }
            var counter = try SentenceCounter(reading, splitsAtCommas: true)
            let uses = try counter.sentences(.unique, where: { _ in true }, limit: 9)
            return pairs + uses.map(\.text) + ["\(counter.reportCount)"]
        }
    }

    @Test func `filters, reports and passages`() throws {
        try expectOneState { reading in
            var filter = Filter()
            filter.units = ["县妇联"]
            let allowed = try FilteredPassages(reading, filter)
            var texts: [String] = []
            try reading.forEachPassage { if allowed.contains($0.id) { texts.append($0.text) } }
            return texts + (try reading.details().map(\.summary.path))
        }
    }

    @Test func `a twin is of the same state or none`() throws {
        let reading = try database.reading()
        #expect(try reading.twin()?.state == reading.state)
        try replaceAll()
        #expect(try reading.twin() == nil)
    }

    @Test func `eight threads beside a writer see states that were committed, whole`() throws {
        let engine = try SearchEngine()
        let failures = TallyOfFailures()
        DispatchQueue.concurrentPerform(iterations: 9) { number in
            do {
                for round in 0..<8 {
                    if number == 0 {
                        try replaceOne(round)
                        continue
                    }
                    let reading = try database.reading()
                    let query = SearchOracle.query(.phrase("免费检查"))
                    let first = try engine.search(query, in: reading)
                    let count = try reading.reports().entries.count
                    let second = try engine.search(query, in: reading)
                    // Every report has four such passages.
                    if first.matchCount != 4 * count || second.matchCount != first.matchCount {
                        failures.add("\(first.matchCount ?? -1) of \(count) reports")
                    }
                }
            } catch {
                failures.add("\(error)")
            }
        }
        #expect(failures.all == [])
    }

    private func replaceOne(_ round: Int) throws {
        try TestIndex.write(Self.sources(1 + round, from: "丙"), to: path)
    }

    @Test func `a question that takes too long is given up, and the reading after it works`() throws
    {
        try TestIndex.write(
            [
                TestIndex.source(
                    "长.txt", (0..<400).map { "\($0)" + String(repeating: "妇女儿童", count: 400) })
            ],
            to: path)
        let engine = try SearchEngine()
        let slow = SearchOracle.query(
            .near((0..<60).map { ["妇", "女", "儿", "童"][$0 % 4] }, distance: 1000))
        let begin = ContinuousClock.now
        #expect(throws: ReportError.self) {
            _ = try engine.search(slow, in: database.reading(within: .milliseconds(200)))
        }
        #expect(ContinuousClock.now - begin < .seconds(5))
        let query = SearchOracle.query(.phrase("两癌"))
        #expect(try engine.search(query, in: database.reading()).matchCount == 20)
    }
}

/// What went wrong on several threads.
private final class TallyOfFailures: Sendable {
    private let messages = Mutex<[String]>([])

    func add(_ message: String) { messages.withLock { $0.append(message) } }

    var all: [String] { messages.withLock { $0 } }
}
