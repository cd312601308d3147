import ReportModel
import Testing

@testable import Ingest

@Suite struct SplitTests {
    private func source(_ text: String, path: String = "a.txt") throws -> Source {
        try TagCases.source(text, path: path)
    }

    /// Three short reports under titles, each signed unless told otherwise.
    private func compilation(_ titles: [String], isSigned: Bool = true) -> String {
        titles.enumerated().map { number, title in
            let signature = isSigned ? "\n某单位办公室\n2018年12月2\(number)日" : ""
            return """
                \(title)
                一年来认真履行职责，各项工作取得新进展，现将主要情况总结如下。
                一、主要工作
                走访困难妇女21户，发放慰问金3万元，受到群众的欢迎。
                二、下一步打算
                继续建好儿童之家，关爱留守儿童，让更多的家庭受益。\(signature)
                """
        }.joined(separator: "\n")
    }

    @Test(arguments: [
        ["河西县妇联2018年工作总结", "河东县妇联2018年工作总结", "南山区妇联2018年工作总结"],
        ["附件1：河西县妇联2018年工作总结", "附件2：河东县妇联2018年工作总结", "附件3：南山区妇联2018年工作总结"],
        ["材料一　河西县妇联工作汇报", "材料二　河东县残联工作汇报", "材料三　南山区教育局工作汇报"],
        ["【范文】河西县妇联工作总结", "【范文】河东县残联工作总结", "【范文】南山区教育局工作总结"],
        ["1.河西县妇联2018年工作总结", "2.河东县妇联2018年工作总结", "3.南山区妇联2018年工作总结"],
        ["河西县妇联2018年工作总结", "东关小学妇委会工作小结", "青山镇妇联2018年工作要点"],
        ["案例1：河西县妇联工作纪实", "案例2：河东县妇联工作纪实", "案例3：南山区妇联工作纪实"],
    ])
    func `A compilation is split at its titles however they are written`(titles: [String]) throws {
        let reports = try source(compilation(titles)).reports
        #expect(reports.count == 3)
        #expect(reports.map(\.firstLine) == [1, 9, 17])
    }

    @Test func `Titles alike with a unit and a year need no signature`() throws {
        let titles = ["河西县妇联2018年工作总结", "河东县妇联2018年工作总结", "南山区妇联2018年工作总结"]
        #expect(try source(compilation(titles, isSigned: false)).reports.count == 3)
        let headings = titles.map { "# " + $0 }
        #expect(
            try source(compilation(headings, isSigned: false), path: "a.md").reports.count == 3)
    }

    @Test
    func `A compiler's headline and a label above a title belong to no report or to the next`()
        throws
    {
        let text =
            "单位年度总结参考材料\n\n"
            + compilation(["河西县妇联2018年工作总结", "河东县妇联2018年工作总结"])
            .replacing("\n河东县", with: "\n\n附件1\n河东县")
        let reports = try source(text).reports
        #expect(reports.map(\.title) == ["河西县妇联2018年工作总结", "河东县妇联2018年工作总结"])
        #expect(reports.map(\.unit.name) == ["河西县妇联", "河东县妇联"])
    }

    @Test(arguments: [
        """
        河西县妇联2018年工作总结和2019年工作计划
        2018年工作总结
        一、走访困难妇女21户，发放慰问金3万元，受到群众的欢迎。
        二、举办培训班3期，参训妇女120人次，取得了良好的效果。
        2019年工作计划
        一、继续建好儿童之家，关爱留守儿童，让更多的家庭受益。
        二、举办培训班5期，参训妇女200人次，做好各项服务。
        """,
        """
        河西县妇联2018年工作总结
        一、主要工作
        走访困难妇女21户，发放慰问金3万元，受到群众的欢迎。
        县妇联机关工作情况
        机关干部下乡驻村，帮助群众解决了不少实际困难。
        二、下一步打算
        继续建好儿童之家，关爱留守儿童，让更多的家庭受益。
        """,
        """
        河西县妇联2018年工作总结
        一、走访困难妇女21户，发放慰问金3万元，受到群众的欢迎。
        二、举办培训班3期，参训妇女120人次，取得了良好的效果。
        附件：1.2018年培训情况统计表
        附件1：培训人员名单
        附件2：走访户名单
        """,
    ])
    func `Sections and annexes of one report do not split it`(text: String) throws {
        #expect(try source(text).reports.count == 1)
    }

    @Test func `A report above its annexes stays a report`() throws {
        let text =
            compilation(["关于报送妇联工作情况的报告"]) + "\n"
            + compilation(["附件1：河西县妇联2018年工作总结", "附件2：河东县妇联2018年工作总结"])
        #expect(try source(text).reports.map(\.firstLine) == [1, 9, 17])
    }

    /// A report that is signed so, and another under a title that names nobody.
    private func signed(_ signature: String, then next: String) -> String {
        """
        敬老院2018年工作总结
        一年来认真履行职责，各项工作取得新进展，现将主要情况总结如下。
        为老人理发、洗被褥共计三百余次，请县医院上门体检两回。
        下一步把院里的菜地扩到四亩，让能动弹的老人自己种些菜吃。
        \(signature)
        \(next)
        全年巡河二百一十趟，捞起漂浮物十一吨，劝走下河游泳的孩子四十多人次。
        水位标尺重新刷了漆，沿岸的救生圈一个不少。
        """
    }

    @Test(arguments: [
        "云溪敬老院\n2018年12月9日", "云溪敬老院　　腊月廿三", "云溪敬老院代拟　十二月二十日", "云溪敬老院\n二〇一八年冬月",
    ])
    func `A whole signature ends a report and a title that names nobody begins the next`(
        signature: String
    ) throws {
        let reports = try source(signed(signature, then: "河道巡护工作情况")).reports
        #expect(reports.map(\.title) == ["敬老院2018年工作总结", "河道巡护工作情况"])
    }

    @Test(arguments: ["附件：2018年主要工作情况", "以下是河道巡护的一些情况：", "抄送：县民政局，县水利局"])
    func `What is no title begins nothing behind a signature`(line: String) throws {
        #expect(try source(signed("云溪敬老院\n2018年12月9日", then: line)).reports.count == 1)
    }

    @Test func `Labels of two names are one row of numbers`() throws {
        let text = compilation(
            ["材料一　河西县妇联工作汇报", "附件2　河东县残联工作汇报", "材料三　南山区教育局工作汇报"], isSigned: false)
        #expect(try source(text).reports.map(\.firstLine) == [1, 7, 13])
    }
}
