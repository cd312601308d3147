import Documents
import ReportModel
import Testing

@testable import Ingest

/// Forms met in documents that nobody had seen when the rules were written.
@Suite struct UnseenFormTests {
    private func reports(_ text: String) throws -> [Report] { try TagCases.source(text).reports }

    // MARK: Units

    @Test(arguments: [
        ("龙泉三小女职工小组\n2020年小结\n　　本年度做了几件事。\n　　一、讲座2场。", "龙泉三小"),
        ("柳塘街道办事处工会女工委2019年总结\n　　一、走访48人。", "柳塘街道办事处工会女工委"),
        ("浦南区教育工会女工委工作总结\n　　2019年，我委做了几项工作。", "浦南区教育工会女工委"),
        ("云岭制药厂女工部2012年工作总结\n　　2012年，女工部做了几件事。", "云岭制药厂女工部"),
        ("中共白川县委组织部妇委会2016年小结\n　　2016年，妇委会做了几件事。", "白川县委组织部妇委会"),
        ("二〇一九年总结\n　　今年我局做了几件事。我局抓了改厕。\n青河市卫生健康委员会\n2019年12月9日", "青河市卫生健康委员会"),
        ("年度总结\n　　咱们镇妇联今年做了三件事。\n　　一、办班。", "镇妇联"),
        ("年度小结\n清溪口派出所　2021年12月\n　　今年以来，我所处警96起。\n　　1.护校。", "清溪口派出所"),
        ("2016年总结\n　　2016年，县人民政府妇儿工委办公室抓了规划。\n　　一、开会。", "县妇儿工委办"),
        ("涧东区文化局2011年总结\n　　2011年，我局办展览3场。", "涧东区文化局"),
        ("坪山镇人民政府\n2018年妇女儿童工作总结\n　　我镇有村12个。\n坪山镇人民政府\n2019年1月3日", "坪山镇人民政府"),
    ])
    func `A unit is found by its own name, however it is written`(text: String, unit: String) throws
    {
        let report = try #require(try reports(text).first)
        #expect(report.unit.name?.hasPrefix(unit) == true, "\(report.unit.name ?? "-")")
    }

    @Test func `A place that ends like another is none of it`() throws {
        let report = try TagCases.report("涧东区妇联2011年总结\n　　2011年，区妇联办展览3场。")
        #expect(report.unit.region == ["涧东区"])
    }

    @Test func `Who only visits is not the writer`() throws {
        let report = try TagCases.report(
            "工作总结\n　　今年是忙碌的一年，做了几件事。\n　　一、慰问老人12名，市妇联副主席王某参加。\n　　二、办班两期。")
        #expect(report.unit.name == nil)
    }

    @Test func `A page's source names the unit that calls itself so`() throws {
        let text = """
            首页 > 工作总结 > 正文
            妇幼工作总结
            发布日期：2023-02-17　来源：梨洲市民政局　浏览：10次
            　　今年我局办了三件事。我局儿童福利院收养孤儿12名。
            　　一、救助。救助流浪儿童30人次。
            """
        let report = try TagCases.report(text)
        #expect(report.unit.name == "梨洲市民政局")
        #expect(report.evidence.contains { $0.field == "unit" && $0.rule == "byline" })
        let other = text.replacing("来源：梨洲市民政局", with: "来源：梨洲市政府网")
        #expect(try TagCases.report(other).unit.name == nil)
    }

    // MARK: Years

    @Test(arguments: [
        ("中国妇女十二大十一月在北京召开，我们守着电视看。", 2018), ("组织姐妹们收看二十大开幕盛况。", 2022),
        ("今年是“十三五”头一年。", 2016), ("建党百年，唱红歌12场。", 2021),
    ])
    func `An event that is held dates a report, and is never a statement`(
        words: String, year: Int
    ) throws {
        let report = try TagCases.report("白石村妇联小结\n　　\(words)\n　　一、劝架14起。\n　　二、办班2期。")
        #expect(report.year.basis == .inferred)
        #expect(report.year.range == year...year)
    }

    @Test func `What came of a congress is no date`() throws {
        let report = try TagCases.report("白石村妇联小结\n　　深入学习中国妇女十二大召开以来的精神。\n　　一、劝架14起。")
        #expect(report.year.basis == .none)
    }

    @Test func `A look back in the opening does not contest the title`() throws {
        let report = try TagCases.report("河口县妇儿工委2012年工作情况\n　　一、监测评估。完成2011年度监测统计报表48张。")
        #expect(report.year.basis == .stated)
        #expect(report.year.year == 2012)
    }

    // MARK: Compilations

    @Test func `Titles that are a unit's name, a hidden year and the paper's name begin reports`()
        throws
    {
        let found = try reports(
            """
            青川县残联二○一○年工作总结
            　　全年做白内障手术412例，市下达400例，完成任务。
            　　培训残疾人163名，就业71名，另有两个班没有办成。
            青川县残联
            二○一一年元月六日
            沙湾区妇儿工委办工作总结
            　　16年是补短板的一年，做了几件事，说在下面。
            　　培训统计员30人，发布监测报告1份，召开全委会2次。
            竹坳村妇联20××年小结
            　　村里四百来户，青壮都出去了，做的都是细碎的事情。
            　　劝架14起，劝好12起，调解土地纠纷2起，都有了结果。
            """)
        #expect(found.map(\.firstLine) == [1, 6, 9])
        #expect(found.map(\.unit.name) == ["青川县残联", "沙湾区妇儿工委办", "竹坳村妇联"])
    }

    @Test func `A label over a title leaves the title its place`() throws {
        let found = try reports(
            """
            材料一
            清水县妇联2012年工作总结
            　　县妇联认真履职，发放贷款7600万元。
            材料二
            秦川县总工会女职委2012年工作小结
            　　今年，县总女职委做了几项工作，新建组织26个。
            """)
        #expect(found.map(\.title) == ["清水县妇联2012年工作总结", "秦川县总工会女职委2012年工作小结"])
    }

    // MARK: Structure

    @Test func `Chapters by 第一、 stand above 一、`() throws {
        let report = try TagCases.report(
            """
            县女工委
            全年工作回顾
            　　女职委委员13名，没有一个是专职的，择要报告如下。
            第一、顾身体
            　　四月中旬给2 986名女教师做检查。
            第二、来年
            一、体检做到3 300人，村小的老师集中到中心校做。
            二、建档三月底前补完余下71所学校。
            """)
        #expect(report.paragraphs.prefix(2).allSatisfy { $0.role == .title })
        let plan = try TagCases.paragraph("体检做到", of: report)
        #expect(plan.headings == ["来年"])
        #expect(plan.kind == .plan)
        #expect(try TagCases.paragraph("建档", of: report).role == .body)
    }

    @Test
    func
        `A line above rows of cells is the table's title, and what follows the table is not under it`()
        throws
    {
        let report = try TagCases.report(
            """
            街道妇联2022年总结
            一、对单子
            　　全年开班11期，来上课的有327人次，当中50岁以上的89人次。
            附：任务完成对照
            项目\t任务\t完成
            培训（期）\t10\t11
            检查（人）\t1200\t1263
            　　以上数字到12月20日为止，年底还有两场没有办完。
            """)
        #expect(try TagCases.paragraph("培训（期）", of: report).headings == ["任务完成对照"])
        #expect(try TagCases.paragraph("以上数字", of: report).headings.contains("任务完成对照") == false)
    }

    @Test func `A row between pipes has its cells by tabs`() throws {
        let report = try TagCases.report(
            "区妇联2020年总结\n　　完成情况见下表。\n| 项目 | 计划 | 完成 |\n| --- | --- | --- |\n| 慰问 | 60人 | 72人 |")
        #expect(report.paragraphs.map(\.text).contains("慰问\t60人\t72人"))
        #expect(report.paragraphs.first { $0.text.contains("---") }?.role == .noise)
    }

    // MARK: Kinds

    @Test(arguments: [
        ("　　四、不足。社工力量缺，帮教基地少。", Kind.problem), ("　　不足：外出学习的机会少。", .problem),
        ("　　二、解决困难。帮21户修了房。", .done), ("　　农村改厕完成了327户，余下23户挖不下去，缓到来年。", .done),
    ])
    func `A line's own first words say its kind, and what was put off is no plan`(
        line: String, kind: Kind
    ) throws {
        let report = try TagCases.report(
            "区妇联2020年总结\n　　2020年，区妇联做了几件事，报告如下。\n　　一、培训。办班3期。\n\(line)\n　　最后说说宣传，全年发信息30条。")
        let words = String(line.trimmingPrefix("　　"))
        #expect(try TagCases.paragraph(words, of: report).kind == kind)
    }

    // MARK: Damage

    @Test func `Garbled lines are noise and a doubt, and say nothing`() throws {
        let source = try TagCases.source(
            """
            ×Ü½á£º2015Äê¹¤×÷
            æ²³è¥¿å¿2015å¹´å·¥ä½æ€»ç»“
            河口区妇联工作情况
            　　我们做了一些事。café 一场。
            """)
        let report = try #require(source.reports.first)
        #expect(report.year.basis == .none)
        #expect(report.unit.name == "河口区妇联")
        #expect(source.doubts.contains(.garbled(lines: 2, first: 1)))
        #expect(!report.paragraphs.contains { $0.role == .noise && $0.text.contains("café") })
    }

    @Test func `UTF-8 that was read as GBK is garbled too`() throws {
        let line = "浠婂勾浠ユ潵锛屽幙濡囪仈鍦ㄥ幙濮旂殑棰嗗涓嬶紝鍋氫簡鍑犻」宸ヤ綔"
        let source = try TagCases.source("\(line)\n\(line)\n河口区妇联小结\n　　今年做了几件事。")
        #expect(source.doubts.contains(.garbled(lines: 2, first: 1)))
    }

    @Test func `Lines cut at many widths are joined by their seams`() throws {
        let report = try TagCases.report(
            """
            一中妇委会工作小结
            一、关心健康
            九月份组织女教职工体检，实检119人，9人因产假和外出没有参
            加；十月邀请市妇幼保健院王主任作更年期保健讲座，听讲8
            6人。
            二、文体活动
            十一月举行趣味运动会，12支代表队参加，评出一等奖2队，组织三十来名老
            师到敬老院包饺子，送去米和油。
            三、帮扶
            看望生病住院的女教师5人次，每人300元；与校团委合办织围巾活动，全
            部送到学生手上，另外给留守学生买了文具和书包，一共花去了一
            千多元。
            """)
        let first = try TagCases.paragraph("九月份", of: report)
        #expect(first.text.hasSuffix("听讲86人。"))
        #expect(first.lastLine == 5)
        #expect(report.paragraphs.filter { $0.role == .heading }.count == 3)
    }

    @Test func `Labels in brackets are headings, and a page's trail and clock are noise`() throws {
        let report = try TagCases.report(
            """
            【首页】 > 【范文】 > 【年终总结】
            ——长岭街道妇联2010年工作掠影
            2020-01-15 09:30   阅读 628   评论 0
            　　这一年，街道妇联办了几件大家看得见的事，说在下面。
            【镜头一】情系灾区
            　　街道妇联发出倡议，三天收到捐款6.83万元，全部送到灾区。
            【镜头二】遗憾
            　　原打算建的维权站，因社区用房紧张，至今没有挂牌。
            【镜头三】展望
            　　街道妇联将争创先进集体。
            （作者：长岭街道妇联　刘芳）
            """)
        #expect(report.paragraphs.filter { $0.role == .noise }.map(\.line) == [1, 3])
        #expect(try TagCases.paragraph("原打算", of: report).kind == .problem)
        #expect(try TagCases.paragraph("将争创", of: report).kind == .plan)
        #expect(report.paragraphs.last?.role == .signature)
    }

    @Test func `Letters set apart are words all the same`() throws {
        let report = try TagCases.report(
            "县 妇 幼 保 健 院\n2016 年 度 工 作 总 结\n做 了 以 下 工 作 ：\n一 、 不 足\n技 术 人 员 缺 编 11 名 。")
        #expect(report.paragraphs[1].role == .title)
        #expect(try TagCases.paragraph("缺 编", of: report).headings == ["不足"])
        #expect(try TagCases.paragraph("缺 编", of: report).kind == .problem)
    }

    @Test func `A row of a table is no heading, whatever it opens with`() throws {
        let report = try TagCases.report(
            "区妇联2018年总结\n附件：全年活动一览表\n序号\t内容\t人数\n1\t走访第1村\t101\n2\t走访第2村\t102\n　　以上数据到年底。")
        #expect(report.paragraphs.filter { $0.role == .heading }.map(\.text) == ["附件：全年活动一览表"])
        #expect(try TagCases.paragraph("第2村", of: report).headings == ["附件：全年活动一览表"])
    }

    @Test func `Contents without entries are noise`() throws {
        let found = try reports(
            """
            妇联工作总结汇编
            目录
            河口县妇联2018年工作总结
            　　一年来，县妇联认真履行职责，现将主要工作总结如下。
            一、工作回顾
            　　走访困难妇女20户，举办培训班3期，调解纠纷5起。
            河东县妇联2018年工作总结
            　　一年来，县妇联认真履行职责，现将主要工作总结如下。
            一、工作回顾
            　　走访困难妇女21户，举办培训班4期，调解纠纷6起。
            """)
        #expect(found.map(\.firstLine) == [3, 7])
    }
}
