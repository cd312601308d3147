import Foundation
import TestSupport
import Testing

/// Help in both languages; what it shows as examples works.
@Suite struct HelpTests {
    /// Every command that has help of its own, as words: `["corpus", "new"]`.
    private static let commands: [[String]] = {
        func below(_ command: [String]) -> [[String]] {
            let text = (try? Tool.run(command + ["--help"]).text) ?? ""
            let names = text.split(separator: "\n").drop { $0 != "SUBCOMMANDS:" }.dropFirst()
                .filter { $0.hasPrefix("  ") && $0.dropFirst(2).first?.isLowercase ?? false }
                .compactMap { $0.split(separator: " ").first.map(String.init) }
            return [command] + names.flatMap { below(command + [$0]) }
        }
        return below([])
    }()

    private static func hasHan(_ text: some StringProtocol) -> Bool {
        text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    }

    @Test func `with a Chinese locale every option and command is told in Chinese`() throws {
        #expect(Self.commands.count > 35)
        for command in Self.commands {
            let text = try Tool.run(command + ["--help"], locale: "zh_CN.UTF-8").text
            var entries: [String] = []
            for line in text.split(separator: "\n") {
                let isEntry = line.hasPrefix("  ") && line.dropFirst(2).first != " "
                if isEntry || !line.hasPrefix("  ") {
                    entries.append(String(line))
                } else if let last = entries.indices.last {
                    entries[last] += line
                }
            }
            for entry in entries where !entry.isEmpty {
                #expect(Self.hasHan(entry) || entry.hasPrefix("  zongjie "), "\(command): \(entry)")
            }
            for word in ["OVERVIEW", "USAGE", "OPTIONS", "Show ", "(default", "(values", "Example"]
            {
                #expect(!text.contains(word), "\(command): \(word)")
            }
        }
    }

    @Test func `with another locale help is in English`() throws {
        for command in Self.commands {
            let text = try Tool.run(command + ["--help"]).text
            // Words of the query language and of examples are Chinese in any language.
            let options = text.components(separatedBy: "OPTIONS:").last ?? ""
            for line in options.split(separator: "\n") where Self.hasHan(line) {
                #expect(line.contains("维权"), "\(command): \(line)")
            }
        }
    }

    /// A folder with what the examples name, and an index of it.
    private static let made = Result { () throws -> TemporaryFolder in
        let folder = try TemporaryFolder()
        let corpus = Checkout.corpus
        let own = corpus + "/望川区/2016年望川区妇联工作总结.txt"
        for (from, to) in [
            (corpus, "Corpus"), (Checkout.folder + "/Tests/Labels", "labels"),
            (own, "2018年总结.txt"), (own, "草稿.md"),
            (Checkout.folder + "/Tests/DocumentsTests/Fixtures/numbered.docx", "草稿.docx"),
        ] {
            try folder.copy(from, to: to)
        }
        try folder.write("望川区妇联2019年工作总结\n走访慰问困难母亲20户。\n", to: "2019年总结/1.txt")
        try folder.write("", to: "扫描件/.keep")
        try folder.write("", to: "Tests/Labels/.keep")
        try folder.remove("Tests/Labels")
        try folder.copy(Checkout.folder + "/Tests/Labels", to: "Tests/Labels")
        try folder.write("", to: "bin/.keep")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("bin/zongjie"), withDestinationPath: Tool.path)
        func index(_ arguments: [String], _ name: String) throws {
            let run = try Tool.run(
                arguments + ["--index", folder.path(name)], folder: folder.path)
            #expect(run.status == 0, "\(arguments): \(run.errors)")
        }
        try index(["ingest", "Corpus", "2018年总结.txt", "2019年总结"], "plain.sqlite")
        try folder.copy(folder.path("plain.sqlite"), to: "full.sqlite")
        try folder.copy(folder.path("plain.sqlite"), to: "corpus.sqlite")
        try index(["corpus", "new", "维权", "--query", "维权"], "full.sqlite")
        try index(["tags", "set", "2018年总结.txt:9", "kind=plan"], "full.sqlite")
        let decisions = try Tool.run(["tags", "export", "--index", folder.path("full.sqlite")])
        try folder.write(decisions.text, to: "decisions.jsonl")
        let export = ["--format", "jsonl", "--output", folder.path("备份.jsonl")]
        try index(["corpus", "export", "维权"] + export, "full.sqlite")
        return folder
    }

    /// `serve` and `--watch` run until they are ended: `ServerTests` and `WatchTests` start them.
    @Test(arguments: commands.dropFirst().filter { $0 != ["serve"] })
    func `examples run as they stand`(_ command: [String]) throws {
        let folder = try Self.made.get()
        let help = try Tool.run(command + ["--help"]).text
        let examples = help.split(separator: "\n").drop { $0 != "Example:" }.dropFirst()
            .prefix { $0.hasPrefix("  ") }.map { $0.trimmingCharacters(in: .whitespaces) }
        #expect(!examples.isEmpty, "\(command)")
        for (number, example) in examples.enumerated() where !example.contains("--watch") {
            let name = "run-\(command.joined(separator: "-"))-\(number)"
            try folder.write("", to: "\(name)/.config/zongjie/.keep")
            let base = command.last == "new" || example.contains("corpus new") ? "plain" : "full"
            for index in ["default", "work", "corpus"] {
                try folder.copy(folder.path("\(base).sqlite"), to: "\(name)/\(index).sqlite")
            }
            let items = [
                "Corpus", "labels", "Tests", "2018年总结.txt", "2019年总结", "扫描件", "草稿.md", "草稿.docx",
                "decisions.jsonl", "备份.jsonl",
            ]
            for item in items {
                try FileManager.default.createSymbolicLink(
                    atPath: folder.path("\(name)/\(item)"), withDestinationPath: "../\(item)")
            }
            let run = try Self.shell(example, in: folder.path(name), bin: folder.path("bin"))
            #expect(run.status == 0 || run.status == 1, "\(example): \(run.status) \(run.errors)")
            try folder.remove(name)
        }
    }

    private static func shell(_ line: String, in folder: String, bin: String) throws
        -> (status: Int32, errors: String)
    {
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = ["-c", line]
        shell.currentDirectoryURL = URL(fileURLWithPath: folder)
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin"
        shell.environment = [
            "LC_ALL": "C", "HOME": folder, "PATH": bin + ":" + path,
            "ZONGJIE_INDEX": folder + "/default.sqlite",
        ]
        shell.standardInput = FileHandle.nullDevice
        shell.standardOutput = FileHandle.nullDevice
        let errors = Pipe()
        shell.standardError = errors
        try shell.run()
        let text = try errors.fileHandleForReading.readToEnd() ?? Data()
        shell.waitUntilExit()
        return (shell.terminationStatus, String(decoding: text, as: UTF8.self))
    }
}
