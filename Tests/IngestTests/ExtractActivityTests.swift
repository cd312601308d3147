import ReportModel
import Testing

@testable import Ingest

@Suite struct ExtractActivityTests {
    private let extractor: ActivityExtractor

    init() throws {
        extractor = try ActivityExtractor()
    }

    private func activities(_ text: String, kind: Kind = .done, headings: [String] = [])
        -> [Activity]
    {
        var paragraph = Paragraph(line: 1, text: text, headings: headings)
        paragraph.kind = kind
        return extractor.activities(of: paragraph)
    }

    private func spans(_ text: String, kind: Kind = .done) -> [String] {
        activities(text, kind: kind).map(\.span)
    }

    // MARK: What counts

    @Test(arguments: [
        "3月8日，在文化广场举办趣味运动会。", "走访慰问困难妇女35户。", "为50名未成年人提供法律援助。", "成立巾帼志愿服务队。",
        "向困难家庭发放慰问金2万元。", "继续开展“书香家庭”评选活动。", "做好妇女信访接待工作。", "利用赶集日悬挂横幅20条。", "办了两期茶叶培训班。",
        "劝和了38对夫妻。", "制定《家庭教育工作五年规划》。", "对来访群众耐心进行了心理疏导。",
    ])
    func `A concrete deed is an activity`(_ text: String) {
        #expect(activities(text).count == 1)
    }

    @Test(arguments: [
        "提高广大妇女参加培训的积极性。", "营造了关爱儿童的良好氛围。", "团结带领广大妇女建功立业。", "充分发挥桥梁纽带作用。", "认真贯彻落实上级会议精神。",
        "全市生产总值增长9%。", "城镇登记失业率控制在4%以内。", "工作中还存在经费不足的问题。", "妇女儿童工作取得了显著成效。", "学习是一个长期的过程。",
        "在市妇联的正确指导下，各项工作进展顺利。", "现将开展活动的情况汇报如下。", "信访案件调处率达99%。", "未开展入户走访。", "持续加大“三农”投入。",
    ])
    func `A slogan, an aim, a figure or a lack is none`(_ text: String) {
        #expect(spans(text).isEmpty)
    }

    // MARK: Lists

    @Test func `Items behind 一是 and 二是 are records of their own, without the marker`() {
        let spans = spans("一是举办法律讲座5场；二是发放宣传册800本；三是接待来访妇女36人次。")
        #expect(spans == ["举办法律讲座5场", "发放宣传册800本", "接待来访妇女36人次"])
    }

    @Test func `并 and 同时 part two deeds`() {
        let spans = spans("举办了亲子运动会，并走访慰问孤儿12名，同时组织志愿者清扫街道。")
        #expect(spans == ["举办了亲子运动会", "走访慰问孤儿12名", "组织志愿者清扫街道"])
    }

    @Test func `A chain inside one clause is cut before its second verb`() {
        let spans = spans("为10名贫困母亲发放救助金、为6名患病妇女捐赠药品。")
        #expect(spans == ["为10名贫困母亲发放救助金", "为6名患病妇女捐赠药品"])
    }

    @Test func `A list of nouns is not cut`() {
        let spans = spans("组织岗位培训、劳动竞赛、技能比武等活动。")
        #expect(spans.count == 1)
    }

    @Test func `Results join the deed before them`() throws {
        let activity = try #require(activities("看望留守儿童30名，送去慰问金价值6000元，其中女童12名。").first)
        #expect(activity.quantities.map(\.raw) == ["30名", "6000元", "12名"])
    }

    @Test func `A sentence that only announces its list is no record`() {
        let spans = spans("一是加强妇女宣传教育。在三个社区举办讲座6场。")
        #expect(spans == ["在三个社区举办讲座6场"])
    }

    // MARK: Status

    @Test func `A plan's paragraph is planned, others are done`() {
        #expect(activities("开展巾帼家政培训。", kind: .plan).map(\.status) == [.planned])
        #expect(activities("开展巾帼家政培训。", kind: .overview).map(\.status) == [.done])
    }

    @Test(arguments: [
        "明年举办两期家政培训班。", "我们将继续开展“巾帼讲堂”活动。", "下一步，在各村建立儿童之家10个。", "妇联将适时召开表彰大会。",
    ])
    func `Wording tells a plan where the kind does not`(_ text: String) {
        #expect(activities(text, kind: .other).map(\.status) == [.planned])
    }

    @Test func `将 that means 把 is no future`() {
        #expect(activities("将普法讲座列入教学计划。").map(\.status) == [.done])
    }

    @Test func `After 下一步 the whole rest is planned`() {
        let status = activities("今年举办培训班3期。下一步，举办讲座2场。慰问老人20名。").map(\.status)
        #expect(status == [.done, .planned, .planned])
    }

    @Test func `Without a kind the headings tell a plan`() {
        let planned = activities("开展巾帼家政培训。", kind: .other, headings: ["二、2019年工作打算"])
        #expect(planned.map(\.status) == [.planned])
    }

    // MARK: Fields

    @Test func `Name, verb, date, place and partners are read as written`() throws {
        let text = "6月1日，区妇联联合区教育局在红旗小学开展“护苗行动”宣讲活动，惠及学生200人。"
        let activity = try #require(activities(text).first)
        #expect(activity.name == "“护苗行动”")
        #expect(activity.action == "开展")
        #expect(activity.object == "“护苗行动”宣讲活动")
        #expect(activity.date == "6月1日")
        #expect(activity.place == "红旗小学")
        #expect(activity.partners == ["区教育局"])
        #expect(activity.quantities.map(\.value) == [200])
    }

    @Test func `与 names a partner only with 共同 or its like`() {
        #expect(activities("与区司法局共同举办普法讲座。").first?.partners == ["区司法局"])
        #expect(activities("举办家长与孩子阅读比赛。").first?.partners == [])
    }

    @Test func `A festival with what belongs to it is the date`() {
        #expect(activities("春节、元旦期间，走访慰问困难家庭20户。").first?.date == "春节、元旦期间")
        #expect(activities("“三八”妇女节前夕，举办茶话会。").first?.date == "“三八”妇女节前夕")
    }

    @Test func `Without a programme verb and object are the name`() {
        #expect(activities("走访慰问了35户困难妇女。").first?.name == "走访慰问困难妇女")
    }

    @Test func `Traditional characters and full width digits read the same`() {
        let activity = activities("開展兩癌檢查，檢查婦女１２０名。").first
        #expect(activity?.span == "開展兩癌檢查，檢查婦女１２０名" || activity?.action == "開展")
        #expect(activities("走訪慰問困難婦女３５戶。").first?.quantities.first?.value == 35)
    }

    @Test func `Only body lines are read`() {
        var report = Report(title: "", firstLine: 1, lastLine: 2, paragraphs: [])
        report.paragraphs = [
            Paragraph(line: 1, text: "一、举办运动会2场", role: .heading),
            Paragraph(line: 2, text: "举办运动会2场。"),
        ]
        extractor.extract(&report)
        #expect(report.paragraphs.map(\.activities.count) == [0, 1])
    }
}
