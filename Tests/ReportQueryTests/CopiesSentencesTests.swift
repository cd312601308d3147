import ReportIndex
import ReportModel
import Segmentation
import Testing

@testable import ReportQuery

/// Sentences that many units write, and those that one unit alone writes.
struct CopiesSentencesTests {
    /// An index of reports: unit, year and paragraphs of each.
    private func index(_ reports: [(unit: String?, year: Int, paragraphs: [String])]) throws
        -> IndexReading
    {
        try CopiesCorpus.index(
            of: reports.enumerated().map { number, item in
                let paragraphs = item.paragraphs.enumerated().map { line, text in
                    Paragraph(line: line + 1, text: text)
                }
                var report = Report(
                    title: "总结", firstLine: 1, lastLine: item.paragraphs.count,
                    paragraphs: paragraphs)
                report.unit = UnitTag(
                    name: item.unit, type: .womensFederation, level: .county, region: ["云州市"])
                report.year = YearTag(year: item.year, basis: .stated)
                return Source(
                    path: "\(number).txt", encoding: "UTF-8", lineCount: item.paragraphs.count,
                    reports: [report])
            })
    }

    private let opening = "在区委的正确领导下，各项工作取得新成效。"

    private func sample() throws -> IndexReading {
        try index([
            ("望川区妇联", 2018, [opening + "建成银杏树下议事亭12个，邻里纠纷就地化解。"]),
            ("望川区妇联", 2019, [opening + "建成银杏树下议事亭18个，邻里纠纷就地化解。"]),
            ("东浦区妇联", 2018, ["在县委的正确领导下，各项工作取得新成效。举办渔家姐妹织网比赛三场。"]),
            (nil, 2018, ["在市委的正确领导下,各项工作取得新成效。组织女干部观看爱国影片一次。"]),
        ])
    }

    @Test func `shared sentences are counted by unit, report and use, whatever the level`() throws {
        var counter = try SentenceCounter(try sample(), splitsAtCommas: false)
        let uses = try counter.sentences(.shared, where: { _ in true }, limit: 10)
        #expect(uses.map(\.text) == [opening])
        #expect(uses.first.map { [$0.units, $0.reports, $0.count] } == [3, 4, 4])
        #expect(counter.unitCount == 3)
        #expect(counter.reportCount == 4)
    }

    @Test func `unique sentences stand in no other unit, repeated ones first`() throws {
        var counter = try SentenceCounter(try sample(), splitsAtCommas: false)
        let uses = try counter.sentences(.unique, where: { _ in true }, limit: 10)
        #expect(uses.first?.text == "建成银杏树下议事亭12个，邻里纠纷就地化解。")
        #expect(uses.first?.reports == 2)
        #expect(uses.map(\.units) == [1, 1, 1])
        #expect(!uses.contains { $0.text == opening })
    }

    @Test func `a filter narrows what is counted, not what unique is judged against`() throws {
        var counter = try SentenceCounter(try sample(), splitsAtCommas: false)
        #expect(try counter.sentences(.shared, where: { $0 == 1 }, limit: 10).isEmpty)
        #expect(try counter.sentences(.unique, where: { $0 == 1 }, limit: 10).count == 1)
        #expect(counter.unitCount == 1)
        #expect(try counter.sentences(.shared, where: { _ in false }, limit: 10).isEmpty)
        #expect(counter.unitCount == 0)
    }

    @Test func `a copied passage counts once`() throws {
        let long =
            "寒冬里志愿者挨家挨户为独居老人贴窗花、送饺子、修电路，把组织的温暖送到心坎上。"
            + "老人们拉着志愿者的手久久不放，连声说比亲闺女还亲。"
        var counter = try SentenceCounter(
            try index([
                ("望川区妇联", 2018, [long, "召开执委会议部署全年重点任务。"]),
                ("东浦区妇联", 2018, ["推广蓝莓种植技术带动姐妹增收。", long]),
            ]), splitsAtCommas: false)
        #expect(try counter.sentences(.shared, where: { _ in true }, limit: 10).isEmpty)
    }

    @Test func `sentences cover the text, with and without commas`() {
        for text in ["", "。", "甲。乙；丙", "他说：“好！”走了。", "一，二。三"] {
            let scalars = text.unicodeScalars.map(\.value)
            for commas in [false, true] {
                let ranges = Sentences.ranges(of: scalars, atCommas: commas)
                #expect(ranges.flatMap { Array($0) } == Array(scalars.indices))
                #expect(ranges.allSatisfy { !$0.isEmpty })
            }
        }
        let quoted = "他说：“好！”走了。".unicodeScalars.map(\.value)
        #expect(Sentences.ranges(of: quoted) == [0..<7, 7..<10])
        // A title mark that closes after the sentence stays with it.
        let title = "排演《你好！》三场。".unicodeScalars.map(\.value)
        #expect(Sentences.ranges(of: title).first == 0..<7)
    }
}
