import Foundation
import ReportIndex
import ReportModel
import Segmentation
import TestSupport
import Testing

@testable import ReportQuery

@Suite struct `Similar passages` {
    let reading: IndexReading

    init() throws {
        reading = try CompareCorpus.index.get()
    }

    @Test func `The excepted report is never answered, nor its unit when others are asked for`()
        throws
    {
        let engine = try SimilarEngine()
        let passages = try CompareCorpus.passages(reading).filter { $0.role == .body }
        for passage in stride(from: 0, to: passages.count, by: 37).map({ passages[$0] }) {
            var options = SimilarOptions()
            options.exceptReports = [passage.report.id]
            let hits = try engine.similar(
                to: passage.text, options, in: reading)
            #expect(!hits.contains { $0.passage.report.id == passage.report.id })
            options.otherUnitsOnly = true
            let others = try engine.similar(
                to: passage.text, options, in: reading)
            guard let unit = passage.report.unit.name else { continue }
            #expect(
                !others.contains {
                    $0.passage.report.unit.name == unit
                        && $0.passage.report.unit.region == passage.report.unit.region
                })
        }
    }

    @Test func `figures that differ are those of the sentence that is alike`() throws {
        let folder = try TemporaryFolder()
        let texts = ["为困难母亲免费体检，县医院检查了420人。另外，开办刺绣培训班，培训了95人。"]
        var source = TestIndex.source("a.txt", texts)
        let text = texts[0]
        source.reports[0].paragraphs[0].activities = zip(["体检", "培训"], ["420人", "95人"]).map {
            name, raw in
            let start = text.range(of: raw)?.lowerBound ?? text.startIndex
            let begin = text.utf8.distance(from: text.startIndex, to: start)
            return Activity(
                range: begin..<begin + raw.utf8.count, span: raw, name: name, action: name,
                object: "", quantities: [Quantity(value: 1, unit: "人", raw: raw)])
        }
        try TestIndex.write([source], to: folder.path("i.sqlite"))
        let reading = try IndexDatabase.open(folder.path("i.sqlite")).reading()
        let hits = try SimilarEngine().similar(to: "给困难母亲免费做了体检", in: reading)
        #expect(hits.map(\.likeness.amounts) == [["420人"]])
    }

    @Test func `Ranks count from one, scores fall, and nothing is listed twice`() throws {
        let engine = try SimilarEngine()
        let hits = try engine.similar(to: "“三八”节期间走访慰问贫困母亲", in: reading)
        #expect(hits.map(\.rank) == Array(1...hits.count))
        #expect(zip(hits, hits.dropFirst()).allSatisfy { $0.score >= $1.score })
        let all = hits.map(\.passage.id) + hits.flatMap(\.copies)
        #expect(Set(all).count == all.count)
        #expect(hits.allSatisfy { !$0.likeness.sentence.isEmpty })
        #expect(hits.prefix(3).contains { $0.likeness.sentence.contains("走访慰问") })
    }

    @Test func `Highlights lie within the text, rising and apart`() throws {
        let engine = try SimilarEngine()
        for hit in try engine.similar(to: "两癌免费检查，妇女健康体检；法律援助进社区", in: reading) {
            let count = hit.passage.text.unicodeScalars.count
            var end = 0
            for range in hit.highlights {
                #expect(range.lowerBound >= end && !range.isEmpty)
                end = range.upperBound
            }
            #expect(end <= count)
        }
    }

    @Test(arguments: [
        "", " ", "。。。", "\u{0}", "“”", "“", "a", "妇", String(repeating: "慰问", count: 5000),
        "\r\n\t",
        "' OR 1=1 --", "\"*\" NEAR(", "😀👨‍👩‍👧‍👦", "\u{FFFD}\u{202E}三八",
    ])
    func `Hostile text is answered or finds nothing`(_ text: String) throws {
        let engine = try SimilarEngine()
        let hits = try engine.similar(to: text, in: reading)
        #expect(hits.count <= 10)
    }

    @Test func `Filters narrow the answers`() throws {
        let engine = try SimilarEngine()
        var options = SimilarOptions()
        options.filter.units = ["东浦区妇联"]
        let hits = try engine.similar(to: "走访慰问困难母亲", options, in: reading)
        #expect(!hits.isEmpty)
        #expect(hits.allSatisfy { $0.passage.report.unit.name == "东浦区妇联" })
    }

    @Test func `Sentences cover a text without gaps`() {
        for text in ["", "。", "甲。乙；丙", "（一）说明。”丁！！戊", "；；；"] {
            let scalars = text.unicodeScalars.map(\.value)
            let ranges = Sentences.ranges(of: scalars)
            #expect(ranges.flatMap { Array($0) } == Array(scalars.indices))
        }
    }

    @Test func `A longer word that is barred does not show a theme`() throws {
        let words = try ComparisonWords()
        func themes(_ text: String) -> Set<String> {
            let scalars = text.unicodeScalars.map(\.value)
            return Set(words.sightings(in: scalars).map { words.themes[$0.theme].name })
        }
        #expect(themes("三八节").contains("三八妇女节"))
        #expect(!themes("三八红旗手").contains("三八妇女节"))
        #expect(themes("三八红旗手在三八节").contains("三八妇女节"))
    }
}
