import Foundation
import TestSupport
import Testing

/// What people expect of any program on a terminal, and of the first minute with this one.
@Suite struct ConventionTests {
    private static let made = Result { () throws -> TemporaryFolder in
        let folder = try TemporaryFolder()
        try folder.write(
            "望川区妇联2018年工作总结\n一、走访慰问\n走访困难妇女20户，其中--重点户5户。\n二、2019年打算\n计划走访困难母亲30户。\n",
            to: "in/甲.txt")
        try folder.write(
            "东浦区妇联2018年工作总结\n一、走访慰问\n走访困难妇女35户，送去米面油。\n", to: "in/乙.txt")
        let run = try Tool.run(["ingest", "in", "--index", "i.sqlite"], folder: folder.path)
        #expect(run.status == 0, "\(run.errors)")
        return folder
    }

    private func run(_ arguments: [String], input: String? = nil, locale: String = "C") throws
        -> Tool.Outcome
    {
        try Tool.run(
            arguments, locale: locale, folder: try Self.made.get().path,
            environment: ["ZONGJIE_INDEX": try Self.made.get().path("i.sqlite")], input: input)
    }

    @Test func `two dashes end the options`() throws {
        for command in ["search", "activities", "concordance"] {
            let plain = try run([command, "走访"])
            let dashed = try run([command, "--", "走访"])
            #expect(dashed.status == 0 && dashed.output == plain.output, "\(command)")
        }
        #expect(try run(["search", "--", "--重点户"]).status == 0)
        let slip = try run(["search", "--重点户"])
        #expect(slip.status == 64 && slip.errors.contains("goes after --"), "\(slip.errors)")
    }

    @Test func `a text may begin with a dash`() throws {
        let run = try run(["similar", "--text", "-走访困难妇女20户"])
        #expect(run.status == 0, "\(run.errors)")
    }

    @Test(arguments: ["-", "/dev/stdin"]) func `a draft comes from standard input`(_ name: String)
        throws
    {
        let draft = "走访困难妇女40户，送去慰问品。\n"
        let run = try run(["similar", "--file", name], input: draft)
        #expect(run.status == 0 && run.text.contains("乙.txt"), "\(run.errors)")
        let empty = try self.run(["similar", "--file", name], input: "")
        #expect(empty.status == 2 && !empty.errors.isEmpty)
    }

    @Test func `a file's name shows its report whole, or its headings`() throws {
        let whole = try run(["show", "甲.txt"])
        #expect(whole.status == 0)
        for text in ["望川区妇联2018年工作总结", "一、走访慰问", "其中--重点户5户", "计划走访困难母亲30户"] {
            #expect(whole.text.contains(text), "\(text)")
        }
        let outline = try run(["show", "in/甲.txt", "--outline"]).text
        #expect(outline.contains("2019年打算") && !outline.contains("困难母亲"), "\(outline)")
        let rows = try Tool.rows(try run(["show", "甲.txt", "--format", "jsonl"]))
        #expect(rows.count == 5)
        #expect(try run(["show", "丙.txt"]).status == 2)
        #expect(try run(["show", "甲.txt", "--cite"]).status == 64)
    }

    @Test func `tags are set with the words of search, and for a file`() throws {
        let folder = try TemporaryFolder()
        try folder.copy(try Self.made.get().path("i.sqlite"), to: "i.sqlite")
        let environment = ["ZONGJIE_INDEX": folder.path("i.sqlite")]
        func run(_ arguments: [String]) throws -> Tool.Outcome {
            try Tool.run(
                arguments, folder: try Self.made.get().path, environment: environment)
        }
        let kind = try run(["tags", "set", "甲.txt:3", "kind=计划", "主题=维权"])
        #expect(kind.status == 0, "\(kind.errors)")
        #expect(kind.text.contains("kind=plan") && kind.text.contains("topics=rights"))
        let report = try run(["tags", "set", "乙.txt", "单位类型=妇联", "报告年份=2017"])
        #expect(report.status == 0, "\(report.errors)")
        #expect(report.text.contains("unit_type=womens-federation"))
        #expect(try run(["search", "类型:计划 重点户"]).status == 0)
        // What fits several values is not guessed.
        #expect(try run(["tags", "set", "甲.txt:3", "主题=教育"]).status == 2)
    }

    @Test func `the program alone says how to begin, or what to try`() throws {
        let folder = try TemporaryFolder()
        let begin = try Tool.run(
            [], locale: "zh_CN.UTF-8",
            environment: ["ZONGJIE_INDEX": folder.path("none.sqlite")])
        #expect(begin.status == 0 && begin.text.contains("zongjie ingest"))
        let first = try run([], locale: "zh_CN.UTF-8")
        #expect(first.status == 0 && first.text.contains("2 份报告"), "\(first.text)")
        let commands = first.lines.compactMap { line -> [String]? in
            guard line.hasPrefix("  zongjie ") else { return nil }
            let command = line.dropFirst(2).components(separatedBy: "  ")[0]
            return command.split(separator: " ").dropFirst().map(String.init)
        }
        #expect(commands.count == 5)
        for command in commands {
            let run = try run(command)
            #expect(run.status == 0 || run.status == 1, "\(command): \(run.errors)")
        }
    }
}
