import Foundation
import TestSupport
import Testing

/// The commands that correct, measure and rebuild, run as a user runs them.
struct DecisionCommandTests {
    /// A folder with a copy of one district's reports, an index, and a vocabulary folder.
    private struct Desk {
        let folder: TemporaryFolder

        init() throws {
            folder = try TemporaryFolder()
            try folder.copy(Checkout.corpus + "/望川区", to: "in")
            try FileManager.default.createDirectory(
                atPath: folder.path("words"), withIntermediateDirectories: true)
        }

        func run(_ arguments: String...) throws -> (status: Int32, text: String) {
            let outcome = try Tool.run(
                arguments, folder: folder.path,
                environment: [
                    "ZONGJIE_INDEX": folder.path("index.sqlite"),
                    "ZONGJIE_VOCABULARY": folder.path("words"),
                ])
            return (outcome.status, outcome.text + outcome.errors)
        }

        /// All paragraphs as exported, without the ids that reading again changes.
        func export() throws -> [Substring] {
            try run("export", "--format", "jsonl", "--all", "--evidence").text
                .split(whereSeparator: \.isNewline)
                .map { $0.drop { $0 != "s" } }
        }
    }

    private let file = "2016年望川区妇联工作总结.txt"

    @Test func `set, list and clear lead back to the automatic tags`() throws {
        let desk = try Desk()
        #expect(try desk.run("ingest", "in").status == 0)
        let automatic = try desk.export()
        #expect(try desk.run("tags", "list").status == 1)
        #expect(try desk.run("tags", "set", file + ":12", "kind=bad").status == 2)
        #expect(try desk.run("tags", "set", file + ":2", "kind=plan").status == 2)
        #expect(try desk.run("tags", "set", "nowhere.txt:2", "unit=x").status == 2)
        #expect(try desk.run("tags", "set", ".txt:2", "unit=x").status == 2)
        #expect(try desk.run("tags", "set", file + ":12", "kind=plan", "年份=2017").status == 0)
        #expect(try desk.run("tags", "set", file + ":2", "year=2011").status == 0)
        #expect(try desk.run("tags", "list", "--format", "jsonl").text.count { $0 == "\n" } == 3)
        let decided = try desk.export()
        #expect(decided != automatic)
        #expect(try desk.run("ingest", "in", "--fresh").status == 0)
        #expect(try desk.export() == decided)
        #expect(try desk.run("verify").status == 0)
        #expect(try desk.run("tags", "clear", file + ":12").status == 0)
        #expect(try desk.run("tags", "clear", file + ":12").status == 1)
        #expect(try desk.run("tags", "clear", file + ":20", "year").status == 0)
        #expect(try desk.export() == automatic)
    }

    @Test func `rebuild refuses while a file is gone, and keeps decisions`() throws {
        let desk = try Desk()
        #expect(try desk.run("rebuild").status == 2)
        #expect(try desk.run("ingest", "in").status == 0)
        #expect(try desk.run("tags", "set", file + ":12", "kind=advice").status == 0)
        let before = try desk.export()
        #expect(try desk.run("rebuild").status == 0)
        #expect(try desk.export() == before)
        let gone = "in/民生路街道2019年妇女工作总结.txt"
        try desk.folder.remove(gone)
        let refused = try desk.run("rebuild")
        #expect(refused.status == 2)
        #expect(refused.text.contains(gone))
        #expect(try desk.export() == before)
        #expect(try desk.run("rebuild", "--prune").status == 0)
        #expect(try desk.export().count < before.count)
        #expect(try desk.run("verify").status == 0)
        #expect(try desk.run("tags", "list").text.contains("kind=advice"))
    }

    @Test func `a synonym makes no file new, a topic word does; check names file and line`() throws
    {
        let desk = try Desk()
        #expect(try desk.run("ingest", "in").text.contains("unchanged 0"))
        try desk.folder.write("- equal: [甲乙, 丙丁]\n", to: "words/synonyms.yml")
        #expect(try desk.run("ingest", "in").text.contains("read 0 files"))
        // Comments say nothing, and what tells personal data is used by exports only.
        try desk.folder.write("# mine\n\n", to: "words/topics.yml")
        try desk.folder.write("# mine\n- surnames: [欧阳]\n", to: "words/personal-data.yml")
        #expect(try desk.run("ingest", "in").text.contains("read 0 files"))
        #expect(try desk.run("vocabulary", "--check").status == 0)
        try desk.folder.write(
            "- topic: health\n  strong: [甲乙]\n- topic: nothing\n", to: "words/topics.yml")
        let check = try desk.run("vocabulary", "--check")
        #expect(check.status == 2)
        #expect(check.text.contains("topics.yml:3: nothing"))
        try desk.folder.write("- surnames: 3\n", to: "words/personal-data.yml")
        #expect(try desk.run("vocabulary", "--check").text.contains("personal-data.yml:1"))
        try desk.folder.remove("words/personal-data.yml")
        try desk.folder.write("- topic: health\n  strong: [甲乙]\n", to: "words/topics.yml")
        #expect(try desk.run("ingest", "in").text.contains("unchanged 0"))
        #expect(try desk.run("vocabulary").text.contains("topics.yml"))
        #expect(try desk.run("vocabulary", "topics.yml").text.contains("- topic: leadership"))
        #expect(try desk.run("vocabulary", "nothing.yml").status == 2)
    }

    @Test(arguments: [
        ("terms.yml", "- 妇联\n- [", ":2"), ("units.yml", "- 3\n", ":1"),
        ("gazetteer.tsv", "110000\t北京市\t1949\n北京\n", ":2"), ("clean.yml", "a: [", ":1"),
    ])
    func `a broken file stops reading at its line, whichever it is`(
        _ name: String, _ text: String, _ line: String
    ) throws {
        let desk = try Desk()
        #expect(try desk.run("ingest", "in").status == 0)
        try desk.folder.write(text, to: "words/" + name)
        let run = try desk.run("ingest", "in")
        #expect(run.status == 2)
        #expect(run.text.contains(name + line), "\(run.text)")
        #expect(try desk.run("vocabulary", "--check").text.contains(name + line))
        if name == "terms.yml" {
            let search = try desk.run("search", "妇女")
            #expect(search.status == 2 && search.text.contains(name + line), "\(search.text)")
        }
        try desk.folder.write([0xFF, 0xFE, 0xFF], to: "words/page-words.txt")
        try desk.folder.remove("words/" + name)
        #expect(try desk.run("ingest", "in").text.contains("page-words.txt"))
    }
}
