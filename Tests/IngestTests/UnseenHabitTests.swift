import Documents
import ReportModel
import Testing

@testable import Ingest

/// Writers' habits met in documents that nobody had seen.
@Suite struct UnseenHabitTests {
    @Test func `A university's hospital is no university`() throws {
        let report = try TagCases.report(
            "宁北大学第三附属医院工会女职委\n2023年工作总结\n　　院女职委现有委员11人。\n　　一、办班2次。")
        #expect(report.unit.name == "宁北大学第三附属医院工会女职委")
        #expect(report.unit.type == .other)
    }

    @Test func `A Roman number stands before a year too`() throws {
        let report = try TagCases.report(
            "妇委会总结\n　　一年来做了几件事，说在下面。\nⅠ.不足\n　　活动时间与倒班冲突，参与的人少。\nⅡ.2024年计划\n　　体检参检率提高到97%，办班1期。")
        #expect(try TagCases.paragraph("提高到", of: report).headings == ["2024年计划"])
    }

    @Test func `What opens with the next year is planned`() throws {
        let report = try TagCases.report(
            """
            东风厂女职委2005年工作总结
            2005年，女职委做了下面几项工作。
            一抓技能。156名选手参加操作赛，前十名涨工资。
            要说欠缺，一是夜校停了半年；二是宿舍没暖气。
            06年，夜校三月复课，全年办6期；剩下的宿舍十月前通暖气。
            """)
        let plan = try TagCases.paragraph("三月复课", of: report)
        #expect(plan.kind == .plan)
        #expect(plan.concernsYear == 2006)
        #expect(try TagCases.paragraph("要说欠缺", of: report).kind == .problem)
    }

    @Test func `An opening that owns to what was left undone still announces the report`() throws {
        let report = try TagCases.report(
            "县妇联2018年总结\n　　今年以来，县妇联办成了几件事，也有几件没有办好，人手一直紧。现将有关情况总结如下。\n　　一、培训。办班3期。")
        #expect(try TagCases.paragraph("今年以来", of: report).kind == .overview)
    }

    @Test func `Under shortcomings and plans together what opens with the next year is planned`()
        throws
    {
        let report = try TagCases.report(
            """
            白石镇妇联二〇一九年工作总结
            　　二〇一九年，镇妇联走村串户，做了不少细碎而实在的工作，小结如下。
            一、增收
            　　办班9期，参训412人次，签订单一宗，建成竹编坊一间。
            二、不足与打算
            　　干部少、事情杂，主席兼着民政专干；村级妇女之家十九个里有七个空挂牌子。
            　　二〇二〇年，计划办技能培训10班，竹编坊争取进县城设一个专卖点；空牌整治全覆盖。
            　　再就是烘干房，用电的事年前由镇长带去县供电公司当面讲，最迟六月装好。
            """)
        #expect(try TagCases.paragraph("空挂牌子", of: report).kind == .problem)
        #expect(try TagCases.paragraph("专卖点", of: report).kind == .plan)
        #expect(try TagCases.paragraph("烘干房", of: report).kind == .plan)
        #expect(try TagCases.paragraph("专卖点", of: report).concernsYear == 2020)
    }

    @Test func `What opens with the next year is planned whatever it asks of others`() throws {
        let report = try TagCases.report(
            "渡口村妇代会14年工作汇报\n　　现将一年来的工作汇报如下。\n（1）文体。广场舞队20人，比了一回。\n　　明年还望乡里多支持：婆媳评比一定评出来，评12对；再派个老师教种菌子。"
        )
        let plan = try TagCases.paragraph("还望", of: report)
        #expect(plan.kind == .plan)
        #expect(plan.concernsYear == 2015)
    }
}
