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

    @Test func `In a plan the figure is a target`() {
        let parts = parts("举办培训班15期，每期40人，培训妇女不少于600人次。", kind: .plan)
        #expect(parts["15期"] == .target)
        #expect(parts["40人"] == .perItem)
        #expect(parts["不少于600人次"] == .target)
    }

    @Test(arguments: [
        "原定举办的亲子运动会没有办成。", "因资金未到位，服务中心未能开工。", "现场会因雨改期，最后取消。", "给乡镇配电脑没有列入预算，一台也没有配成。",
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
