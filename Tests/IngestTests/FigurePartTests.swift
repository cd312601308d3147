import ReportModel
import Testing

@testable import Ingest

/// What the figures of a record say about it.
@Suite struct FigurePartTests {
    private let extractor: ActivityExtractor

    init() throws { extractor = try ActivityExtractor() }

    private func parts(_ text: String, kind: Kind = .done) -> [String: Quantity.Part] {
        var paragraph = Paragraph(line: 1, text: text)
        paragraph.kind = kind
        var parts: [String: Quantity.Part] = [:]
        for activity in extractor.activities(of: paragraph) {
            for quantity in activity.quantities { parts[quantity.raw] = quantity.part }
        }
        return parts
    }

    @Test func `A task, a result and a share are told apart`() {
        let parts = parts("为农村妇女免费检查，任务5000人，实际检查5240人，完成104.8%，其中确诊12人。")
        #expect(parts["5000人"] == .target)
        #expect(parts["5240人"] == .head)
        #expect(parts["104.8%"] == .rate)
        #expect(parts["12人"] == .ofWhich)
    }

    @Test func `Last year's figure and the difference from it are no heads`() {
        let parts = parts("走访慰问困难户230户，比上年多15户，发放慰问金46万元，去年是43万元。")
        #expect(parts["230户"] == .head)
        #expect(parts["15户"] == .previous)
        #expect(parts["46万元"] == .head)
        #expect(parts["43万元"] == .previous)
    }

    @Test func `What each got and what changed from one figure to another`() {
        let parts = parts("资助女学生117人，每人2000元，示范基地由3个增加到8个，年龄35至64岁。")
        #expect(parts["117人"] == .head)
        #expect(parts["2000元"] == .perItem)
        #expect(parts["3个"] == .previous)
        #expect(parts["8个"] == .head)
        #expect(parts["35至64岁"] == .age)
    }

    @Test func `A verb of one character tells what was asked for and what came`() {
        let parts = parts("原排夜市12晚，实开9晚，应到商户80户，实到71户。")
        #expect(parts["12晚"] == .target)
        #expect(parts["9晚"] == .head)
        #expect(parts["80户"] == .target)
        #expect(parts["71户"] == .head)
    }

    @Test func `What was meant to be new is a target, and the sum with the new ones a stock`() {
        let meant = parts("年初议定新建母婴室6间，到年底只有4间。")
        #expect(meant["6间"] == .target)
        #expect(meant["4间"] == .head)
        let sum = parts("新增阅览室3间，全县共11间。")
        #expect(sum["3间"] == .head)
        #expect(sum["11间"] == .other)
    }

    @Test func `Prices, shares of a whole and lists behind 其中`() {
        #expect(parts("送书包80个，一个45元。")["45元"] == .perItem)
        #expect(parts("救助21人，最少的2000元，最多的2万元。")["2万元"] == .perItem)
        #expect(parts("办班12期，占全县班次30期的40%。")["30期"] == .other)
        #expect(parts("去年是45户，少了6户。")["6户"] == .previous)
        let list = parts("起诉31人，其中盗窃4件6人，诈骗2件3人。")
        #expect(list["2件"] == .ofWhich)
        #expect(list["3人"] == .ofWhich)
    }

    @Test func `In a plan the figure is a target`() {
        let parts = parts("举办培训班15期，每期40人，培训妇女不少于600人次。", kind: .plan)
        #expect(parts["15期"] == .target)
        #expect(parts["40人"] == .perItem)
        #expect(parts["不少于600人次"] == .target)
    }

    @Test func `A difference is of the earlier time, or what is missing from a task`() {
        let parts = parts("办讲座12场，比原定少3场，听众860人，比2016年的800人多60人，还差40人。")
        #expect(parts["12场"] == .head)
        #expect(parts["3场"] == .other)
        #expect(parts["860人"] == .head)
        #expect(parts["800人"] == .previous)
        #expect(parts["60人"] == .previous)
        #expect(parts["40人"] == .other)
    }

    @Test func `累计 is a stock, and a head where this year's own deeds are added up`() {
        #expect(parts("本年累计举办讲座12场。")["12场"] == .head)
        #expect(parts("累计走访妇女120户。")["120户"] == .head)
        let parts = parts("新建儿童之家3个，累计建成29个。")
        #expect(parts["3个"] == .head)
        #expect(parts["29个"] == .other)
    }

    @Test func `Shares are no heads, in the sentence behind a full stop too`() {
        let parts = parts("接待来访176件。其中家暴类31件、财产类18件。走访老人93名，谈成的41名。")
        #expect(parts["31件"] == .ofWhich)
        #expect(parts["18件"] == .ofWhich)
        #expect(parts["41名"] == .ofWhich)
        let found = self.parts("免费检查妇女5240人，查出宫颈癌2例。")
        #expect(found["2例"] == .ofWhich)
    }

    @Test func `What each got says nothing of the next number of people`() {
        let parts = parts("资助女童96名，其中小学生40名每人800元、初中生56名每人1000元。")
        #expect(parts["40名"] == .ofWhich)
        #expect(parts["56名"] == .ofWhich)
        #expect(parts["1000元"] == .perItem)
    }

    @Test func `Names of plans and books of tasks are no targets`() {
        let parts = parts("签订目标责任书120份，慰问计划生育家庭35户，审计项目6个。")
        #expect(parts["120份"] == .head)
        #expect(parts["35户"] == .head)
    }

    @Test func `Before and after are told apart over long names`() {
        let parts = parts("示范校由城关镇、石坪乡、官渡镇等地的3所增加到全县的7所。")
        #expect(parts["3所"] == .previous)
        #expect(parts["7所"] == .head)
    }

    @Test(arguments: [
        "原定举办的亲子运动会没有办成。", "因资金未到位，服务中心未能开工。", "现场会因雨改期，最后取消。", "给乡镇配电脑没有列入预算，一台也没有配成。",
        "另有3个驿站因场地装修推迟到2022年上半年投用。", "维修工程因资金没到位，延到明年再办。", "年终评比因故取消了。",
    ])
    func `What was meant and not done is told so`(_ text: String) {
        var paragraph = Paragraph(line: 1, text: text)
        paragraph.kind = .done
        #expect(extractor.activities(of: paragraph).contains { $0.status == .notDone })
    }

    @Test(arguments: [
        ("会同县人社局、县总工会在城关镇举办招聘会1场。", ["县人社局", "县总工会"]), ("与县法院共建调解室3个。", ["县法院"]),
        ("由县司法局指派律师值班20次。", ["县司法局"]), ("县财政安排经费30万元。", ["县财政"]), ("邀请市妇幼保健院开展义诊2场。", ["市妇幼保健院"]),
        ("举办讲座3场，发放资料200份。", []),
    ])
    func `Partners are named whole`(_ text: String, _ partners: [String]) {
        var paragraph = Paragraph(line: 1, text: text)
        paragraph.kind = .done
        let found = extractor.activities(of: paragraph).flatMap(\.partners)
        #expect(found == partners)
    }
}
