import ReportModel
import Testing

@testable import Ingest

@Suite struct TagUnitTests {
    @Test func `The author is named before its superiors and partners`() throws {
        let report = try TagCases.report(
            """
            南塘县妇联2018年工作总结
            一年来，南塘县妇联在市妇联的指导下，在县委的领导下，认真履职。
            一、联合县司法局开展普法
            与县教育局、县卫健局一起，组织干部赴北岭县妇联学习。县妇联还邀请省妇联专家授课。
            """)
        #expect(report.unit.name == "南塘县妇联")
        #expect(report.unit.type == .womensFederation)
        #expect(report.unit.level == .county)
        #expect(report.evidence.contains { $0.field == "unit" && !$0.quote.isEmpty })
    }

    @Test func `An office that only says 我局 has a type and a level but no name`() throws {
        let report = try TagCases.report(
            """
            20xx年，我局在区委、区政府的领导下，在区妇联的指导下，做好妇女工作，现总结如下：
            一、领导重视
            我局成立了领导小组，我区的工作走在前列。
            """)
        #expect(report.unit.name == nil)
        #expect(report.unit.type == .governmentDepartment)
        #expect(report.unit.level == .county)
    }

    @Test func `A notice that only mentions governments has no level`() throws {
        let report = try TagCases.report(
            "关于做好有关工作的通知\n各市人民政府、省直各部门要高度重视，市政府要加强领导，县委要抓好落实。")
        #expect(report.unit.name == nil)
        #expect(report.unit.level == .unknown)
    }

    @Test func `A reply to the committee's notice comes from a member department`() throws {
        let report = try TagCases.report(
            "根据《××市妇女儿童工作委员会办公室关于报送工作总结的通知》精神，我市主要做了以下工作：\n一、兴修水利\n新建水渠三条。")
        #expect(report.unit.type == .governmentDepartment)
        #expect(report.unit.level == .city)
        #expect(report.unit.name == nil)
    }

    @Test func `A masked place keeps its mask in the name`() throws {
        let report = try TagCases.report(
            "一年来，××区残联在区委领导下，做好残疾妇女工作，现汇报如下：\n一、就业\n帮助残疾人就业。")
        #expect(report.unit.name == "XX区残联")
        #expect(report.unit.type == .disabledFederation)
    }

    @Test func `Full and short names of a unit are one`() throws {
        let report = try TagCases.report(
            "南塘县妇女联合会2019年工作总结\n2019年，县妇联认真履职。\n南塘县妇女联合会\n2019年12月20日")
        #expect(report.unit.name == "南塘县妇联")
    }

    @Test(arguments: [
        ("我镇党委重视妇女工作，我镇全年新建妇女之家3个。", UnitType.township, AdminLevel.township),
        ("我社区妇女工作在街道领导下开展，我社区有居民三千户。", .community, .village),
        ("我校重视女教师工作，我校有女教师四十名。", .school, .unknown),
    ])
    func `A unit's word for itself gives its type`(
        text: String, type: UnitType, level: AdminLevel
    ) throws {
        let report = try TagCases.report("今年以来，工作有序开展，总结如下：\n" + text)
        #expect(report.unit.type == type)
        #expect(report.unit.level == level)
    }

    @Test func `A government report belongs to its city`() throws {
        let report = try TagCases.report(
            """
            政府工作报告
            ——2014年1月8日在烟台市第十六届人民代表大会第三次会议上
            各位代表：
            现在，我代表市人民政府，向大会报告工作，请予审议。
            **一、2013年工作回顾**
            全市生产总值增长10%。
            **二、2014年工作安排**
            新建学校5所。
            """)
        #expect(report.unit.name == "烟台市")
        #expect(report.unit.type == .government)
        #expect(report.unit.level == .city)
        #expect(report.unit.region == ["山东省", "烟台市"])
    }

    @Test func `A name no gazetteer has is read from a clause's start`() throws {
        let gazetteer = try Gazetteer()
        let names = try UnitRules().places
        let text = foldedScalars("今年,云溪县白石镇光明村")
        let chain = PlaceChain(endingAt: text.count, in: text, gazetteer, names)
        #expect(chain.elements.map(\.name) == ["云溪县", "白石镇", "光明村"])
    }

    @Test(arguments: [
        ("靖和县", ["靖和县"]), ("山东省靖和县", ["山东省", "靖和县"]), ("和县", ["和县"]), ("安徽省和县", ["安徽省", "和县"]),
        ("市妇联和县", ["和县"]), ("我们和县", ["和县"]),
    ])
    func `A name that ends like a shorter one is read whole`(_ text: String, _ names: [String])
        throws
    {
        let text = foldedScalars(text)
        let chain = PlaceChain(
            endingAt: text.count, in: text, try Gazetteer(), try UnitRules().places)
        #expect(chain.elements.map(\.name) == names)
    }

    @Test func `Words like 农村 and 城镇 are no places`() throws {
        let gazetteer = try Gazetteer()
        let names = try UnitRules().places
        for word in ["广大农村", "推进城镇", "全市", "社会各区"] {
            let text = foldedScalars(word)
            #expect(
                PlaceChain(endingAt: text.count, in: text, gazetteer, names).elements.isEmpty,
                "\(word)")
        }
    }

    @Test func `The gazetteer knows parents and the years of a name`() throws {
        let gazetteer = try Gazetteer()
        let place = try #require(gazetteer.places(named: foldedScalars("元坝区")[...]).first)
        #expect(gazetteer.path(of: place) == ["四川省", "广元市", "元坝区"])
        #expect(place.isInForce(2010))
        #expect(!place.isInForce(2016))
        let short = gazetteer.places(named: foldedScalars("黔东南州")[...]).first
        #expect(short?.name == "黔东南苗族侗族自治州")
    }
}
