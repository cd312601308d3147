import Testing

@testable import Ingest

@Suite struct TimeTests {
    /// The first time in a text, as the years it means in a report of 2018.
    private func years(_ text: String) throws -> ClosedRange<Int>? {
        let found = try TimeReader().expressions(in: foldedScalars(text))
        return found.first { $0.part == .time }?.resolve(report: 2018)
    }

    @Test(arguments: [
        ("去年，县妇联举办讲座10场", 2017...2017), ("上年度举办讲座10场", 2017...2017), ("今年举办讲座", 2018...2018),
        ("明年5月将举办", 2019...2019), ("近三年来举办讲座60场", 2016...2018), ("自2015年以来累计举办", 2015...2018),
        ("2016年至2018年举办", 2016...2018), ("2016—2018年举办", 2016...2018), ("从2015年3月起开放", 2015...2018),
        ("“十三五”期间建成", 2016...2020), ("二○一八年", 2018...2018), ("二O一八年", 2018...2018),
        ("一八年的工作", 2018...2018), ("18年底建成", 2018...2018), ("五年来共培训", 2014...2018),
        ("2O17年1月5日", 2017...2017), ("２０１６年，我会", 2016...2016), ("去年以来", 2017...2018),
    ])
    func `A time means the years a reader takes it for`(text: String, expected: ClosedRange<Int>)
        throws
    {
        #expect(try years(text) == expected)
    }

    @Test(arguments: [
        "比上年增加10场", "同比增长一成", "比去年同期多35件", "较2017年下降", "截至2019年底", "到2020年建成", "坚持了18年", "20○○年",
        "服刑5年", "1.5年",
    ])
    func `A comparison, a state and a duration are no time of the work`(text: String) throws {
        #expect(try years(text) == nil)
    }

    private let report = """
        河西县妇联2018年工作总结
        一、工作回顾
        去年，县妇联举办讲座10场。
        今年举办讲座20场，去年举办讲座10场。
        比上年增加10场，全年举办讲座20场。
        近三年来，县妇联举办讲座60场。
        县妇联自2015年以来累计举办讲座60场。
        去年欠下的三个儿童之家，全部补建完成。
        二、下一步打算
        明年5月，县妇联将举办讲座1场。
        今年没有建成的儿童之家补建起来。
        """

    @Test(arguments: [
        ("去年，县", 2017), ("今年举办", 2018), ("比上年", 2018), ("近三年来", nil), ("自2015年", nil),
        ("去年欠下", 2018),
        ("明年5月", 2019), ("今年没有", 2019),
    ])
    func `A paragraph is about the year it speaks of, a range, or the report's`(
        words: String, year: Int?
    ) throws {
        let paragraph = try TagCases.paragraph(words, of: try TagCases.report(report))
        #expect(paragraph.concernsYear == year)
    }

    @Test func `A plan is about the year it is for`() throws {
        let report = try TagCases.report(
            "梅山县妇联2014年工作要点\n盯住明年评估这一关，今年补短板。\n一、去年欠下的检查并入今年计划，查完840人。\n二、举办培训班10期。")
        #expect(report.year.year == 2014)
        for paragraph in report.paragraphs.dropFirst() {
            #expect(paragraph.concernsYear == 2014)
            #expect(paragraph.kind == .plan)
        }
    }

    @Test(arguments: [
        ("红星小学2021—2022学年工作总结", 2022), ("县妇联二○一八年工作总结", 2018), ("关于19年妇女工作的报告", 2019),
        ("区妇联２０１７年度工作小结", 2017), ("区妇联二零一七年工作小结", 2017),
    ])
    func `A title states its year however it is written`(title: String, year: Int) throws {
        let report = try TagCases.report(title + "\n一、做了很多事，群众满意。")
        #expect(report.year.year == year)
        #expect(report.year.basis == .stated)
    }

    @Test func `Where the text contradicts itself nothing is stated`() throws {
        let report = try TagCases.report(
            "县妇联2021年工作总结\n一、纪念第104个“三八”妇女节，举办讲座。\n县妇联\n2014年12月5日")
        #expect(report.year.basis == .inferred)
        #expect(report.year.range?.contains(2014) == true)
        #expect(!report.doubts.isEmpty)
    }
}
