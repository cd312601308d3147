import Foundation
import ReportIndex
import ReportModel
import TestSupport
import Testing

@testable import ReportQuery

/// A year's plans against the next year's report.
@Suite struct PromiseTests {
    private static let plan = """
        青石县妇女联合会2018年工作总结

        一、2018年工作
        全年举办培训班10期，培训妇女500人次。走访慰问困难户120户。
        二、2019年工作打算
        1.发放妇女小额贷款100笔。
        2.“两癌”检查不少于1200人，查出困难患者每人争取救助金1万元。
        3.在县城建成维权服务中心一处，六月底前挂牌。
        4.给村妇联各添一台打印机；年底搞一次执委评比；带全体执委出去学习一趟。
        5.新建儿童之家4个。
        """
    private static let result = """
        青石县妇女联合会2019年工作总结

        一、2019年工作
        1.全年发放妇女小额贷款104笔，到期全部收回。银行换系统停了一个多月，群众等得有些急。
        杨柳镇发放妇女小额贷款10笔。
        2.“两癌”任务1200人，实际检查1263人，完成105.3%；查出异常43人，3名患者每人领到救助金1万元，合计3万元。
        3.维权服务中心9月9日在县城挂牌，接待来访137人次。
        4.村妇联的打印机买了6台。执委评比因故取消了。
        项目\t任务数\t完成数
        新建儿童之家（个）\t4\t3
        二、2020年打算
        举办培训班12期。
        """

    private func review() throws -> PlanReview {
        let folder = try TemporaryFolder()
        for (name, text) in [("a.txt", Self.plan), ("b.txt", Self.result)] {
            try Data(text.utf8).write(to: URL(fileURLWithPath: folder.path(name)))
        }
        let sources = try TestIndex.read(folder.path)
        let path = folder.path("index.sqlite")
        try TestIndex.write(sources, to: path)
        let reading = try IndexDatabase.open(path).reading()
        return try ComparisonEngine().promises(of: "青石县妇女联合会", year: 2019, in: reading)
    }

    private func row(_ part: String, in review: PlanReview) throws -> PlanReview.Row {
        try #require(review.rows.first { $0.plan.activity.span.contains(part) })
    }

    @Test func `Figures decide that are of the same thing and of the whole unit`() throws {
        let review = try review()
        let loans = try row("小额贷款", in: review)
        #expect(loans.outcome == .kept)
        #expect(loans.actual?.value == 104)
        let checks = try row("1200人", in: review)
        #expect(checks.outcome == .kept)
        #expect(checks.actual?.value == 1263)
        let homes = try row("儿童之家", in: review)
        #expect(homes.outcome == .partly)
        #expect(homes.actual?.value == 3)
    }

    @Test func `A month behind the promised one is late, whatever was reached`() throws {
        let centre = try row("维权服务中心", in: try review())
        #expect(centre.outcome == .partly)
        if case .months(let due, let came) = centre.reason {
            #expect(due == 6)
            #expect(came == 9)
        } else {
            Issue.record("no months: \(centre.reason)")
        }
    }

    @Test func `What was cancelled beside a promise does not answer it`() throws {
        let review = try review()
        #expect(try row("打印机", in: review).outcome != .notKept)
        #expect(try row("评比", in: review).outcome == .notKept)
        #expect(try row("出去学习", in: review).outcome == .noTrace)
    }

    @Test(arguments: [
        ("杨柳镇发放贷款10笔", "杨柳镇"), ("石坝村\t3\t4", "石坝村"), ("全镇发放贷款10笔", nil), ("14个乡镇都办了班", nil),
        ("农村妇女培训", nil),
        ("各村发放", nil), ("县里的杨柳镇", nil),
    ])
    func `The part a sentence is about is the name that opens it`(_ text: String, _ name: String?) {
        #expect(PartOfUnit.name(in: text) == name)
    }

    @Test(arguments: [
        ("六月底前挂牌", 6), ("争取上半年动工", 6), ("三季度完成", 9), ("11月前全部做完", 11), ("十二月底以前", 12), ("目前", nil),
        ("3个月", nil),
    ])
    func `The last month of a promise`(_ text: String, _ month: Int?) {
        #expect(PromiseMonths.due(in: text) == month)
    }
}
