import Foundation
import TestSupport
import Testing

/// What a person has stays, whatever is away, linked, damaged or in the wrong place.
@Suite struct SafetyTests {
    private static func desk(files: Int = 12) throws -> (TemporaryFolder, String) {
        let folder = try TemporaryFolder()
        for number in 0..<files {
            try folder.write(
                "2018年工作总结\n第\(number)次走访慰问留守儿童九人次。\n", to: "in/part/\(number).txt")
        }
        let index = folder.path("data/index.sqlite")
        let made = try Tool.run(["ingest", folder.path("in"), "--index", index])
        #expect(made.status == 0, "\(made.errors)")
        return (folder, index)
    }

    private static func files(_ index: String) throws -> Int {
        let status = try Tool.run(["status", "--format", "jsonl", "--index", index])
        return try Tool.rows(status).first?["files"] as? Int ?? -1
    }

    private static func inode(_ path: String) throws -> UInt64? {
        try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? UInt64
    }

    @Test func `prune drops what is surely gone, and much only when told twice`() throws {
        let (folder, index) = try Self.desk()
        let ingest = ["ingest", folder.path("in"), "--prune", "--index", index]
        try folder.remove("in/part/3.txt")
        #expect(try Tool.run(ingest).status == 0)
        #expect(try Self.files(index) == 11)
        // A share that is away: its folder is not there, or it is empty.
        try FileManager.default.moveItem(
            atPath: folder.path("in"), toPath: folder.path("away"))
        #expect(try Tool.run(ingest + ["--yes"]).status == 2)
        #expect(try Self.files(index) == 11)
        try FileManager.default.createDirectory(
            atPath: folder.path("in"), withIntermediateDirectories: true)
        let asked = try Tool.run(ingest)
        #expect(asked.status == 2 && asked.errors.contains("--yes"), "\(asked.errors)")
        #expect(try Self.files(index) == 11)
        #expect(try Tool.run(ingest + ["--yes"]).status == 0)
        #expect(try Self.files(index) == 0)
    }

    @Test func `prune leaves what is gone from a folder beside`() throws {
        let (folder, index) = try Self.desk()
        try folder.write("2018年工作总结\n走访慰问留守儿童。\n", to: "in2/a.txt")
        #expect(try Tool.run(["ingest", folder.path("in2"), "--index", index]).status == 0)
        try folder.remove("in2/a.txt")
        let ingest = ["ingest", folder.path("in"), "--prune", "--yes", "--index", index]
        #expect(try Tool.run(ingest).status == 0)
        #expect(try Self.files(index) == 13)
    }

    @Test func `rebuild keeps frozen corpora with every passage`() throws {
        let (folder, index) = try Self.desk()
        #expect(
            try Tool.run(["corpus", "new", "慰问", "--query", "慰问", "--index", index]).status == 0)
        let list = ["corpus", "list", "--format", "jsonl", "--index", index]
        let before = try Tool.rows(try Tool.run(list)).map { $0["passages"] as? Int }
        #expect(try before == [12] && Tool.run(["rebuild", "--index", index]).status == 0)
        #expect(try Tool.rows(try Tool.run(list)).map { $0["passages"] as? Int } == before)
        let export = [
            "corpus", "export", "慰问", "--format", "jsonl", "--index", index, "--output",
            folder.path("a.jsonl"),
        ]
        let written = try Tool.run(export)
        #expect(written.status == 0, "\(written.errors)")
    }

    @Test func `rebuild stays in its file: through a link, beside files of others`() throws {
        let (folder, index) = try Self.desk()
        try folder.write("mine", to: "data/index.sqlite.rebuild")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("link.sqlite"), withDestinationPath: "data/index.sqlite")
        let before = try Self.inode(index)
        let link = folder.path("link.sqlite")
        #expect(
            try Tool.run(["tags", "set", "0.txt:1", "unit=望川区妇联", "--index", link]).status == 0)
        let run = try Tool.run(["rebuild", "--index", link])
        #expect(run.status == 0, "\(run.errors)")
        #expect(try Self.inode(index) == before)
        #expect(
            try FileManager.default.destinationOfSymbolicLink(atPath: link) == "data/index.sqlite")
        #expect(
            try String(contentsOfFile: folder.path("data/index.sqlite.rebuild"), encoding: .utf8)
                == "mine")
        #expect(try Tool.run(["tags", "list", "--index", index]).status == 0)
        #expect(try Tool.run(["verify", "--index", link]).status == 0)
        // One lock, by whatever name.
        #expect(!FileManager.default.fileExists(atPath: link + ".lock"))
    }

    @Test func `a reader keeps its state while the index is rebuilt under it`() throws {
        let (folder, index) = try Self.desk()
        let reader = Tool.process(["export", "--index", index])
        let pipe = Pipe()
        reader.standardOutput = pipe
        try reader.run()
        try folder.write("2019年工作总结\n新增一次。\n", to: "in/part/new.txt")
        for command in [["ingest", folder.path("in")], ["rebuild"], ["verify"], ["pack"]] {
            let run = try Tool.run(command + ["--index", index])
            #expect(run.status == 0, "\(command) \(run.errors)")
        }
        let output = try #require(try pipe.fileHandleForReading.readToEnd())
        reader.waitUntilExit()
        #expect(reader.terminationStatus == 0)
        #expect(output.count { $0 == 10 } == 24 || output.count { $0 == 10 } == 12)
    }

    @Test func `verify writes nothing`() throws {
        let (folder, index) = try Self.desk()
        func state() throws -> [String: Data] {
            var state: [String: Data] = [:]
            for name in try FileManager.default.contentsOfDirectory(atPath: folder.path("data")) {
                if name.hasSuffix("-shm") { continue }
                let data = try Data(contentsOf: URL(fileURLWithPath: folder.path("data/" + name)))
                if !data.isEmpty { state[name] = data }
            }
            return state
        }
        let before = try state()
        #expect(try Tool.run(["verify", "--index", index]).status == 0)
        #expect(try state() == before)
    }

    @Test func `the index is its owner's, and the lock is no link to another file`() throws {
        let (folder, index) = try Self.desk()
        func mode(_ path: String) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        }
        #expect(try mode(index) == 0o600)
        #expect(try mode(index + ".lock") == 0o600)
        #expect(try mode(folder.path("data")) == 0o700)
        try folder.write("precious", to: "other")
        try folder.remove("data/index.sqlite.lock")
        try FileManager.default.createSymbolicLink(
            atPath: index + ".lock", withDestinationPath: folder.path("other"))
        let run = try Tool.run(["ingest", folder.path("in"), "--fresh", "--index", index])
        #expect(run.status == 2 && run.errors.contains(".lock"), "\(run.errors)")
        #expect(
            try String(contentsOfFile: folder.path("other"), encoding: .utf8) == "precious")
    }

    @Test func `a damaged index gives back its decisions`() throws {
        let (folder, index) = try Self.desk(files: 60)
        for number in 0..<10 {
            let set = try Tool.run([
                "tags", "set", "part/\(number).txt:1", "unit=第\(number)区妇联", "--index", index,
            ])
            #expect(set.status == 0, "\(set.errors)")
        }
        let kept = try Tool.run(["tags", "export", "--index", index])
        let sound = [UInt8](try Data(contentsOf: URL(fileURLWithPath: index)))
        let page = 16384
        var (saved, tried) = (0, 0)
        var random = SeededRandom(19)
        for _ in 0..<6 {
            let place = page * (1 + random.below(sound.count / page - 1))

            var bytes = sound
            for offset in 0..<page {
                bytes[place + offset] = UInt8(truncatingIfNeeded: offset &* 37)
            }
            try folder.write(bytes, to: "damaged.sqlite")
            let damaged = folder.path("damaged.sqlite")
            tried += 1
            let verify = try Tool.run(["verify", "--index", damaged])
            #expect([0, 2].contains(verify.status) && verify.signal == nil, "\(verify.errors)")
            let run = try Tool.run(["rebuild", "--salvage", "--prune", "--yes", "--index", damaged])
            #expect(run.signal == nil && [0, 2].contains(run.status), "\(place): \(run.errors)")
            if try Tool.run(["tags", "export", "--index", damaged]).output == kept.output {
                saved += 1
            }
        }
        // Lost only where the decisions' own page, or the list of tables, was hit.
        #expect(saved >= tried - 2, "\(saved) of \(tried)")
    }

    @Test func `decisions and corpora come back from their backups`() throws {
        let (folder, index) = try Self.desk()
        #expect(
            try Tool.run(["tags", "set", "1.txt:2", "kind=plan", "--index", index]).status == 0)
        #expect(
            try Tool.run(["corpus", "new", "慰问", "--query", "慰问", "--index", index]).status == 0)
        let decisions = try Tool.run(["tags", "export", "--index", index])
        try folder.write(decisions.output, to: "decisions.jsonl")
        let exported = try Tool.run([
            "corpus", "export", "慰问", "--format", "jsonl", "--output", folder.path("慰问.jsonl"),
            "--index", index,
        ])
        #expect(exported.status == 0, "\(exported.errors)")
        try folder.remove("data/index.sqlite")
        #expect(try Tool.run(["ingest", folder.path("in"), "--index", index]).status == 0)
        let imported = try Tool.run([
            "tags", "import", folder.path("decisions.jsonl"), "--index", index,
        ])
        #expect(imported.status == 0, "\(imported.errors)")
        let corpus = try Tool.run([
            "corpus", "import", "慰问", folder.path("慰问.jsonl"), "--index", index,
        ])
        #expect(corpus.status == 0, "\(corpus.errors)")
        #expect(try Tool.run(["tags", "export", "--index", index]).output == decisions.output)
        #expect(try Tool.run(["corpus", "diff", "慰问", "--index", index]).status == 0)
        let again = try Tool.run([
            "tags", "import", folder.path("decisions.jsonl"), "--index", index,
        ])
        #expect(again.text.contains("imported 0"), "\(again.text)")
        let bad = try String(contentsOfFile: folder.path("慰问.jsonl"), encoding: .utf8)
            .replacing(
                "\"shares\":[]",
                with: "\"shares\":[{\"field\":\"topic\",\"value\":\"rights\",\"percent\":1e300}]")
        try folder.write(bad, to: "bad.jsonl")
        if bad.contains("1e300") {
            let refused = try Tool.run([
                "corpus", "import", "坏", folder.path("bad.jsonl"), "--index", index,
            ])
            #expect(refused.status == 2 && refused.signal == nil, "\(refused.errors)")
        }
    }

    @Test func `files whose names are no UTF-8 are indexed, found and rebuilt`() throws {
        let (folder, index) = try Self.desk(files: 1)
        let script = "printf '2018年工作总结\\n调处纠纷八件。\\n' > \"$1/in/$(printf '\\327\\334').txt\""
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = ["-c", script, "sh", folder.path]
        try shell.run()
        shell.waitUntilExit()
        for command in [
            ["ingest", folder.path("in")], ["search", "调处纠纷"], ["rebuild"], ["search", "调处纠纷"],
            ["verify"],
        ] {
            let run = try Tool.run(command + ["--index", index])
            #expect(run.status == 0, "\(command) \(run.errors)")
        }
        #expect(try Self.files(index) == 2)
    }
}
