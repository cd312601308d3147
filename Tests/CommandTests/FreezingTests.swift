import Foundation
import TestSupport
import Testing

/// What is decided and frozen is taken from the index as it is once nobody else writes.
@Suite struct FreezingTests {
    /// Runs a command that waits for the writer's lock; meanwhile the index becomes another one.
    private func run(
        _ arguments: [String], in folder: TemporaryFolder, becoming other: String
    ) throws {
        let index = folder.path("index.sqlite")
        let lock = open(index + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        try #require(lock >= 0 && flock(lock, LOCK_EX) == 0)
        let process = Tool.process(arguments + ["--index", index])
        try folder.write("", to: "err")
        let errors = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path("err")))
        process.standardError = errors
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        // It says so before it waits.
        for _ in 0..<600 where try String(contentsOfFile: folder.path("err"), encoding: .utf8) == ""
        {
            usleep(50_000)
        }
        #expect(rename(other, index) == 0)
        close(lock)
        process.waitUntilExit()
        let said = try String(contentsOfFile: folder.path("err"), encoding: .utf8)
        #expect(process.terminationStatus == 0, "\(said)")
    }

    @Test func `corpora and decisions are made of what the writer before left`() throws {
        let folder = try TemporaryFolder()
        let index = folder.path("index.sqlite")
        try folder.write("2018年工作总结\n组织妇女免费检查三百人次。\n", to: "in/a.txt")
        #expect(try Tool.run(["ingest", folder.path("in"), "--index", index]).status == 0)
        let texts = [
            "慰问困难家庭二十户，发放慰问金三千元。\n举办家庭教育讲座四场，九百名家长到场。\n",
            "调处婚姻纠纷八件，满意率百分之百。\n推荐巾帼标兵岗三个，获市级表彰。\n",
            "开办编织技能培训班，四十人结业。\n",
        ]
        for (number, command) in [
            ["corpus", "new", "全部"], ["corpus", "refresh", "全部"],
            ["tags", "set", "a.txt:2", "kind=plan"],
        ].enumerated() {
            try FileManager.default.copyItem(atPath: index, toPath: folder.path("next.sqlite"))
            try folder.write(
                "2019年工作总结\n" + texts[number],
                to: "in/b\(number).txt")
            let next = folder.path("next.sqlite")
            #expect(try Tool.run(["ingest", folder.path("in"), "--index", next]).status == 0)
            try run(command, in: folder, becoming: next)
            if number < 2 {
                let list = try Tool.rows(
                    try Tool.run(["corpus", "list", "--format", "jsonl", "--index", index]))
                #expect(list.first?["passages"] as? Int == 3 + 2 * number)
            }
        }
        let decided = try Tool.run(["tags", "list", "--index", index])
        #expect(decided.lines.count == 1)
        let shown = try Tool.run(["show", "a.txt:2", "--format", "jsonl", "--index", index])
        #expect(try Tool.rows(shown).first?["kind"] as? String == "plan")
    }
}
