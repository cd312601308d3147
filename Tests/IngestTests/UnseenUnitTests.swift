import ReportModel
import Testing

@testable import Ingest

/// Units that are named in the signature, by a page's source or in parts only.
@Suite struct UnseenUnitTests {
    private func unit(_ text: String) throws -> UnitTag { try TagCases.report(text).unit }

    private static let body = "今年以来，我委认真抓好女职工工作，举办培训3期，慰问困难职工20人。\n一、培训。办班3期，参加120人。\n"

    @Test(arguments: [
        ("临江工业园区总工会女职工委员会2022年工作总结\n" + body, "临江工业园区总工会女职工委员会", AdminLevel.county),
        ("2018年工作总结\n" + body + "云岭县中医院妇委会\n2018年12月", "云岭县中医院妇委会", .county),
        ("岭南大学附属第二医院女职工委员会2019年工作总结\n" + body, "岭南大学附属第二医院女职工委员会", .unknown),
        ("县税务局机关妇委会二〇一九年工作总结\n" + body, "县税务局机关妇委会", .county),
        ("共青团临安县委2019年少年儿童工作总结\n" + body, "共青团临安县委", .county),
        ("团市委2019年未成年人工作总结\n" + body, "团市委", .city),
        ("北关街道纺织厂社区居委会2023年工作总结\n" + body, "纺织厂社区", .village),
        ("柳行村妇代会2013年工作小结\n" + body, "柳行村妇代会", .village),
        ("国家税务总局临渠县税务局妇工委工作总结\n" + body, "临渠县税务局妇工委", .county),
        (
            "2019年女职工工作小结\n（提交园区工会二届五次全委会）\n" + body + "临港工业园区总工会女职工委员会\n2019年12月5日",
            "临港工业园区总工会女职工委员会", .county
        ),
    ])
    func `The body is named as fully as the text does`(
        text: String, name: String, level: AdminLevel
    ) throws {
        let unit = try unit(text)
        #expect(unit.name == name)
        #expect(unit.level == level)
    }

    @Test func `A page's source gives the place of the unit that calls itself the county's`() throws
    {
        let text =
            "洛桥县人民政府门户网站\n当前位置：首页 >> 关工动态\n2022年县关工委工作总结\n来源：洛桥县关工委　　发布时间：2023-03-08　　阅读次数：217\n县关工委组织五老讲课62场，听讲3.4万人次。\n二、帮教。帮教31名失足青少年。"
        #expect(try unit(text).name == "洛桥县关工委")
    }

    @Test func `A street's federation that acts is the writer, not the street`() throws {
        let text =
            "小切口做实服务——2023年度工作总结\n枣园街道地处老城，辖9个社区。2023年，街道妇联把学习摆在前头。\n01　阵地\n9个社区的妇女之家挨个走了一遍，能用的6个。"
        #expect(try unit(text).name == "枣园街道妇联")
    }

    @Test func `A village's old women's assembly is today's federation`() throws {
        func key(_ name: String) -> UnitKey {
            UnitKey(
                UnitTag(name: name, type: .womensFederation, level: .village, region: ["柳行村"]),
                path: name, firstLine: 1)
        }
        #expect(key("柳行村妇代会") == key("柳行村妇联"))
    }
}
