import ReportModel
import Testing

@testable import Ingest

@Suite struct FurnitureTests {
    private func roles(_ text: String, path: String = "a.txt") throws -> [Role] {
        try TagCases.source(text, path: path).reports.flatMap(\.paragraphs).sorted {
            $0.line < $1.line
        }.map(\.role)
    }

    private static let report = [
        "河西县妇联2018年工作总结", "一年来，县妇联认真履行职责，走访困难妇女21户，发放慰问金3万元，受到群众的欢迎和好评。",
        "全年举办各类培训班12期，培训妇女骨干120人次，其中建档立卡贫困妇女30人次，取得了较好的效果。",
    ]

    @Test(arguments: [
        "秘书家园公文网 - 海量公文范文下载", "当前位置：首页 > 范文 > 工作总结 > 正文", "首页 » 总结 » 妇联",
        "发布时间：2021-01-06　来源：网络整理　作者：佚名", "日期：2021-03-11 浏览：873次 【字体：大 中 小】",
        "分享到：微信 QQ空间 新浪微博", "2021-01-06 来源：县妇联 点击：120", "本文由网友上传，仅供参考",
    ])
    func `What a site says above a report is noise`(line: String) throws {
        #expect(try roles(([line] + Self.report).joined(separator: "\n")).first == .noise)
    }

    @Test(arguments: [
        "上一篇：没有了　下一篇：社区工作总结", "版权声明：本站文章由网友上传，如有侵权请联系删除。", "Copyright © 2008-2022 某某网 版权所有",
        "×ICP备09021×××号-3", "责任编辑：小李", "【返回目录】 下一篇：暂无", "本文来源：https://example.com/a.html",
        "更多范文请关注微信公众号", "声明：本文仅供学习参考，请勿转载",
    ])
    func `What a site says below a report is noise`(line: String) throws {
        #expect(try roles((Self.report + [line]).joined(separator: "\n")).last == .noise)
    }

    @Test(arguments: [
        "↓↓点击下载完整版Word文档↓↓（会员专享）", "[上一篇] [返回列表] [打印]", "▼ 扫码关注公众号，回复“总结”领取完整版", "★★相关阅读：妇联工作计划★★",
        "【点击领取】精品资料大礼包", "——广告——",
    ])
    func `Links and offers between the paragraphs are noise`(line: String) throws {
        let text = (Self.report.prefix(2) + [line] + Self.report.suffix(1)).joined(separator: "\n")
        #expect(try roles(text) == [.title, .body, .noise, .body])
    }

    @Test(arguments: [
        "扫一扫，反诈知识进万家", "灯箱公益广告上新", "三、点击下载量与阅读量", "线上学习　送教上门", "开通会员服务热线，接听来电",
    ])
    func `A heading with such words is none`(line: String) throws {
        let text = (Self.report.prefix(2) + [line] + Self.report.suffix(1)).joined(separator: "\n")
        #expect(try roles(text)[2] != .noise)
    }

    @Test func `A line that a program cut is none`() throws {
        let lines = [
            "河西县妇联2018年工作总结", "　　一年来，县妇联认真履行职责，走访困难妇女21户，发放慰问金3万元，受到群",
            "众的欢迎，又在广场设点，群众扫码领取宣传资料，现场点击下载法律知识，", "学习的有三百多人，社区干部也来帮忙。",
        ]
        #expect(try !roles(lines.joined(separator: "\n")).contains(.noise))
    }

    @Test func `A list of other pages goes with its head`() throws {
        let links = ["【妇联工作总结】相关推荐：", "1.妇联年终总结2020　03-11", "2.乡镇妇联述职报告　02-27", "社区妇联计划"]
        let roles = try roles((Self.report + links).joined(separator: "\n"))
        #expect(roles.suffix(4).allSatisfy { $0 == .noise })
        #expect(roles.prefix(3).allSatisfy { $0 != .noise })
    }

    @Test(arguments: [
        "妇女儿童图书角不搞付费阅读，全年免费接待读者3200人次。", "举办镇街妇联新媒体小编培训班2期，培训120人次。",
        "开通会员服务热线，接听妇女来电300次。", "扫一扫即可报名的公益课堂全年开课24期。", "微信公众号推送信息120条，阅读量3万次，点赞分享2000次。",
        "与县图书馆联合举办亲子阅读活动12场，免费下载电子书300册。",
        "制作版权保护宣传册2000份，发放到各村。",
    ])
    func `No sentence of a report is noise`(line: String) throws {
        #expect(try roles((Self.report + [line]).joined(separator: "\n")).last != .noise)
        #expect(
            try roles(
                (Self.report.prefix(1) + [line] + Self.report.dropFirst()).joined(separator: "\n"))[
                    1] != .noise)
    }

    @Test func `A site's headline dates nothing when the report's own title stands below`() throws {
        let text = """
            首页 > 工作总结 > 正文
            2021年县妇联工作总结（热门）
            时间：2021-01-06　来源：网络　浏览量：4862
            岚山县妇女联合会工作总结
            今年是北京世界妇女大会召开二十周年，我们办成了几件看得见的事，现将有关情况报告如下。
            """
        let report = try TagCases.report(text)
        #expect(report.title == "岚山县妇女联合会工作总结")
        #expect(report.year.publisherYear == 2021)
        #expect(report.year.year != 2021)
    }

    @Test func `Contents are noise with leaders, with page numbers and without`() throws {
        for tail in ["……………1", "\t3", "　5", ""] {
            let entries = ["一、工作回顾", "二、存在的问题"]
            let body = ["一、工作回顾", Self.report[1], "二、存在的问题", "人手不足，经费紧张。"]
            let lines = ["县妇联2018年工作总结", "目　录"] + entries.map { $0 + tail } + body
            let roles = try roles(lines.joined(separator: "\n"))
            #expect(
                roles.prefix(8) == [
                    .title, .noise, .noise, .noise, .heading, .body, .heading, .body,
                ])
        }
    }

    @Test func `Page numbers and running heads inside a paragraph are noise`() throws {
        let text = """
            汇景社区2019年工作总结
            全年开居民议事会11次，议定事项34件，办结29件，剩下5件牵涉加装电梯和车棚搬迁，楼上楼下想法
            内部资料　注意保存
            不一，还没有谈拢。
            - 1 -
            汇景社区工作总结
            垃圾投放准确率由年初的41%升到78%，离街道定的85%还差一截，主要是沿街餐饮店晚上乱倒，居民
            内部资料　注意保存
            意见很大。
            — 2 —
            汇景社区工作总结
            国庆前排了一台快闪，居民、学生和武警官兵140人参加，拍成3分20秒的短片。
            """
        let roles = try roles(text)
        #expect(roles.indices.filter { roles[$0] == .noise } == [2, 4, 5, 7, 9, 10])
    }

    @Test func `The frame of an official paper is noise`() throws {
        let text = """
            望川市妇女联合会文件
            望妇〔2022〕3号
            望川市妇联关于印发2021年工作总结的通知
            各县（市、区）妇联：
            现将2021年工作总结印发给你们，请认真学习。
            望川市妇女联合会
            2022年1月13日
            （此件公开发布）
            望川市妇联办公室　　2022年1月13日印发
            """
        let report = try TagCases.report(text)
        #expect(report.title.hasPrefix("望川市妇联关于印发"))
        #expect(report.paragraphs.filter { $0.role == .noise }.map(\.line) == [1, 2, 8, 9])
    }

    @Test func `A label alone above a title hides neither title nor unit`() throws {
        for label in ["附件2：", "附件2", "附件：", "附件一"] {
            let report = try TagCases.report(label + "\n\n望川区妇联2021年工作总结\n\n一、工作开展情况\n全年培训妇女120人次。")
            #expect(report.title == "望川区妇联2021年工作总结")
            #expect(report.unit.name == "望川区妇联")
            #expect(report.year.year == 2021)
        }
    }
}
