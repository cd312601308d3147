import ReportModel
import Testing

@testable import Ingest

@Suite struct KindVariationTests {
    private func kind(of words: String, _ text: String) throws -> Kind {
        try TagCases.paragraph(words, of: try TagCases.report(text)).kind
    }

    @Test(arguments: ["工作要点", "工作计划", "工作打算", "工作思路", "实施方案", "工作安排"])
    func `A plan is planned throughout, whatever its headings are called`(title: String) throws {
        let report = try TagCases.report(
            "县妇联2017年\(title)\n一、主要措施\n1.开办月嫂培训班10期，每期60人。\n二、摸清家底\n完成监测指标的数据采集。\n三、去年工作回顾\n去年办班8期，培训480人。"
        )
        let kinds = report.paragraphs.filter { $0.role == .body }.map(\.kind)
        #expect(kinds == [.plan, .plan, .done])
    }

    @Test(arguments: ["工作总结及2019年工作计划", "计划落实情况汇报", "上半年工作小结及下半年安排", "“春蕾计划”实施情况总结"])
    func `What looks back as well is no plan`(title: String) throws {
        #expect(try kind(of: "开办", "县妇联2018年\(title)\n一、培训\n开办月嫂培训班10期，培训60人。") == .done)
    }

    @Test(arguments: [
        ("今年以来，我们开办培训班10期，培训600人。", Kind.done),
        ("要检讨的有这些：村里的妇女干部年纪大，会用电脑的不到两成；活动阵地平时锁着门。", .problem),
        ("不足呢，一是来的多是老面孔；二是账记得粗。", .problem), ("特此报告。", .other), ("以上报告，请审阅。", .other),
        ("如有不妥，请批评指正。", .other),
    ])
    func `A paragraph among results tells what its words say`(line: String, expected: Kind) throws {
        let text = "县妇联2018年工作总结\n一、培训\n开办月嫂培训班10期，培训60人。\n二、维权\n接待来访30件。\n\(line)"
        #expect(try kind(of: String(line.prefix(4)), text) == expected)
    }

    @Test(arguments: [
        ("不顺手的地方", Kind.problem), ("还差在哪里", .problem), ("欠缺", .problem), ("2019年准备这样干", .plan),
        ("二○一九年", .plan),
        ("请市里支持的事", .advice), ("几点建议", .advice), ("下一年想办的事", .plan),
    ])
    func `Headings in plain words decide as well`(heading: String, expected: Kind) throws {
        let text =
            "县妇联2018年工作总结\n一年来做了不少事，现将情况总结如下。\n一、培训\n开办月嫂培训班10期，培训60人。\n二、\(heading)\n车间订单和讲师课酬的事，各乡镇妇联和县直单位都要多想办法。"
        #expect(try kind(of: "车间订单", text) == expected)
    }

    @Test func `Of a section of problems and plans each paragraph tells its own`() throws {
        let text =
            "区残联2009年工作总结\n一、康复\n做手术305例。\n二、没做好的和下一年\n盲道只做了一半，几家意见没有统一。\n今后我们要以更加务实的作风，为残疾人作出新贡献。"
        #expect(try kind(of: "盲道", text) == .problem)
        #expect(try kind(of: "今后", text) == .plan)
    }

    @Test func `A draft of a plan is planned throughout`() throws {
        let report = try TagCases.report(
            "河道所工会\n2024年工作计划（征求意见稿）\n各小组：\n根据县里部署，今年着重做好下列事项。\n1\t护堤\n三月植树一千棵，邀中学生一起种。\n2\t清河\n全年清漂六次，每次两天。"
        )
        #expect(report.title.contains("工作计划"))
        #expect(report.paragraphs[5].kind == .plan)
        #expect(report.paragraphs[7].kind == .plan)
    }

    @Test(arguments: [
        ("明年三月，我所拟把巡河改成两班倒，办法正在征求大家意见。", Kind.plan),
        ("会划船的人还不算多，夜里巡河一时难以排开班。", .problem),
        ("水文资料电子化仍是空白，与县里要求尚有差距。", .problem),
        ("全年巡河二百一十趟，捞起漂浮物十一吨。", .done),
    ])
    func `What opens with next year and politely told problems are told from results`(
        text: String, kind: Kind
    ) throws {
        let report = try TagCases.report(
            "河道所2018年工作总结\n一年来，各项工作取得新进展，现将情况总结如下。\n一、工作完成情况\n\(text)\n沿岸的救生圈一个不少，标尺重新刷了漆。"
        )
        #expect(report.paragraphs[3].kind == kind)
    }
}
