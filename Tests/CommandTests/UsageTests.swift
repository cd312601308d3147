import Foundation
import TestSupport
import Testing

/// What people type: numbers out of range, filters that must count, names that act on a terminal.
@Suite struct UsageTests {
    private static let made = Result { () throws -> TemporaryFolder in
        let folder = try TemporaryFolder()
        try folder.write(
            "望川区妇联2018年工作总结\n一、健康\n组织妇女免费两癌检查300人次。\n二、2019年打算\n计划开展家庭教育讲座10场。\n",
            to: "in/\u{1B}[31m甲\u{202E}.txt")
        try folder.write("东浦区妇联2017年工作总结\n走访慰问困难母亲20户。\n", to: "in/乙.txt")
        let run = try Tool.run(["ingest", "in", "--index", "i.sqlite"], folder: folder.path)
        #expect(run.status == 0, "\(run.errors)")
        return folder
    }

    private func run(_ arguments: [String], locale: String = "C") throws -> Tool.Outcome {
        try Tool.run(
            arguments + ["--index", "i.sqlite"], locale: locale, folder: try Self.made.get().path)
    }

    @Test(arguments: [
        ["search", "妇女", "--context=9223372036854775807"], ["search", "妇女", "--limit=-1"],
        ["search", "妇女", "--topic", "astronomy"], ["search", "妇女", "--facets", "--format", "csv"],
        ["search", "妇女", "--chinese-headings"], ["export", "--format", "text"],
        ["similar", "--text", "妇女", "--all"], ["similar", "--text", "妇女", "--limit=0"],
        ["compare", "--units", "甲", "--years=0-9223372036854775807"],
        ["gaps", "--unit", "甲", "--years=0-9223372036854775807"],
        ["promises", "--unit", "甲", "--year=-1"], ["activities", "--limit=-1"],
        ["duplicates", "--boilerplate", "--limit=0"], ["corpus", "show", "c", "--limit=-1"],
        ["corpus", "new", "c", "--share=topic:rights=1e-320%"],
        ["corpus", "new", "c", "--share=topic:rights=1e300%"], ["corpus", "new", "c", "--size=0"],
        ["frequency", "--limit=-5"], ["frequency", "--size=99"], ["keyness", "--limit=-1"],
        ["collocates", "妇女", "--limit=-1"], ["collocates", "妇女", "--left=101"],
        ["dispersion", "--limit=2001"], ["concordance", "妇女", "--sample=-2"],
        ["duplicates", "--all"], ["duplicates", "--limit", "5"], ["ingest", "-"],
        ["show", "1", "--outline", "--tags"], ["search", "--其中老人"],
        ["repairs", "--samples=-1"], ["ingest", "in", "--max-size=9223372036854775807"],
    ])
    func `a value that cannot count is wrong usage, never a trap`(_ command: [String]) throws {
        let run = try run(command)
        #expect(run.status == 64 && run.signal == nil, "\(run.status): \(run.errors)")
        #expect(run.output.isEmpty)
    }

    @Test func `filters of passages count for reports`() throws {
        #expect(try Tool.rows(run(["reports", "--format", "jsonl"])).count == 2)
        for (filter, count) in [
            (["--kind", "plan"], 1), (["--topic", "health"], 1), (["--year", "2017"], 1),
            (["--year", "1999"], 0), (["--unit", "东浦区妇联", "--kind", "plan"], 0),
        ] {
            let run = try run(["reports", "--format", "jsonl"] + filter)
            #expect(run.lines.count == count && run.status == (count > 0 ? 0 : 1), "\(filter)")
        }
    }

    @Test(arguments: [
        ["frequency", "--unit", "无此单位"], ["frequency", "无此词语"], ["trend", "无此词语"],
        ["keyness", "--unit", "无此单位"], ["concordance", "无此词语"], ["activities", "无此词语"],
        ["collocates", "无此词语"], ["dispersion", "无此词语"], ["duplicates"], ["tags", "list"],
        ["promises", "--unit", "东浦区妇联"],
    ])
    func `nothing found is status 1`(_ command: [String]) throws {
        let run = try run(command)
        #expect(run.status == 1, "\(run.status): \(run.errors)")
    }

    @Test func `names and texts do not act on a terminal`() throws {
        for command in [
            ["search", "两癌"], ["reports", "--evidence"], ["activities"], ["concordance", "两癌"],
            ["similar", "--text", "两癌检查"], ["show", "1", "--tags"], ["status"],
            ["ingest", "in", "--fresh"], ["compare", "--unit", "望川区妇联"],
        ] {
            let run = try run(command)
            let text = run.text + run.errors
            #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"), "\(command)")
        }
        #expect(try run(["search", "两癌"]).text.contains("␛[31m甲<U+202E>.txt"))
        for command in [["search", "两癌"], ["reports"], ["export"], ["activities"]] {
            for format in ["csv", "jsonl"] {
                let text = try run(command + ["--format", format]).text
                #expect(text.contains(format == "csv" ? "<U+202E>" : "\\u202e"), "\(command)")
                #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"), "\(command)")
            }
        }
        let rows = try Tool.rows(try run(["search", "两癌", "--format", "jsonl"]))
        let source = rows.first?["source"] as? [String: Any]
        #expect((source?["path"] as? String)?.contains("\u{1B}[31m") == true)
    }

    @Test func `facets are the last row of JSON Lines, and words in Chinese`() throws {
        let rows = try Tool.rows(try run(["search", "妇女", "--facets", "--format", "jsonl"]))
        let facets = try #require(rows.last?["facets"] as? [String: Any])
        let topics = try #require(facets["topics"] as? [[String: Any]])
        #expect(topics.contains { $0["value"] as? String == "health" })
        let text = try run(["search", "妇女", "--facets"], locale: "zh_CN.UTF-8").text
        #expect(text.contains("主题: 健康服务 1"), "\(text)")
        #expect(!text.contains("health") && !text.contains("done"))
        #expect(try run(["search", "妇女", "--facets"]).text.contains("topic: health 1"))
    }

    @Test func `a table has headings in Chinese on demand`() throws {
        let run = try run(["reports", "--format", "csv", "--chinese-headings"])
        let header = run.text.split(separator: "\r\n").first ?? ""
        #expect(header.hasPrefix("\u{FEFF}编号,标题,出处,文件,首行,末行,单位,"), "\(header)")
        #expect(header.contains(",最早年份,最晚年份,"))
    }
}
