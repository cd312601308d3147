import Documents
import Foundation
import ReportModel
import TestSupport
import Testing

@testable import Ingest

@Suite struct StructureTests {
    private let pipeline: IngestPipeline
    private let words: StructureWords

    init() throws {
        pipeline = try IngestPipeline()
        words = try StructureWords()
    }

    private static let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Golden")

    private func source(_ lines: [String], path: String = "a.txt") throws -> Source {
        let bytes = Array(lines.joined(separator: "\n").utf8)
        let sources = try pipeline.sources(from: InputFile(path: path, bytes: bytes))
        return try #require(sources.first)
    }

    /// A source as text: a block a report, a line a paragraph.
    private func render(_ source: Source) -> String {
        // The words of a doubt depend on the reader's language.
        var lines = ["doubts: \(source.doubts.count)"]
        for report in source.reports {
            let year = report.year.publisherYear.map(String.init) ?? "-"
            lines.append(
                "== \(report.title) | \(report.firstLine)-\(report.lastLine) | publisher \(year)")
            for paragraph in report.paragraphs {
                let level = paragraph.headingLevel.map(String.init) ?? "-"
                lines.append(
                    [
                        String(paragraph.line), paragraph.role.rawValue, level,
                        paragraph.headings.joined(separator: " > "),
                        "[" + (paragraph.ownHeading ?? "") + "]",
                        String(paragraph.text.prefix(24)),
                    ].joined(separator: " | "))
            }
            for repair in report.repairs where repair.kind != "markup" {
                lines.append("repair \(repair.line) \(repair.kind)")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    @Test(arguments: ["compilation.txt", "speech.md"])
    func `A document is structured as its golden file says`(name: String) throws {
        let input = Self.golden.appendingPathComponent(name)
        let expected = Self.golden.appendingPathComponent(name + ".expected")
        let file = InputFile(path: name, bytes: [UInt8](try Data(contentsOf: input)))
        let rendered = render(try #require(try pipeline.sources(from: file).first))
        if ProcessInfo.processInfo.environment["ZONGJIE_RECORD"] != nil {
            try Data(rendered.utf8).write(to: expected)
        }
        let golden = String(decoding: try Data(contentsOf: expected), as: UTF8.self)
        let (got, want) = (rendered.split(separator: "\n"), golden.split(separator: "\n"))
        #expect(got.count == want.count)
        for (got, want) in zip(got, want) { #expect(got == want) }
    }

    @Test(arguments: [
        ("一、工作", 1), ("十二、工作", 1), ("一. 工作", 1), ("（一）工作", 2), ("(十一)工作", 2), ("（三)工作", 2),
        ("1.工作", 3), ("12、工作", 3), ("１．工作", 3), ("3. 20xx年工作", 3), ("1.2019年工作", 3), ("（1）工作", 4),
        ("(12)工作", 4), ("1）工作", 4), ("第一章 总则", 1), ("第二部分 打算", 1), ("三、一季度工作", 1),
        ("二、三农工作", 1), ("一、十件实事", 1),
    ])
    func `A number that opens a line gives its level`(text: String, level: Int) {
        let numbering = Numbering.parse(Array(text.utf8).span, words: words)
        #expect(numbering?.level == level)
    }

    @Test(arguments: [
        "一、二季度主要走访", "一、二、三产业", "三、四级公路", "三、八节期间", "5.12汶川", "1.5万元", "2018年工作", "20xx年工作",
        "“三、八”节", "（18篇）", "（2018――2020年）", "（区）妇联", "十月", "一是加强", "一年来", "第一书记", "第三产业", "3月8日",
        "2018.12.3", "一、", "（一）", "1.", "", "12345、", "二十大精神", "1、2号楼",
    ])
    func `Dates, decimals, enumerations and names are no headings`(text: String) {
        let numbering = Numbering.parse(Array(text.utf8).span, words: words)
        #expect(numbering?.level == nil)
    }

    @Test(arguments: [
        ["工作总结 篇1", "工作总结 篇2"], ["工作总结篇一", "工作总结篇二"], ["【篇一】工作总结", "【篇二】工作总结"],
        ["第一篇：工作总结", "第二篇：工作总结"], ["妇联工作总结第一篇", "妇联工作总结第二篇"], ["范文1：工作总结", "范文2：某某汇报"],
        ["篇1：总结", "篇2：总结"], ["乡镇妇联工作总结（一）", "乡镇妇联工作总结（二）"], ["乡镇妇联工作总结(1)", "乡镇妇联工作总结(2)"],
    ])
    func `Compilations are split at their headlines`(heads: [String]) throws {
        let text = ["全年开展活动五次。", "（一）走访慰问", "看望了老人。"]
        let source = try source(["总标题（2篇）", heads[0]] + text + [heads[1]] + text)
        #expect(source.reports.map(\.firstLine) == [2, 6])
        #expect(source.reports.map(\.lastLine) == [5, 9])
        #expect(source.reports.map(\.title) == heads)
        #expect(source.doubts.isEmpty)
        #expect(source.reports[0].paragraphs.map(\.line) == [1, 2, 3, 4, 5])
        #expect(source.reports[0].paragraphs[0].role == .noise)
    }

    @Test func `A table of contents is no compilation, and claims are checked`() throws {
        let source = try source([
            "工作总结（5篇）", "总结 篇1", "总结 篇2", "总结 篇1", "正文一。", "总结 篇2", "正文二。",
        ])
        #expect(source.reports.map(\.firstLine) == [4, 6])
        #expect(source.doubts.count == 1)
    }

    @Test(arguments: [
        ["妇联工作总结", "今年发表论文篇1", "正文。"], ["妇联工作总结 篇3", "正文。"],
        ["妇联工作总结", "（一）走访", "（二）慰问", "正文。"],
    ])
    func `A single report stays whole`(lines: [String]) throws {
        let source = try source(lines)
        #expect(source.reports.count == 1)
        #expect(source.reports.first?.firstLine == 1)
    }

    @Test func `Every non-empty line of random documents becomes one paragraph`() throws {
        var random = SeededRandom(3)
        let pieces = [
            "一、", "二、", "（一）", "1.", "（1）", "第一，", "工作总结 篇1", "总结 篇2", "走访慰问了困难家庭", "。", "：", "；",
            "，",
            "**", "# ", "---", "title: x", "20xx年十一月", "某镇妇联", " ", "　", "\r", "各位代表", "的.",
            "##paidbegin##",
            "名词解释", "来源：", "社区妇女之家开展了丰富多彩的活动",
        ]
        for round in 0..<400 {
            var lines: [String] = []
            for _ in 0..<Int.random(in: 1...30, using: &random) {
                var line = ""
                for _ in 0..<Int.random(in: 0...6, using: &random) {
                    line += pieces.randomElement(using: &random) ?? ""
                }
                lines.append(line)
            }
            let text = "完\n" + lines.joined(separator: "\n")
            let file = InputFile(path: round % 2 == 0 ? "a.txt" : "a.md", bytes: Array(text.utf8))
            let source = try #require(try pipeline.sources(from: file).first)
            let expected = text.utf8.split(separator: 10, omittingEmptySubsequences: false)
                .enumerated().filter { !WhiteSpace.isBlank(String(Substring($0.element))) }
                .map { $0.offset + 1 }
            let paragraphs = source.reports.flatMap(\.paragraphs)
            #expect(paragraphs.map(\.line) == expected)
            for report in source.reports {
                #expect(report.firstLine <= report.lastLine)
                for paragraph in report.paragraphs {
                    #expect(!paragraph.text.isEmpty)
                    #expect(paragraph.headings.allSatisfy { !$0.isEmpty })
                }
            }
        }
    }

    @Test func `Stages run on every source once its structure is known`() throws {
        struct Stamp: SourceStage {
            func apply(to source: inout Source) { source.properties["seen"] = source.path }
        }
        let staged = try IngestPipeline(stages: [Stamp()])
        let sources = try staged.sources(
            from: InputFile(path: "a.txt", bytes: Array("总结\n正文。".utf8)))
        #expect(sources.first?.properties == ["seen": "a.txt"])
    }
}
