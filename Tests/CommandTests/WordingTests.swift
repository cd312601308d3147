import Foundation
import TestSupport
import Testing

/// Help and messages against golden files. `RECORD_GOLDEN=1 swift test --filter WordingTests` writes them anew.
@Suite struct WordingTests {
    private func compare(_ name: String, _ text: String) throws {
        let path = Checkout.folder + "/Tests/CommandTests/Golden/" + name + ".txt"
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
            try text.write(toFile: path, atomically: true, encoding: .utf8)
        }
        let golden = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text == golden, "\(name): if the change is meant, record the golden files anew")
    }

    @Test func `help of every command`() throws {
        let root = try Tool.run(["--help"])
        #expect(root.status == 0)
        try compare("help", root.text)
        let names = root.text.split(separator: "\n").drop { !$0.hasPrefix("SUBCOMMANDS") }
            .dropFirst().prefix { $0.hasPrefix("  ") }
            .filter { $0.dropFirst(2).first?.isLowercase ?? false }.compactMap {
                $0.split(separator: " ").first
            }
        #expect(names.count >= 9 && !names.contains("See"))
        for name in names {
            let help = try Tool.run([String(name), "--help"])
            #expect(help.status == 0 && help.text.contains("Example"), "\(name)")
            try compare("help-\(name)", help.text)
        }
    }

    @Test(arguments: ["C", "zh_CN.UTF-8"]) func `messages for the usual slips`(_ locale: String)
        throws
    {
        let folder = try TemporaryFolder()
        try folder.write("2018年工作总结\n组织妇女免费检查三百人次，慰问困难家庭。\n", to: "in/good.txt")
        try folder.write([0, 1, 2, 3], to: "in/bad.docx")
        var text = ""
        for command in [
            ["search", "妇女", "--index", "none.sqlite"],
            ["ingest", "nowhere", "--index", "i.sqlite"],
            ["ingest", "in", "--index", "i.sqlite"],
            ["search", "妇女", "--no-such", "--index", "i.sqlite"],
            ["search", "妇女", "--limit", "0"], ["search", "年份:abc", "--index", "i.sqlite"],
            ["search", "主题:天文", "--index", "i.sqlite"], ["search", "单位:", "--index", "i.sqlite"],
            ["search", " ", "--index", "i.sqlite"], ["search", "妇女检阅", "--index", "i.sqlite"],
            ["search", "\"没有闭合", "--index", "i.sqlite"],
            ["search", "OR 妇女 OR", "--index", "i.sqlite"],
            ["show", "in/good.txt:9", "--index", "i.sqlite"], ["serch", "妇女"],
        ] {
            let run = try Tool.run(command, locale: locale, folder: folder.path)
            text += "$ zongjie \(command.joined(separator: " "))\n"
            text += run.text.replacing(#/(took|用时) [\d.]+ .*\n/#, with: "\n")
            text += run.errors + "→ \(run.status)\n\n"
        }
        try compare("messages-\(locale.prefix(2))", text)
    }
}
