import Foundation
import Testing

/// The commands that correct, measure and rebuild, run as a user runs them.
struct DecisionCommandTests {
    /// A folder with a copy of one district's reports, an index, and a vocabulary folder.
    private struct Desk {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("desk-\(UUID().uuidString)")
        /// `swift test` builds the executable beside the tests.
        private static let executable = CopiesCorpus.checkout
            .appendingPathComponent(".build/debug/zongjie")

        static var isBuilt: Bool { FileManager.default.fileExists(atPath: executable.path) }

        init() throws {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try FileManager.default.createDirectory(
                at: folder.appendingPathComponent("words"), withIntermediateDirectories: true)
            try FileManager.default.copyItem(
                at: CopiesCorpus.checkout.appendingPathComponent("Corpus/望川区"),
                to: folder.appendingPathComponent("in"))
        }

        func run(_ arguments: String...) throws -> (status: Int32, text: String) {
            let process = Process()
            process.executableURL = Self.executable
            process.arguments = arguments
            process.currentDirectoryURL = folder
            process.environment = [
                "ZONGJIE_INDEX": folder.appendingPathComponent("index.sqlite").path, "LANG": "C",
                "ZONGJIE_VOCABULARY": folder.appendingPathComponent("words").path,
            ]
            let output = Pipe()
            process.standardOutput = output
            process.standardError = output
            try process.run()
            let text = output.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            return (process.terminationStatus, String(decoding: text, as: UTF8.self))
        }

        /// All paragraphs as exported, without the ids that reading again changes.
        func export() throws -> [Substring] {
            try run("export", "--format", "csv", "--all", "--evidence").text
                .split(whereSeparator: \.isNewline)
                .map { $0.drop { $0 != "{" } }
        }
    }

    private let file = "2016年望川区妇联工作总结.txt"

    @Test(.enabled(if: Desk.isBuilt))
    func `set, list and clear lead back to the automatic tags`() throws {
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

    @Test(.enabled(if: Desk.isBuilt))
    func `rebuild refuses while a file is gone, and keeps decisions`() throws {
        let desk = try Desk()
        #expect(try desk.run("rebuild").status == 2)
        #expect(try desk.run("ingest", "in").status == 0)
        #expect(try desk.run("tags", "set", file + ":12", "kind=advice").status == 0)
        let before = try desk.export()
        #expect(try desk.run("rebuild").status == 0)
        #expect(try desk.export() == before)
        let gone = "in/民生路街道2019年妇女工作总结.txt"
        try FileManager.default.removeItem(at: desk.folder.appendingPathComponent(gone))
        let refused = try desk.run("rebuild")
        #expect(refused.status == 2)
        #expect(refused.text.contains(gone))
        #expect(try desk.export() == before)
        #expect(try desk.run("rebuild", "--prune").status == 0)
        #expect(try desk.export().count < before.count)
        #expect(try desk.run("verify").status == 0)
        #expect(try desk.run("tags", "list").text.contains("kind=advice"))
    }

    @Test(.enabled(if: Desk.isBuilt))
    func `a synonym makes no file new, a topic word does; check names file and line`() throws {
        let desk = try Desk()
        let words = desk.folder.appendingPathComponent("words")
        #expect(try desk.run("ingest", "in").text.contains("unchanged 0"))
        try "- equal: [甲乙, 丙丁]\n".write(
            to: words.appendingPathComponent("synonyms.yml"), atomically: true, encoding: .utf8)
        #expect(try desk.run("ingest", "in").text.contains("read 0 files"))
        #expect(try desk.run("vocabulary", "--check").status == 0)
        try "- topic: health\n  strong: [甲乙]\n- topic: nothing\n".write(
            to: words.appendingPathComponent("topics.yml"), atomically: true, encoding: .utf8)
        let check = try desk.run("vocabulary", "--check")
        #expect(check.status == 2)
        #expect(check.text.contains("topics.yml:3: nothing"))
        try "- topic: health\n  strong: [甲乙]\n".write(
            to: words.appendingPathComponent("topics.yml"), atomically: true, encoding: .utf8)
        #expect(try desk.run("ingest", "in").text.contains("unchanged 0"))
        #expect(try desk.run("vocabulary").text.contains("topics.yml"))
        #expect(try desk.run("vocabulary", "topics.yml").text.contains("- topic: leadership"))
        #expect(try desk.run("vocabulary", "nothing.yml").status == 2)
    }
}
