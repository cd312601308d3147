import Foundation
import TestSupport
import Testing

/// Damaged and foreign files in the place of an index: a clear message, never a trap.
@Suite struct DamageTests {
    private static func small() throws -> (TemporaryFolder, [UInt8]) {
        let folder = try TemporaryFolder()
        let made = try Tool.run([
            "ingest", Checkout.corpus + "/望川区", "--index", folder.path("sound.sqlite"),
        ])
        #expect(made.status == 0, "\(made.errors)")
        return (
            folder, [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder.path("sound.sqlite"))))
        )
    }

    @Test func `foreign, empty and missing files are refused with what to do`() throws {
        let folder = try TemporaryFolder()
        try folder.write([], to: "empty")
        try folder.write("这是一份总结，不是索引。\n", to: "text")
        try folder.write([UInt8](repeating: 0xA5, count: 9000), to: "noise")
        try FileManager.default.createDirectory(
            atPath: folder.path("folder"), withIntermediateDirectories: true)
        for name in ["empty", "text", "noise", "folder", "missing", "no/such/folder"] {
            for command in [["search", "妇女"], ["verify"], ["status"], ["export"], ["show", "1"]] {
                let run = try Tool.run(command + ["--index", folder.path(name)])
                #expect(run.status == 2 && run.signal == nil, "\(command) \(name)")
                #expect(run.errors.contains(name) && run.errors.contains(": "), "\(run.errors)")
                #expect(run.output.isEmpty)
            }
        }
        try folder.write("2018年总结\n妇女培训。\n", to: "in.txt")
        for name in ["text", "noise", "folder"] {
            let run = try Tool.run(["ingest", folder.path("in.txt"), "--index", folder.path(name)])
            #expect(run.status == 2 && run.signal == nil, "\(name): \(run.errors)")
        }
        // What stood there still stands there.
        #expect(
            try String(contentsOfFile: folder.path("text"), encoding: .utf8) == "这是一份总结，不是索引。\n")
    }

    @Test func `another format's version is refused`() throws {
        let (folder, sound) = try Self.small()
        for (offset, value, word) in [
            (63, 99, "newer"), (63, 0, "zongjie rebuild"), (71, 1, "not an index"),
        ] {
            var bytes = sound
            bytes[offset] = UInt8(value)
            try folder.write(bytes, to: "other.sqlite")
            for command in [["search", "妇女"], ["verify"], ["ingest", Checkout.corpus + "/望川区"]] {
                let run = try Tool.run(command + ["--index", folder.path("other.sqlite")])
                #expect(run.status == 2 && run.errors.contains(word), "\(command) \(run.errors)")
            }
        }
    }

    @Test func `cut and flipped files give an answer or an error`() throws {
        let (folder, sound) = try Self.small()
        var random = SeededRandom(41)
        for round in 0..<24 {
            var bytes = sound
            if round.isMultiple(of: 4) {
                bytes = Array(bytes[..<random.below(bytes.count)])
            } else {
                for _ in 0..<1 + random.below(round.isMultiple(of: 3) ? 400 : 4) {
                    bytes[100 + random.below(bytes.count - 100)] = UInt8(random.below(256))
                }
            }
            guard !bytes.isEmpty else { continue }
            try folder.write(bytes, to: "damaged.sqlite")
            for command in [["verify"], ["search", "妇女 两癌检查"], ["export", "--evidence"]] {
                let run = try Tool.run(command + ["--index", folder.path("damaged.sqlite")])
                #expect(
                    run.signal == nil && [0, 1, 2].contains(run.status),
                    "round \(round) \(command[0]): \(run.errors.prefix(300))")
                if run.status == 2 { #expect(!run.errors.isEmpty) }
            }
        }
    }
}
