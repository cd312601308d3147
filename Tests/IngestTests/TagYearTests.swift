import ReportModel
import Testing

@testable import Ingest

@Suite struct TagYearTests {
    /// The almanac's clues in a text.
    private func clues(_ text: String) throws -> [DateClue] {
        let lexicon = try TagLexicon()
        var scan = ParagraphScan()
        scan.read(MatchingText(text), with: lexicon)
        return scan.dates
    }

    @Test(arguments: [
        ("庆祝第104个“三八”妇女节", 2014), ("纪念第一百个三八国际劳动妇女节", 2010), ("庆祝建党九十周年", 2011),
        ("庆祝建党100周年", 2021), ("迎接新中国成立70周年", 2019), ("改革开放四十周年", 2018), ("第二十八个教师节", 2012),
        ("第二十一次全国助残日", 2011), ("纪念红军长征胜利80周年", 2016), ("第八届全国道德模范", 2021),
    ])
    func `Anniversaries are counted from their first year`(text: String, year: Int) throws {
        let found = try clues(text)
        #expect(found.contains { $0.from == year && $0.to == year })
    }

    @Test func `An anniversary of a disaster is not the disaster's year`() throws {
        #expect(try clues("汶川地震十周年之际").allSatisfy { $0.from != 2008 })
        #expect(try clues("为汶川地震灾区捐款").contains { $0.from == 2008 && $0.to == 2009 })
    }

    @Test func `Of several plenary sessions the last one counts`() throws {
        let found = try clues("深入贯彻党的十八大和十八届三中、四中、五中全会精神")
        #expect(found.contains { $0.from == 2015 && $0.to == nil })
    }

    @Test(arguments: [
        ("一百零四", 104), ("104", 104), ("九十", 90), ("十五", 15), ("一百", 100), ("一百一十", 110),
        ("一〇一", nil),
    ])
    func `Chinese numbers are read`(text: String, value: Int?) {
        #expect(YearNumber.value(of: foldedScalars(text)[...]) == value)
    }

    @Test func `A title's year is stated`() throws {
        let report = try TagCases.report("南塘县妇联2018年工作总结\n一年来，县妇联认真履职，现总结如下：\n做了很多事。")
        #expect(report.year.year == 2018)
        #expect(report.year.basis == .stated)
    }

    @Test func `A title's year is the publisher's when the text hides its own`() throws {
        let report = try TagCases.report("2023年妇联工作总结\n20xx年，我局认真履职，现总结如下：\n做了很多事。")
        #expect(report.year.year == nil)
        #expect(report.year.basis == .none)
        #expect(report.year.publisherYear == 2023)
    }

    @Test func `Events narrow each other down`() throws {
        let report = try TagCases.report(
            "今年以来，我镇做了以下工作，总结如下：\n一、深入开展党的群众路线教育实践活动。\n二、庆祝第104个“三八”妇女节。")
        #expect(report.year.range == 2014...2014)
        #expect(report.year.basis == .inferred)
        #expect(report.evidence.filter { $0.rule == "almanac" }.count == 2)
    }

    @Test func `Limits alone give no year`() throws {
        let report = try TagCases.report("今年以来，总结如下：\n一、落实两免一补政策。\n二、学习科学发展观。")
        #expect(report.year.range == nil)
        #expect(report.year.basis == .none)
        #expect(report.evidence.contains { $0.rule == "almanac" })
    }

    @Test func `Events that exclude each other are reported`() throws {
        let report = try TagCases.report(
            "今年以来，总结如下：\n一、为玉树地震灾区捐款。\n二、庆祝建党一百周年。")
        #expect(!report.doubts.isEmpty)
        #expect(report.year.year == 2021)
    }

    @Test func `A report of December plans the next year`() throws {
        let report = try TagCases.report(
            """
            政府工作报告
            ——2013年12月25日在白城市第五届人民代表大会第二次会议上
            现在，我代表市政府，向大会作政府工作报告，请予审议。
            **一、2013年工作回顾**
            完成投资565亿元。
            **二、2014年工作安排**
            新建学校5所。
            """)
        #expect(report.year.year == 2014)
        let done = try TagCases.paragraph("565亿元", of: report)
        #expect(done.concernsYear == 2013)
        #expect(done.kind == .done)
        let plan = try TagCases.paragraph("学校5所", of: report)
        #expect(plan.concernsYear == 2014)
        #expect(plan.kind == .plan)
    }

    @Test func `Plans for the rest of the year concern the same year`() throws {
        let report = try TagCases.report(
            "南塘镇2016年上半年工作总结\n现将上半年工作总结如下：\n一、上半年工作总结\n办班3期。\n二、下半年工作打算\n再办两期培训班。")
        let plan = try TagCases.paragraph("再办两期", of: report)
        #expect(plan.kind == .plan)
        #expect(plan.concernsYear == 2016)
    }

    @Test func `The almanac has rows enough, each with a source and usable`() throws {
        let rows = try TagLexicon().almanac
        #expect(rows.count >= 150)
        for row in rows {
            #expect(row.problem == nil, "\(row.means)")
            #expect(!row.source.isEmpty, "\(row.means)")
        }
    }
}
