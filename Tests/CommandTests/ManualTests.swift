import Foundation
import TestSupport
import Testing

/// Man pages and completions as `Scripts/manual` makes them.
@Suite struct ManualTests {
    private static let made = Result { () throws -> TemporaryFolder in
        let folder = try TemporaryFolder()
        let script = Process()
        script.executableURL = URL(fileURLWithPath: Checkout.folder + "/Scripts/manual")
        script.arguments = [Tool.path, folder.path("share")]
        script.standardInput = FileHandle.nullDevice
        try script.run()
        script.waitUntilExit()
        #expect(script.terminationStatus == 0)
        return folder
    }

    private func text(_ name: String) throws -> String {
        try String(contentsOfFile: Self.made.get().path("share/" + name), encoding: .utf8)
    }

    @Test func `every command has a page in both languages`() throws {
        let help = try Tool.run(["--help"]).text
        let names = help.split(separator: "\n").drop { $0 != "SUBCOMMANDS:" }.dropFirst()
            .filter { $0.hasPrefix("  ") && $0.dropFirst(2).first?.isLowercase ?? false }
            .compactMap { $0.split(separator: " ").first.map(String.init) }
        #expect(names.count > 20)
        for name in names + ["corpus-export", "tags-set"] {
            let english = try text("man/man1/zongjie-\(name).1")
            #expect(english.hasPrefix(".TH \"ZONGJIE") && english.contains(".SH OPTIONS"))
            #expect(try text("man/zh_CN/man1/zongjie-\(name).1").contains(".SH 选项"))
            #expect(
                try text("man/man1/zongjie.1").contains(
                    "zongjie\\-\(name.split(separator: "-")[0])"))
        }
        // What a shell is told to type stands there as it is typed.
        #expect(
            try text("man/man1/zongjie-search.1").contains(#"\(aq\(dq两癌\(dq免费检查 年份:2015\-2018"#))
    }

    @Test func `bash completes commands, options and values`() throws {
        let place = try Self.made.get().path("share/bash-completion/completions/zongjie")
        func completed(_ words: String...) throws -> String {
            let shell = Process()
            shell.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            let complete = """
                . '\(place)'; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($#-1)); COMP_LINE="$*"
                COMP_POINT=${#COMP_LINE}; _zongjie zongjie "${@: -1}" "${@: -2:1}"; echo "${COMPREPLY[@]}"
                """
            shell.arguments = ["bash", "-c", complete, "bash", "-", "zongjie"] + words
            shell.environment = [
                "PATH": (Tool.path as NSString).deletingLastPathComponent + ":/usr/bin:/bin"
            ]
            let output = Pipe()
            shell.standardOutput = output
            try shell.run()
            let data = try output.fileHandleForReading.readToEnd() ?? Data()
            shell.waitUntilExit()
            return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .newlines)
        }
        #expect(try completed("se") == "search serve")
        #expect(try completed("corpus", "ex") == "export")
        #expect(try completed("search", "--sort", "") == "relevance source year")
    }
}
