import ReportModel
import Testing

@testable import Ingest

@Suite struct CleanerVariationTests {
    @Test(arguments: [
        ("縣(xiàn)婦聯(lián)辦(bàn)培訓(xùn)班", "縣婦聯辦培訓班"), ("面积(km)与长度(m)", "面积(km)与长度(m)"),
        ("妇\u{FE00}联", "妇联"),
    ])
    func `Readings behind characters and variation selectors go`(line: String, expected: String)
        throws
    {
        let report = try TagCases.report("县妇联2018年工作总结\n一、\(line)，受到群众欢迎，全年办班12期。")
        #expect(report.paragraphs.last?.text.contains(expected + "，") == true)
    }

    @Test func `Radicals that look like characters are read as those`() throws {
        let report = try TagCases.report(
            "河⻄县妇联2018年⼯作总结\n⼀、⼯作回顾\n⾛访困难妇⼥21户，发放慰问⾦3万元，受到群众欢迎。\n⼆、存在的不⾜\n⼈⼿少，经费紧，基层组织还要再建强一些。")
        #expect(report.unit.name == "河西县妇联")
        #expect(report.paragraphs.filter { $0.role == .heading }.map(\.headingLevel) == [1, 1])
        #expect(report.paragraphs.last?.kind == .problem)
    }
}
