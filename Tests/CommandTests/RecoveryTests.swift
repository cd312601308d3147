import Foundation
import TestSupport
import Testing

/// What happens when ingest is killed, or when two run at once.
@Suite(.serialized) struct RecoveryTests {
    /// Copies of two districts of the corpus in numbered folders: enough input to be interrupted.
    private static func input(copies: Int) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for number in 0..<copies {
            try folder.copy(Checkout.corpus + "/东浦区", to: "in\(number)a")
            try folder.copy(Checkout.corpus + "/柏塘区", to: "in\(number)b")
        }
        return folder
    }

    private static func ingest(_ folder: TemporaryFolder, _ more: String...) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return ["ingest"]
            + names.filter { $0.hasPrefix("in") && !$0.hasPrefix("index") }.sorted().map {
                folder.path($0)
            }
            + ["--index", folder.path("index.sqlite")] + more
    }

    /// Every row of an export without its ids, in a fixed order.
    static func rows(_ index: String) throws -> [String] {
        let outcome = try Tool.run(["export", "--all", "--evidence", "--index", index])
        return outcome.lines.map { line in
            let text = String(line)
            return text.replacing(#/"id": \d+, "report": \d+, /#, with: "")
        }.sorted()
    }

    @Test func `a killed ingest leaves a sound index that the next run completes`() throws {
        let folder = try Self.input(copies: 1)
        let index = folder.path("index.sqlite")
        let start = ContinuousClock.now
        #expect(try Tool.run(Self.ingest(folder)).status == 0)
        let whole = Int((ContinuousClock.now - start) / .milliseconds(1))
        let fresh = try Self.rows(index)
        try #require(fresh.count > 250)
        for milliseconds in [60, whole / 2, whole * 95 / 100] {
            for end in ["", "-wal", "-shm", "-journal", ".lock"] {
                try? FileManager.default.removeItem(atPath: index + end)
            }
            let process = Tool.process(Self.ingest(folder))
            process.standardError = FileHandle.nullDevice
            process.standardOutput = FileHandle.nullDevice
            try process.run()
            usleep(UInt32(milliseconds * 1000))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            if FileManager.default.fileExists(atPath: index) {
                let verify = try Tool.run(["verify", "--index", index])
                #expect(
                    verify.status == 0 || verify.errors.contains("still empty"),
                    "after \(milliseconds) ms: \(verify.errors)")
            }
            let next = try Tool.run(Self.ingest(folder))
            #expect(next.status == 0, "after \(milliseconds) ms: \(next.errors)")
            #expect(try Self.rows(index) == fresh, "after \(milliseconds) ms")
            #expect(try Tool.run(["verify", "--index", index]).status == 0)
        }
    }

    @Test func `a file that a kill left without tables becomes an index`() throws {
        let folder = try Self.input(copies: 0)
        try folder.write("一、工作总结\n组织培训三次。\n", to: "in.txt")
        let index = folder.path("index.sqlite")
        // What SQLite leaves when it dies between making the file and the first table.
        try folder.write([], to: "index.sqlite")
        #expect(try Tool.run(Self.ingest(folder)).status == 0)
        #expect(try Tool.run(["verify", "--index", index]).status == 0)
        for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: index + end) }
        try folder.write(Self.blankDatabase, to: "index.sqlite")
        let outcome = try Tool.run(Self.ingest(folder))
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try Tool.run(["verify", "--index", index]).status == 0)
    }

    /// The one page of a database in write-ahead mode that has no tables yet.
    private static let blankDatabase: [UInt8] = {
        var page = [UInt8](repeating: 0, count: 4096)
        page.replaceSubrange(0..<16, with: Array("SQLite format 3\u{0}".utf8))
        page.replaceSubrange(16..<24, with: [0x10, 0, 2, 2, 0, 64, 32, 32])
        page.replaceSubrange(24..<32, with: [0, 0, 0, 1, 0, 0, 0, 1])
        page.replaceSubrange(92..<100, with: [0, 0, 0, 1, 0, 0x2E, 0x75, 0xF0])
        page.replaceSubrange(100..<108, with: [13, 0, 0, 0, 0, 0x10, 0, 0])
        return page
    }()

    @Test func `two ingests at once: one waits, one that may not wait says who holds the index`()
        throws
    {
        let folder = try Self.input(copies: 1)
        let first = Tool.process(Self.ingest(folder))
        first.standardError = FileHandle.nullDevice
        first.standardOutput = FileHandle.nullDevice
        try first.run()
        let lock = folder.path("index.sqlite.lock")
        var tries = 0
        while (try? String(contentsOfFile: lock, encoding: .utf8))?.isEmpty ?? true, tries < 400 {
            usleep(5000)
            tries += 1
        }
        let refused = try Tool.run(Self.ingest(folder, "--no-wait"))
        #expect(refused.status == 2)
        #expect(refused.errors.contains("pid \(first.processIdentifier)"), "\(refused.errors)")
        #expect(refused.errors.split(separator: "\n", omittingEmptySubsequences: false).count == 2)
        let second = try Tool.run(Self.ingest(folder))
        #expect(second.errors.contains("waiting") && second.status == 0, "\(second.errors)")
        first.waitUntilExit()
        #expect(first.terminationStatus == 0)
        #expect(try Tool.run(["verify", "--index", folder.path("index.sqlite")]).status == 0)
    }

    @Test func `readers answer while a writer writes`() throws {
        let folder = try Self.input(copies: 1)
        #expect(try Tool.run(Self.ingest(folder)).status == 0)
        try folder.copy(Checkout.corpus + "/望川区", to: "in8")
        let writer = Tool.process(Self.ingest(folder, "--fresh"))
        writer.standardError = FileHandle.nullDevice
        writer.standardOutput = FileHandle.nullDevice
        try writer.run()
        var reads = 0
        repeat {
            let found = try Tool.run(["search", "妇女", "--index", folder.path("index.sqlite")])
            #expect(found.status == 0, "\(found.errors)")
            reads += 1
        } while writer.isRunning
        #expect(writer.terminationStatus == 0 && reads > 1)
    }

    @Test func `where a file cannot grow, a command says so and nothing is lost`() throws {
        let folder = try Self.input(copies: 1)
        let index = folder.path("index.sqlite")
        #expect(try Tool.run(Self.ingest(folder)).status == 0)
        let before = try Self.rows(index)
        var failures = 0
        for command in [["tags", "set", "1", "year=2011"], Self.ingest(folder, "--fresh")] {
            for kilobytes in [4, 200] {
                let run = try Self.run(command + ["--index", index], growingTo: kilobytes)
                #expect(run == 0 || run == 2, "\(command[0]) \(kilobytes): \(run)")
                if run == 2 { failures += 1 }
                let verify = try Tool.run(["verify", "--index", index])
                #expect(verify.status == 0, "\(command[0]) \(kilobytes): \(verify.errors)")
                if run == 2 { #expect(try Self.rows(index) == before) }
                guard run == 2 else { break }
            }
        }
        #expect(failures > 2)
    }

    /// Runs the tool where no file may grow beyond so many kilobytes: writing fails as on a full disk.
    private static func run(_ arguments: [String], growingTo kilobytes: Int) throws -> Int32 {
        let process = Tool.process(arguments)
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments =
            ["-c", "trap '' XFSZ; ulimit -f \(kilobytes); exec \"$@\"", "bash", Tool.path]
            + arguments
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationReason == .exit ? process.terminationStatus : -1
    }
}
