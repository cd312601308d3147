import ReportModel
import Testing

@testable import Ingest

/// Plans, shortcomings and requests that no word names, near the end of a report.
@Suite struct UnseenToneTests {
    private static let opening = """
        青山县妇联2018年工作总结
        2018年，县妇联围绕中心，服务大局，做了以下工作。
        宣传与培训
        全年办培训班8期，培训妇女460人次，发放资料3000份。
        三八节当天表彰三八红旗手20名，县电视台作了报道。
        维权与关爱
        接待来访36件，办结34件，移交司法所2件。
        六一前夕慰问困境儿童62名，发放慰问金3.1万元。

        """

    /// The kind of a line under a heading at the report's end.
    private func kind(_ line: String, under heading: String?) throws -> Kind {
        let text =
            Self.opening + (heading.map { $0 + "\n" } ?? "") + line + "\n青山县妇联\n2018年12月20日"
        return try TagCases.paragraph(String(line.prefix(8)), of: try TagCases.report(text)).kind
    }

    @Test(arguments: [
        ("几句心里话", "村里开会喊不拢人，一开口就是没空；账本也记得潦草，年底对不上数。"),
        ("还惦记着的事", "托管点一到冬天冷得坐不住，家长有意见；两个村的妇女之家常年锁着门。"),
        ("看看自己", "一年干下来，最对不住的是贷款：申请的86户，放下来的只有19户；讲师年初7人，现在剩3人。"),
        ("没办利索的", "暖气改造报了三回，业主为占地方吵个没完，志愿者年纪偏大。"),
    ])
    func `Shortcomings sound like it`(heading: String, line: String) throws {
        #expect(try kind(line, under: heading) == .problem)
    }

    @Test(arguments: [
        ("来年的活计", "把锁着门的两个妇女之家开起来，配上书和桌椅；讲师补足7人。"),
        ("2019年", "办班12期，培训600人；建儿童之家5个。"),
        ("转过年来先说定这些", "创业担保贷款放到150笔，坏账控制在1%以内。"),
        ("往后的路", "楼栋妈妈补到100名，一栋楼一个；课堂再开2个点。"),
    ])
    func `Plans sound like it`(heading: String, line: String) throws {
        #expect(try kind(line, under: heading) == .plan)
    }

    @Test(arguments: [
        ("志愿服务", "组织巾帼志愿者120人开展清洁家园行动16次，清运垃圾30吨，没有发生一起安全事故。"),
        ("健康服务", "两癌检查覆盖率达到95%，孕产妇住院分娩率达到100%，无一例死亡。"),
        ("宣传", "将妇女工作纳入全县考核，分解任务到各乡镇，确保了各项工作落到实处。"),
        ("创业", "请县农技站技术员到村里讲课5次，支持妇女发展大棚。"),
        ("平时的事也没有落下", "六一那天给67个孩子送书包，妇女们扮了十几个角色。"),
        ("宣传品", "折页印了8000份，发出去6500份左右，剩余的留着明年用。"),
    ])
    func `What was done stays done`(heading: String, line: String) throws {
        #expect(try kind(line, under: heading) == .done)
    }

    @Test(arguments: [
        "恳请市妇联在项目和资金上给予倾斜。", "盼望县里早日批下编制，让基层有人干事。", "请县财政把村妇联主席的误工补贴列入预算。",
    ])
    func `What others are asked for is advice`(line: String) throws {
        #expect(try kind(line, under: nil) == .advice)
    }
}
