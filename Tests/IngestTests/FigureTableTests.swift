import ReportModel
import Testing

@testable import Ingest

/// Tables of figures: a row is a record whose figures have the parts their headers name.
@Suite struct FigureTableTests {
    private let extractor: ActivityExtractor

    init() throws { extractor = try ActivityExtractor() }

    private func records(_ lines: [String], kind: Kind = .done) -> [[Activity]] {
        var report = Report(title: "总结", firstLine: 1, lastLine: lines.count, paragraphs: [])
        report.paragraphs = lines.enumerated().map {
            var paragraph = Paragraph(line: $0 + 1, text: $1)
            paragraph.kind = kind
            return paragraph
        }
        extractor.extract(&report)
        return report.paragraphs.map(\.activities)
    }

    private func figures(_ activity: Activity?) -> [String] {
        (activity?.quantities ?? []).map {
            "\($0.part.rawValue) \($0.raw) \($0.value.map { "\($0)" } ?? "-") \($0.unit)"
        }
    }

    @Test func `A group's name that stands for several rows moves no figure`() {
        var report = Report(title: "总结", firstLine: 1, lastLine: 3, paragraphs: [])
        let lines = ["类别\t项目\t任务数\t完成数", "培训\t技能培训（期）\t10\t11", "骨干培训（人）\t100\t120"]
        report.paragraphs = lines.enumerated().map { Paragraph(line: $0 + 1, text: $1) }
        report.paragraphs[2].cellsBefore = 1
        extractor.extract(&report)
        let found = report.paragraphs.map { figures($0.activities.first) }
        #expect(found[1] == ["target 10 10.0 期", "head 11 11.0 期"])
        #expect(found[2] == ["target 100 100.0 人", "head 120 120.0 人"])
    }

    @Test func `Tabs, wide blanks and strokes part cells`() {
        let rows = [
            "项目\t计划数\t完成数\t完成率", "讲座（场）\t10\t12\t120%", "项　目　　年初任务　　实际完成　　比上年增减",
            "走访慰问(户)　200　230　-15", "| 指标 | 目标 | 结果 |", "| 培训（人次） | 300 | 327 |",
        ]
        let found = records(rows)
        #expect(
            figures(found[1].first) == ["target 10 10.0 场", "head 12 12.0 场", "rate 120% 120.0 %"])
        #expect(
            figures(found[3].first) == [
                "target 200 200.0 户", "head 230 230.0 户", "previous -15 -15.0 户",
            ])
        #expect(figures(found[5].first) == ["target 300 300.0 人次", "head 327 327.0 人次"])
        #expect(found[1].first?.name == "讲座")
        #expect(found[1].first?.span == rows[1])
    }

    @Test func `Units come from the cell, the header, a column of units or the name`() {
        let found = records([
            "序号\t项目\t单位\t任务\t完成\t完成率(%)\t备注", "1\t贷款\t万元\t2800\t2655\t94.8\t差145",
            "项目\t任务\t完成金额（万元）", "募捐\t8万元\t9.5",
        ])
        #expect(
            figures(found[1].first) == [
                "target 2800 28000000.0 元", "head 2655 26550000.0 元", "rate 94.8 94.8 %",
            ])
        #expect(figures(found[3].first) == ["target 8万元 80000.0 元", "head 9.5 95000.0 元"])
    }

    @Test func `Two years side by side are the head and the one before it`() {
        let found = records(["指标\t2016年\t2017年", "接待来访（件）\t158\t131"])
        #expect(figures(found[1].first) == ["previous 158 158.0 件", "head 131 131.0 件"])
    }

    @Test func `What has no unit, no number or adds up others is no head`() {
        let found = records([
            "项目\t任务\t完成", "联谊\t10\t11", "座谈\t若干\t——", "慰问（户）\t3x\t3*", "合计（户）\t20\t21",
        ])
        #expect(figures(found[1].first).isEmpty)
        #expect(figures(found[2].first).isEmpty)
        #expect(figures(found[3].first) == ["target 3x - 户", "head 3* - 户"])
        #expect(figures(found[4].first) == ["target 20 20.0 户", "other 21 21.0 户"])
    }

    @Test func `A sentence ends a table, and a plan's table holds targets`() {
        let found = records(["项目\t目标\t完成", "全年举办讲座3场，听众500人次。", "比赛（场）　3　4"])
        #expect(found[1].flatMap(\.quantities).contains { $0.part == .head && $0.value == 3 })
        #expect(found[2].flatMap(\.quantities).allSatisfy { $0.unit != "" && $0.raw != "4" })
        let planned = records(["项目\t任务\t完成", "讲座（场）\t10\t12"], kind: .plan)
        #expect(planned[1].first?.status == .planned)
        #expect(planned[1].first?.quantities.allSatisfy { $0.part == .target } == true)
    }

    @Test(arguments: ["", "\t", "\t\t\t", "|||", "　　　　", "项目\t", "a\tb\tc\td", "任务\t完成\t任务\t完成"])
    func `Odd rows are survived`(_ line: String) {
        _ = records(["项目\t任务\t完成", line, "讲座（场）\t1\t2", line])
        _ = records([line, line])
    }
}
