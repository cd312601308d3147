import Foundation
import TestSupport
import Testing

/// What is stored and what programs read does not depend on the language of messages.
@Suite struct LocaleTests {
    /// Reports, with files that cannot be read and others that leave doubts.
    private static func index(_ locale: String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for name in [
            "望川区/2016年望川区妇联工作总结.txt", "望川区/望川区妇联2017年工作总结和2018年工作打算.md",
            "望川区/妇联全年工作总结定稿.txt", "东浦区/东浦区妇联2016年度工作总结.txt",
            "东浦区/东浦区妇联2018年工作总结及2019年思路.md",
        ] {
            let parts = name.split(separator: "/")
            try folder.write(
                Array(try Data(contentsOf: URL(fileURLWithPath: Checkout.corpus + "/" + name))),
                to: "in/" + parts[1])
        }
        try folder.write([0, 1, 2, 3], to: "in/坏.docx")
        try folder.write("", to: "in/空.txt")
        try folder.write(Array("%PDF-".utf8) + [0xFF, 0, 1], to: "in/假.txt")
        try folder.write(
            Array("县妇联2018年工作总结\n精选五篇\n组织妇女免费检查三百人次，慰问困难家庭。\n".utf8)
                + [0xE4, 0xBA, 0x0A] + Array("这一行是好的，妇女工作有新进展。\n".utf8),
            to: "in/县妇联.txt")
        let run = try Tool.run(
            ["ingest", "in", "--index", "i.sqlite"], locale: locale, folder: folder.path)
        #expect(run.status == 2, "\(run.errors)")
        let corpus = try Tool.run(
            ["corpus", "new", "甲", "--share", "topic:rights=90%", "--index", "i.sqlite"],
            locale: locale, folder: folder.path)
        #expect(corpus.status == 0, "\(corpus.errors)")
        return folder
    }

    @Test func `the JSON of every command is the same in both languages`() throws {
        let english = try Self.index("C")
        let chinese = try Self.index("zh_CN.UTF-8")
        var whys = 0
        for arguments in [
            ["status"], ["reports", "--evidence"], ["repairs"], ["export", "--all", "--evidence"],
            ["search", "妇女", "--limit", "30"], ["search", "慰问", "--group-by", "unit"],
            ["search", "慰问", "--facets"], ["activities"], ["activities", "--sum"],
            ["similar", "--text", "走访慰问困难母亲，为妇女办两癌免费检查"],
            ["similar", "--at", "2016年望川区妇联工作总结.txt:9", "--other-units"],
            ["compare", "--unit", "望川区妇联", "--unit", "东浦区妇联"],
            ["gaps", "--unit", "望川区妇联"], ["promises", "--unit", "望川区妇联"],
            ["duplicates"], ["show", "县妇联.txt:3", "--tags"], ["corpus", "list"],
            ["corpus", "show", "甲"], ["concordance", "妇女"], ["frequency"],
            ["keyness", "--corpus", "甲"], ["collocates", "妇女"], ["dispersion", "妇女"],
            ["trend", "妇女"],
        ] {
            let runs = try [(english, "C"), (chinese, "zh_CN.UTF-8")].map { folder, locale in
                try Tool.run(
                    arguments + ["--format", "jsonl", "--index", "i.sqlite"], locale: locale,
                    folder: folder.path)
            }
            // When a corpus was frozen differs between two runs.
            let texts = runs.map { $0.text.replacing(#/\d{4}-\d\d-\d\dT[\d:]+Z/#, with: "then") }
            #expect(texts[0] == texts[1], "\(arguments)")
            #expect(runs[0].status == runs[1].status, "\(arguments)")
            whys += texts[0].contains("\"why\"") ? 1 : 0
        }
        #expect(whys > 0)
    }

    @Test func `doubts and reasons are told in the reader's language, whoever ingested`() throws {
        let folder = try Self.index("zh_CN.UTF-8")
        func run(_ command: String, _ locale: String) throws -> String {
            try Tool.run([command, "--index", "i.sqlite"], locale: locale, folder: folder.path).text
        }
        #expect(try run("status", "C").contains("空.txt: the file is empty"))
        #expect(try run("status", "C").contains("not a text file (PDF)"))
        #expect(try run("status", "zh_CN.UTF-8").contains("空.txt: 文件是空的"))
    }

    @Test func `a frozen corpus is the same after a rebuild`() throws {
        let folder = try Self.index("C")
        func export() throws -> String {
            let run = try Tool.run(
                [
                    "corpus", "export", "甲", "--format", "jsonl", "--output", "o.jsonl", "--force",
                    "--index", "i.sqlite",
                ],
                folder: folder.path)
            #expect(run.status == 0, "\(run.errors)")
            let text = try String(contentsOfFile: folder.path("o.jsonl"), encoding: .utf8)
            return text.split(separator: "\n").dropFirst().joined(separator: "\n")
                .replacing(#/"(id|report)": \d+/#, with: "")
        }
        let before = try export()
        #expect(before.split(separator: "\n").count > 3)
        _ = try Tool.run(["rebuild", "--index", "i.sqlite"], folder: folder.path)
        #expect(try export() == before)
    }
}
