import ReportModel
import Testing

@testable import Ingest

@Suite struct HeadingVariationTests {
    private static let text = "全年举办各类培训班12期，培训妇女骨干120人次，其中建档立卡贫困妇女30人次，取得了较好的效果，受到欢迎。"

    /// The heading paths of the body lines behind the opening.
    private func paths(_ lines: [String]) throws -> [[String]] {
        let opening = ["县妇联2018年工作总结", "一年来，县妇联认真履行职责，各项工作取得新进展，现将有关情况总结如下。"]
        let report = try TagCases.report((opening + lines).joined(separator: "\n"))
        return report.paragraphs.dropFirst(2).filter { $0.role == .body }.map(\.headings)
    }

    @Test(arguments: [
        ["壹、增收", "贰、维权"], ["㈠增收", "㈡维权"], ["⒈增收", "⒉维权"], ["⑴增收", "⑵维权"], ["Ⅰ、增收", "Ⅱ、维权"],
        ["I. 增收", "II. 维权"], ["【一】增收", "【二】维权"], ["（１）增收", "（２）维权"], ["1.1 增收", "1.2 维权"],
        ["一\t增收", "二\t维权"], ["1\t增收", "2\t维权"], ["一 、增收", "二 、维权"], ["第一节 增收", "第二节 维权"],
        ["学", "护"],
        ["增收", "维权"],
    ])
    func `Numbers of every sort open sections, and short lines without one`(headings: [String])
        throws
    {
        let extra = headings[0].count == 1 ? ["帮", Self.text] : ["附带说明", Self.text]
        let found = try paths([headings[0], Self.text, headings[1], Self.text] + extra)
        let words = headings.map { $0.count == 1 ? $0 : String($0.suffix(2)) }
        #expect(found.prefix(2) == [[words[0]], [words[1]]])
    }

    @Test(arguments: [
        "1.9月28日晚在县人民会堂合办合唱比赛，上台1100多人。", "二、三季度共培训妇女300人次，效果良好。", "3.8 妇女节当天举办了健步走活动。",
        "2.1 万元用于慰问困难妇女，受到欢迎。",
    ])
    func `Dates, quarters and amounts open nothing`(line: String) throws {
        #expect(try paths(["一、增收", line, Self.text]).last == ["增收"])
    }

    @Test func `A heading glued to its text is still one`() throws {
        let report = try TagCases.report(
            "县妇联2018年工作总结\n一、主要工作\n\(Self.text)\n二、存在的问题车间订单不稳，腊月里两个车间停过工，二十几个姐妹回家歇了一个多月。")
        #expect(report.paragraphs.last?.ownHeading == "存在的问题")
        #expect(report.paragraphs.last?.kind == .problem)
    }

    @Test func `An unnumbered section with its own text stands beside the numbered ones`() throws {
        let found = try paths(["基本情况", Self.text, "一、增收", Self.text, "二、维权", Self.text])
        #expect(found == [["基本情况"], ["增收"], ["维权"]])
    }

    @Test func `An unnumbered heading right above numbers that begin again is their parent`() throws
    {
        let found = try paths(
            ["2018年工作情况", "一、增收", Self.text, "二、维权", Self.text, "2019年工作安排", "一、增收", Self.text])
        #expect(
            found == [["2018年工作情况", "增收"], ["2018年工作情况", "维权"], ["2019年工作安排", "增收"]])
    }

    @Test(arguments: [
        ["护堤岸　保平安", "清河面　除杂物", "教孩子　防溺水"], ["人手：", "巡河：", "不足之处："], ["堤", "水", "人"],
        ["明年再说", "人手安排", "做得不够的"],
    ])
    func `Short lines that recur between sentences are headings`(headings: [String]) throws {
        let body = "沿岸的救生圈一个不少，标尺重新刷了漆。"
        let found = try paths(headings.flatMap { [$0, body] })
        #expect(found == headings.map { [$0.replacing("：", with: "")] })
    }

    @Test(arguments: ["县妇儿工委：", "各位代表：", "12月9日"])
    func `One who is written to and a day are no headings`(line: String) throws {
        let body = "沿岸的救生圈一个不少，标尺重新刷了漆。"
        let found = try paths([line, body, "堤", body, "水", body, "人", body])
        #expect(found.contains(["堤"]))
        #expect(!found.joined().contains { line.hasPrefix($0) })
    }

    @Test func `Marks, letters, questions, slogans and brackets head sections`() throws {
        #expect(
            try paths(["◆ 把门打开", Self.text, "◆ 把路修好", Self.text, "◆ 2019年的几件事", Self.text])
                == [["把门打开"], ["把路修好"], ["2019年的几件事"]])
        #expect(
            try paths(["一、健康", "A. 身体", Self.text, "B. 心理", Self.text])
                == [["健康", "身体"], ["健康", "心理"]])
        #expect(
            try paths(["钱从哪里来？", Self.text, "人往哪里去？", Self.text, "哪些事没有办好？", Self.text])
                == [["钱从哪里来？"], ["人往哪里去？"], ["哪些事没有办好？"]])
        #expect(
            try paths(["迈开双腿，跑遍百村", Self.text, "放下架子，听见真话", Self.text, "挽起袖子，办成实事", Self.text])
                == [["迈开双腿，跑遍百村"], ["放下架子，听见真话"], ["挽起袖子，办成实事"]])
        // Two are no habit.
        #expect(
            try paths(["人往哪里去？", Self.text, "钱从哪里来？", Self.text]).allSatisfy { $0.isEmpty })
        #expect(
            try paths(["【坚持依法办事，促进和谐】", Self.text, "【下一步】", Self.text])
                == [["坚持依法办事，促进和谐"], ["下一步"]])
    }
}
