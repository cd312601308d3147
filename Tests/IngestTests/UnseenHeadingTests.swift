import ReportModel
import Testing

@testable import Ingest

/// Headings and titles in forms met in documents that nobody had seen.
@Suite struct UnseenHeadingTests {
    private static let text = "全年举办各类培训班12期，培训妇女骨干120人次，其中贫困妇女30人次，取得了较好的效果，受到欢迎，来年接着办。"

    private func paths(_ lines: [String]) throws -> [[String]] {
        let opening = ["县妇联2018年工作总结", "一年来，县妇联认真履行职责，各项工作取得新进展，现将有关情况总结如下。"]
        let report = try TagCases.report((opening + lines).joined(separator: "\n"))
        return report.paragraphs.dropFirst(2).filter { $0.role == .body }.map(\.headings)
    }

    @Test(arguments: [
        ["甲、增收", "乙、维权"], ["01　增收", "02　维权"], ["1 增收", "2 维权"], ["◆增收", "◆维权"],
        ["○增收", "○维权"], ["※增收", "※维权"], ["〖增收〗", "〖维权〗"], ["〔一〕增收", "〔二〕维权"],
        ["第一篇章　增收", "第二篇章　维权"], ["上篇　增收", "下篇　维权"],
    ])
    func `Stems, padded and spaced figures are numbers`(headings: [String]) throws {
        let found = try paths([headings[0], Self.text, headings[1], Self.text])
        #expect(found == [["增收"], ["维权"]])
    }

    @Test func `A heading without a number stands over the circled numbers right below`() throws {
        let list = "①新建60家；②剩余2个驿站二季度建成，争取年内全部投用，方便更多女工，让大家满意。"
        #expect(try paths(["心向党", Self.text, "护权益", Self.text, "再加油", list]).last == ["再加油"])
    }

    @Test func `Stems stand over Chinese numbers`() throws {
        let found = try paths(["甲、做法", "一、增收", Self.text, "乙、差距", Self.text])
        #expect(found == [["做法", "增收"], ["差距"]])
    }

    @Test func `Figures with points stand under the figures that open them`() throws {
        let found = try paths(["1 增收", "1.1 贷款", Self.text, "2 维权", Self.text])
        #expect(found == [["增收", "贷款"], ["维权"]])
    }

    @Test func `A sentence that counts is no heading glued to its text`() throws {
        let found = try paths([
            "一、增收", "1、认定家庭农场11家，每家奖补2万元，合计22万元。带动贫困户57人务工，人均收入6300元。", Self.text,
        ])
        #expect(found.allSatisfy { $0 == ["增收"] })
    }

    @Test func `A heading behind a table is one`() throws {
        let found = try paths([
            "一、增收", Self.text, "附：完成情况", "事项\t任务\t完成", "贷款\t100\t98", "培训\t12\t12", "让人放心不下的",
            Self.text,
        ])
        #expect(found.last == ["让人放心不下的"])
    }

    @Test func `A slogan with its other half below begins the next report`() throws {
        let source = try TagCases.source(
            """
            北关社区居委会2023年工作总结
            我们社区是老国棉三厂的生活区，一年来办了几件实事，说在下面。
            3月1日，长者食堂开张，一天卖一百五六十份饭，八十岁以上的便宜3元。
            北关社区居委会
            2023年12月25日
            老有所为 情系后代
            ——铁路新村社区关工委工作小结
            社区关工委有五老31位，平均73岁，老同志们劲头足，办了几样实事。
            其一，讲。6位老同志到学校讲课9场，学生2260人次。
            """)
        #expect(source.reports.map(\.firstLine) == [1, 6])
    }

    @Test func `A signature without a day closes a report too`() throws {
        let source = try TagCases.source(
            """
            学府里社区妇联2017年工作总结
            学府里社区挨着师大东门，住户3870户，一年来办了几件实事，说在下面。
            亲子阅读，每周六上午一场，一年下来46场，参与家庭820户次。
            学府里社区妇女联合会
            马蹄岭村妇联18年上半年工作小结
            半年来，村妇联6个人跟着支部走，会开得少，路跑得多，记一记。
            1.扶贫。全村贫困户39户，妇联包了12户，户户送去鸡苗30只。
            """)
        #expect(source.reports.count == 2)
    }

    @Test func `Who signs a red header and what scanners print are noise`() throws {
        let report = try TagCases.report(
            "朔宁市妇女联合会文件\n朔妇发〔2022〕41号　　　　　　签发人：樊某某\n关于2022年工作情况的报告\n省妇女联合会：\n今年以来，我会做了几件事，现将有关情况报告如下。\n一、培训\n扫描全能王 创建\n办班53期，培训妇女2418人，取得证书1960人。"
        )
        let noise = report.paragraphs.filter { $0.role == .noise }.count
        #expect(noise == 3)
        #expect(report.paragraphs.first { $0.role == .title }?.text == "关于2022年工作情况的报告")
    }

    private static let bodies = ["白石镇妇联", "桂花社区妇联", "青山县民政局"].map { unit in
        (unit, "一年来，\(unit)围绕中心工作做了几件实事，现将情况汇报如下。\n一、培训\n全年办培训班8期，培训妇女460人次。\n")
    }

    @Test(
        arguments: [
            { "\($0)．\($1)2018年工作总结" }, { "（\(["一", "二", "三"][$0 - 1])）\($1)2018年工作总结" },
            { _, unit in "★\(unit)2018年工作总结" }, { _, unit in "【\(unit)】\n2018年工作总结" },
            { _, unit in "\(unit)\n2018年工作总结" }, { _, unit in "发言单位：\(unit)\n2018年工作情况发言" },
        ] as [@Sendable (Int, String) -> String])
    func `Counted titles and units above a bare title begin reports`(
        title: @Sendable (Int, String) -> String
    ) throws {
        let text = Self.bodies.enumerated().map { title($0 + 1, $1.0) + "\n" + $1.1 }.joined()
        let source = try TagCases.source(text)
        #expect(source.reports.count == 3)
    }

    @Test func `Contents without page numbers are no titles`() throws {
        let contents = Self.bodies.enumerated().map { "\($0 + 1).\($1.0)2018年工作总结\n" }.joined()
        let text = Self.bodies.map { $0.0 + "2018年工作总结\n" + $0.1 + $0.0 + "\n2018年12月20日\n" }
        let source = try TagCases.source("材料汇编\n目录\n" + contents + text.joined())
        #expect(source.reports.count == 3)
    }

    @Test(arguments: [
        "更多资料请访问www.abc.com", "（下转第3页）", "扫描全能王 创建", "本文共2页，当前第1页　　[1] [2] 下一页",
    ])
    func `What a site or a scanner prints between paragraphs is noise`(line: String) throws {
        let report = try TagCases.report(
            "县妇联2018年工作总结\n一年来做了不少事，现将情况总结如下。\n一、培训\n\(Self.text)\n\(line)\n全年免费接待读者3200人次，举办新媒体小编培训班2期，分享会10场。\n县妇联\n2018年12月20日"
        )
        #expect(report.paragraphs.filter { $0.role == .noise }.map(\.text) == [line])
    }

    @Test func `Another page's links go with their head`() throws {
        let report = try TagCases.report(
            "县妇联2018年工作总结\n一年来做了不少事，现将情况总结如下。\n一、培训\n\(Self.text)\n县妇联\n2018年12月20日\n相关推荐：\n妇联工作计划\n妇联述职报告"
        )
        #expect(report.paragraphs.count { $0.role == .noise } == 3)
    }

    @Test(
        arguments: [
            ("2017年，办班5期；2018年，办班8期。", nil), ("去年，县妇联办班5期，培训200人。", 2017), ("去年欠的3期，今年补上了。", 2018),
            ("“十三五”期间，全县新建儿童之家60个。", nil),
        ] as [(String, Int?)])
    func `A paragraph of two years is about neither`(line: String, year: Int?) throws {
        let report = try TagCases.report("县妇联2018年工作总结\n一年来做了不少事。\n一、培训\n\(line)\n\(Self.text)")
        #expect(
            try TagCases.paragraph(String(line.prefix(6)), of: report).concernsYear == year)
    }
}
