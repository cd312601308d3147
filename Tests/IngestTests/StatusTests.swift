import ReportModel
import Testing

@testable import Ingest

/// Whether something was done, is planned, or was meant and not done.
@Suite struct StatusTests {
    private let extractor: ActivityExtractor

    init() throws { extractor = try ActivityExtractor() }

    private static let cases: [(String, Kind, [Activity.Status])] = [
        ("原定6月开的家长会因暴雨没有开成。", .done, [.notDone]),
        ("计划建设的妇女活动中心，因资金没有到位，至今没动。", .done, [.notDone]),
        ("去年说要给3个社区装电梯，一部也没装。", .done, [.notDone]),
        ("第二期培训班人数不足，搁下了。", .done, [.notDone]),
        ("和邻县的联谊会谈了两回，最后黄了。", .done, [.notDone]),
        ("儿童乐园因选址有争议，推到明年再建。", .done, [.notDone]),
        ("送戏下乡8场只演了5场，剩下3场因天冷没有去。", .done, [.done, .notDone]),
        ("心理咨询室未能按期开放。", .done, [.notDone]),
        ("女职工体检因医院排不开，延至明年一季度进行。", .done, [.notDone]),
        ("夏令营报了预算没批，只好作罢。", .done, [.notDone]),
        ("图书角建了4个，另外2个没有着落。", .done, [.done, .notDone]),
        ("原打算请专家来讲课，几次都没请动。", .done, [.notDone]),
        ("今年没有组织外出考察。", .done, [.notDone]),
        ("巾帼家政公司一直没能注册下来。", .done, [.notDone]),
        ("广场舞大赛报名的队不够，取消了。", .done, [.notDone]),
        ("救助金申请了3次，一分钱也没拿到。", .done, [.done, .notDone]),
        ("母婴室选好了址，就是没人出钱，拖着没建。", .done, [.notDone]),
        ("年初安排的执委述职会没来得及开。", .done, [.notDone]),
        ("这次排查未发现重大隐患，共查看门店86家。", .done, [.done]),
        ("没有漏掉一户，走访困难家庭212户。", .done, [.done]),
        ("原定5月的招聘会推迟到9月举办，进场企业31家。", .done, [.done]),
        ("取消了3项收费，减免费用4.2万元。", .done, [.done]),
        ("不落一人，给60岁以上妇女1 430人做了检查。", .done, [.done]),
        ("未成年人保护宣传走进12所学校。", .done, [.done]),
        ("没花财政一分钱，修好了4公里村道。", .done, [.done]),
        ("下一步，举办女性创业沙龙6期。", .done, [.planned]),
        ("明年春节前，再走访困难母亲100户。", .done, [.planned]),
        ("将于12月底前完成138户改厕。", .done, [.planned]),
        ("拟新建儿童之家5个，已报县里审批。", .done, [.planned]),
        ("办好家长夜校12期，每期不少于40人。", .plan, [.planned]),
        ("妇女之家再添5个，把旧的8个翻修一遍。", .plan, [.planned, .planned]),
        ("9月前把欠的两场补上。", .plan, [.planned]),
        ("续聘法律顾问1名，坐班每周两天。", .plan, [.planned]),
        ("体检名额增到600个，向环卫女工倾斜。", .plan, [.planned]),
        ("帮扶车间招工过百，工资月月清。", .plan, [.planned]),
        ("已与县医院谈妥，4月查体900人。", .plan, [.planned]),
        ("去年已培训的300人，今年复训一遍。", .plan, [.planned]),
        ("送教下乡20场，抓住农闲时节。", .plan, [.planned]),
        ("与县电视台合办一档节目，半月一期。", .plan, [.planned]),
        ("给敬老院装空调8台。", .plan, [.planned]),
        ("争取省里项目资金50万元。", .plan, [.planned]),
        ("读书会每月一次，全年12次。", .plan, [.planned]),
        ("已确定明年新建食堂1处。", .done, [.planned]),
        ("讲师团正在招募，已有23人报名。", .done, [.done]),
        ("帮助县妇联起草方案1份，待审定后印发。", .done, [.done]),
    ]

    @Test(arguments: cases)
    func `What became of it is told`(
        _ sentence: String, _ kind: Kind, _ expected: [Activity.Status]
    ) {
        var paragraph = Paragraph(line: 1, text: sentence)
        paragraph.kind = kind
        #expect(extractor.activities(of: paragraph).map(\.status) == expected)
    }
}
