import ReportModel
import Testing

@testable import Ingest

/// Compilations whose reports begin without a title that says what it is, and papers with a head of
/// their own.
@Suite struct UnseenTitleTests {
    private func reports(_ text: String) throws -> [Report] {
        try TagCases.source(text).reports
    }

    private static let body = """
        　　我校有女教职工112人，一年来在上级工会指导下做了几件实事，报告如下。
        　　（1）健康。5月组织体检，应检112人，实检109人，查出问题的都已复查。
        　　（2）关爱。走访生病女教师8人，送去慰问金4000元，帮3人联系了医院。
        """

    private static let first = """
        云坪县白石村妇联2018年工作总结
        　　我村妇女420人，一年来做了几件事，说在下面。
        　　（1）照看孩子。留守儿童31人，结对帮扶31人，每周上门一次，没有出过事。
        　　（2）文体。广场舞队20人，参加镇里比赛得了第二名，大家都很高兴。
        """

    @Test(arguments: [
        "白石村妇联\n12月22日", "白石村妇联\n腊月廿三", "白石村妇联主席：王小梅\n农历十二月十九",
        "白石村妇联　2018年12月22日",
    ])
    func `A day without its year closes a report behind a name`(signature: String) throws {
        let reports = try reports(
            Self.first + "\n" + signature + "\n红星小学妇委会工作汇报\n" + Self.body)
        #expect(reports.count == 2)
        #expect(reports.last?.unit.name == "红星小学妇委会")
        #expect(reports.last?.year.basis != .stated)
    }

    @Test(arguments: [
        "绣出新生活\n红星小学妇委会", "木兰花开　香满校园\n红星小学女职工委员会", "以爱育人 与校同行——妇委会这一年\n红星小学妇委会",
    ])
    func `A motto above a unit's name begins a report behind a signature`(title: String) throws {
        let reports = try reports(
            Self.first + "\n白石村妇联\n2018年12月22日\n\n" + title + "\n" + Self.body)
        #expect(reports.count == 2)
        #expect(reports.last?.unit.name.map { $0.contains("红星小学") } == true)
        #expect(reports.last?.year.year != 2018)
    }

    @Test func `A motto alone needs a signature of its own below`() throws {
        let start = Self.first + "\n白石村妇联\n2018年12月22日\n\n木兰花开香满园\n" + Self.body
        let unsure = try TagCases.source(start)
        #expect(unsure.reports.count == 1)
        #expect(unsure.doubts.contains { if case .possibleTitle = $0 { true } else { false } })
        let signed = try reports(start + "\n红星小学妇委会\n2019年1月5日")
        #expect(signed.count == 2)
        #expect(signed.last?.year.year == 2018 || signed.last?.year.basis == .inferred)
    }

    @Test(arguments: [
        "　　凝心聚力开新局，乘风破浪再出发。\n白石村妇联\n2018年12月22日", "巾帼不让须眉\n白石村妇联\n2018年12月22日",
        "白石村妇联\n2018年12月22日\n附：2018年主要指标完成情况\n项目　任务　完成\n体检　100　98",
        "白石村妇联\n2018年12月22日\n先进集体名单\n红星村妇联\n河西村妇联",
    ])
    func `A closing motto, a table and a list begin no report`(end: String) throws {
        #expect(try reports(Self.first + "\n" + end).count == 1)
    }

    @Test(arguments: [
        "第15期（总第207期）\n望川区妇女儿童工作委员会办公室编　　2025年12月26日",
        "2025年第8期\n望川区妇女儿童工作委员会办公室主办　2025年12月26日", "（总第三十一期）\n望川区妇女儿童工作委员会办公室编印　2025年12月26日",
    ])
    func `The head of a paper that comes in numbers tells who made it and when`(head: String)
        throws
    {
        let report = try TagCases.report(
            """
            妇女儿童工作简报
            \(head)

            “两规划”攻坚　“一老一小”提质
            ——我办2025年工作综述
            　　2025年是“十四五”收官之年，我办编制2人，联系成员单位34家，办成了几件实事。
            一、监测
            　　94项指标达标87项，达标率92.6%，比去年提高3.2个百分点，督办单发出11张。
            二、短板问题照出来
            　　小学生近视率48.2%，比目标高6.2个百分点；成员单位联络员一年换了15人。
            三、2026年谋起来
            　　欠下的145个托位上半年补上，再新增普惠托位500个，北片至少建成一家。
            """)
        #expect(report.unit.type == .womenChildrenCommittee)
        #expect(report.unit.name.map { $0.hasPrefix("望川区") } == true)
        #expect(report.year.year == 2025 && report.year.basis == .stated)
        let roles = report.paragraphs.prefix(5).map(\.role)
        #expect(roles == [.title, .noise, .signature, .title, .title])
        #expect(try TagCases.paragraph("近视率", of: report).kind == .problem)
        let plan = try TagCases.paragraph("145个", of: report)
        #expect(plan.kind == .plan && plan.concernsYear == 2026)
    }

    @Test(arguments: ["泽宁市教育局高新区分局", "泽宁市公安局城南分局", "泽宁市税务局云湖分局"])
    func `A department's part keeps the place between`(unit: String) throws {
        let report = try TagCases.report(
            "妇女儿童工作年终情况报告\n　　我局辖区有学校58所，女教师2013名。\n　　一、办班2次，参加120人。\n\(unit)\n12月22日")
        #expect(report.unit.name == unit)
        #expect(report.unit.type == .governmentDepartment)
    }

    @Test(arguments: [
        "成员单位年度报告选编\n云河省妇儿工委办公室编　　内部交流", "全省妇女工作总结汇编", "机关妇委会工作交流材料（2018）\n（内部资料　注意保存）",
    ])
    func `Under a compiler's headline titles need no signature above them`(head: String) throws {
        let text = """
            \(head)

            云河省民政厅2016年实施妇女发展规划情况报告
            　　我厅把规划所列11项指标分解到8个处室，9项已提前达标，2项进展偏慢，需要加力。
            　　2017年，我厅将新增儿童福利督导员1.2万名，提高农村低保标准。
            云河省卫生健康委员会落实妇女健康指标工作小结
            　　今年我委统筹疫情防控与妇幼健康，孕产妇死亡率降到9.1/10万，检查70.4万人。
            　　下一步，争取将适龄女孩疫苗接种纳入省民生实事，首批选3个市试点。
            关于18年妇女发展宣传工作的汇报
            　　接函后，我局对照目标责任书逐条梳理，现汇报如下，不当之处请予纠正。
            　　1．播出公益广告7300余条次，折合时长92小时；策划系列报道40集。
            云河省新闻出版广电局
            2018.12.10
            """
        let reports = try reports(text)
        #expect(reports.map(\.unit.name) == ["云河省民政厅", "云河省卫生健康委员会", "云河省新闻出版广电局"])
        #expect(reports.map(\.year.year).last == 2018)
        #expect(reports[1].year.basis != .stated)
    }

    @Test func `Katakana that a scan reads for Chinese characters are read as these`() throws {
        let report = try TagCases.report(
            "滨湖区妇エ委2018年工作总结\n　　过去一年，区妇エ委在区委领导下做了几件事。\n　　一、组织女エ免费筛查2118人。")
        #expect(report.unit.name == "滨湖区妇工委")
    }

    @Test func `A spring that is past is no plan`() throws {
        let report = try TagCases.report(
            "柳坳乡妇联2013年的工作\n　　柳坳是个山窝窝，13个村，一年来做了几件事。\n　　一、增收\n　　开春的时候，跟乡农技站在两个村教栽魔芋，来学的87个，有9个拿了本本，都找到了活。\n　　二、明年\n　　开春，先把魔芋扩到150亩，注册个合作社。"
        )
        #expect(try TagCases.paragraph("来学的", of: report).kind == .done)
        #expect(try TagCases.paragraph("150亩", of: report).kind == .plan)
    }
}
