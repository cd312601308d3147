import ReportModel
import Testing

@testable import Ingest

/// Topics by what is done: neither by who does it nor by what the host deals in.
@Suite struct UnseenTopicTests {
    private func topics(_ line: String, title: String = "县妇联2018年工作总结", heading: String = "一、主要工作")
        throws -> Set<Topic>
    {
        let report = try TagCases.report(
            "\(title)\n　　一年来做了几件事，现将情况总结如下。\n\(heading)\n　　\(line)\n二、其他\n　　全年印发简报12期。")
        return Set(try TagCases.paragraph(String(line.prefix(8)), of: report).topics)
    }

    @Test(arguments: [
        "八月涨水，村妇代会转移老小54人，又照看留守儿童，辅导作业20次。", "镇妇女联合会组织照看留守儿童，开设儿童之家3所。",
        "厅妇委会的委员照看留守儿童，开设儿童之家2所。",
    ])
    func `Who acts is no topic`(line: String) throws {
        #expect(try topics(line) == [.children])
    }

    @Test func `What the host of a women's committee deals in is no topic`() throws {
        let line = "“水利人家”评选最美家庭20户，水利厅大院挂出家风家训展板，水利系统职工家庭来看。"
        #expect(
            try topics(line, title: "省水利厅妇委会2018年工作总结") == [.family])
        #expect(try topics(line, title: "省妇联2018年工作总结").contains(.rural))
    }

    @Test func `A heading speaks where its paragraph says too little`() throws {
        let line = "“明白事理的人”每村培养2名，203个村应有406名，实有371名。"
        #expect(try topics(line, heading: "一、妇女维权").contains(.rights))
        #expect(try topics(line, heading: "一、主要工作").isEmpty)
    }

    @Test func `One strong word is a topic where nothing else speaks`() throws {
        #expect(try topics("那一回淹了两个村，县里给的棉被150床发到132户。").contains(.relief))
    }
}
