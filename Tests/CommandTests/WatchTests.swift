import Foundation
import TestSupport
import Testing

/// Folders that are watched, and the folder that is asked for.
@Suite struct WatchTests {
    /// Whether something comes true before a generous end.
    private func comesTrue(_ isTrue: () throws -> Bool) rethrows -> Bool {
        for _ in 0..<600 {
            if try isTrue() { return true }
            usleep(100_000)
        }
        return false
    }

    private func finds(_ text: String, _ index: String) throws -> Bool {
        try Tool.run(["search", "\"\(text)\"", "--index", index]).status == 0
    }

    private func watching(_ folder: TemporaryFolder, _ options: [String] = []) throws -> Process {
        let process = Tool.process(
            ["ingest", folder.path("in"), "--watch", "--index", folder.path("i.sqlite")] + options)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    @Test func `what is saved, changed, moved and removed meanwhile is what is found`() throws {
        let folder = try TemporaryFolder()
        let index = folder.path("i.sqlite")
        try folder.write("2018年区妇联工作总结\n举办剪纸班三期。\n", to: "in/a.txt")
        let process = try watching(folder, ["--prune"])
        defer { process.terminate() }
        #expect(try comesTrue { try finds("剪纸班三期", index) })
        try folder.write("2019年县妇联工作总结\n举办刺绣班五期。\n", to: "in/深/b.txt")
        #expect(try comesTrue { try finds("刺绣班五期", index) })
        try folder.write("2018年区妇联工作总结\n举办剪纸班四期。\n", to: "in/a.txt")
        #expect(try comesTrue { try finds("剪纸班四期", index) })
        #expect(try !finds("剪纸班三期", index))
        try FileManager.default.moveItem(
            atPath: folder.path("in/深/b.txt"), toPath: folder.path("in/c.txt"))
        #expect(
            try comesTrue {
                let rows = try Tool.rows(
                    Tool.run(["reports", "--format", "jsonl", "--index", index]))
                let paths = rows.compactMap { ($0["source"] as? [String: Any])?["path"] as? String }
                return Set(paths) == [folder.path("in/a.txt"), folder.path("in/c.txt")]
            })
        #expect(try Tool.run(["verify", "--index", index]).status == 0)
    }

    @Test func `a kill at any time loses nothing, and others may write between rounds`() throws {
        let folder = try TemporaryFolder()
        let index = folder.path("i.sqlite")
        try folder.write("2018年区妇联工作总结\n举办剪纸班三期。\n", to: "in/0.txt")
        for round in 1...5 {
            let process = try watching(folder)
            if round.isMultiple(of: 2) {
                #expect(try comesTrue { try finds("剪纸班三期", index) })
                let other = try Tool.run(
                    ["ingest", folder.path("in"), "--no-wait", "--index", index])
                #expect(other.status == 0 || other.errors.contains("being written"))
            }
            try folder.write("2019年工作总结\n走访第\(round)村九户。\n", to: "in/\(round).txt")
            usleep(UInt32(round) * 350_000)
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
        let process = try watching(folder)
        defer { process.terminate() }
        for round in 1...5 {
            #expect(try comesTrue { try finds("走访第\(round)村九户", index) }, "\(round)")
        }
        #expect(try Tool.run(["verify", "--index", index]).status == 0)
    }

    @Test func `a folder that is away is waited for and stays in the index`() throws {
        let folder = try TemporaryFolder()
        let index = folder.path("i.sqlite")
        try folder.write("2018年区妇联工作总结\n举办剪纸班三期。\n", to: "in/a.txt")
        let process = try watching(folder, ["--prune", "--yes"])
        defer { process.terminate() }
        #expect(try comesTrue { try finds("剪纸班三期", index) })
        try FileManager.default.moveItem(
            atPath: folder.path("in"), toPath: folder.path("away"))
        usleep(4_000_000)
        #expect(try finds("剪纸班三期", index))
        try folder.write("2019年县妇联工作总结\n举办刺绣班五期。\n", to: "away/b.txt")
        try FileManager.default.moveItem(
            atPath: folder.path("away"), toPath: folder.path("in"))
        #expect(try comesTrue { try finds("刺绣班五期", index) })
    }

    @Test func `a newcomer is asked for the folder once, and it is remembered`() throws {
        let folder = try TemporaryFolder()
        let index = folder.path("i.sqlite")
        try folder.write("2018年区妇联工作总结\n举办剪纸班三期。\n", to: "工作 总结/a.txt")
        // `script` lends a terminal.
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["script", "-qec", "'\(Tool.path)'", "/dev/null"]
        process.environment = [
            "ZONGJIE_INDEX": index, "LC_ALL": "C", "PATH": "/usr/bin:/bin", "SHELL": "/bin/sh",
        ]
        let input = Pipe()
        process.standardInput = input
        let out = folder.path("out")
        FileManager.default.createFile(atPath: out, contents: nil)
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: out))
        try process.run()
        input.fileHandleForWriting.write(
            Data("\(folder.path("none"))\n'\(folder.path("工作 总结"))'\n".utf8))
        process.waitUntilExit()
        let said = try String(contentsOfFile: out, encoding: .utf8)
        #expect(said.contains("Which folder are the reports in?"), "\(said)")
        #expect(
            said.contains("there is no such folder") && said.contains("read 1 files"), "\(said)")
        #expect(said.contains("All commands"), "what to ask follows: \(said)")
        try folder.write("2019年县妇联工作总结\n举办刺绣班五期。\n", to: "工作 总结/b.txt")
        #expect(try Tool.run(["ingest", "--index", index]).status == 0)
        #expect(try finds("刺绣班五期", index))
    }

    @Test func `without a folder and without a person to ask there is nothing to read`() throws {
        let folder = try TemporaryFolder()
        let outcome = try Tool.run(["ingest", "--index", folder.path("i.sqlite")])
        #expect(outcome.status == 64 && outcome.errors.contains("name the folder"))
        #expect(try Tool.run(["serve", folder.path("in")]).status == 64)
    }
}
