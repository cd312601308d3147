import Foundation
import TestSupport
import Testing

/// The README's session, run as it stands.
@Suite struct ReadmeTests {
    /// The words of a shell line, quotation marks taken off; a redirection ends them.
    private static func words(_ line: Substring) -> [String] {
        var words: [String] = []
        var word = ""
        var isQuoted = false
        for character in line {
            if character == "'" {
                isQuoted.toggle()
            } else if character == " ", !isQuoted {
                if !word.isEmpty { words.append(word) }
                word = ""
            } else {
                word.append(character)
            }
        }
        if !word.isEmpty { words.append(word) }
        return words.firstIndex(of: ">").map { Array(words[..<$0]) } ?? words
    }

    @Test func `every command of the session finds what it asks for`() throws {
        let readme = try String(contentsOfFile: Checkout.folder + "/README.md", encoding: .utf8)
        let place = try TemporaryFolder()
        let commands = readme.split(separator: "\n").filter { $0.hasPrefix("$ zongjie ") }
        #expect(commands.count > 8)
        for command in commands {
            let run = try Tool.run(
                Array(Self.words(command.dropFirst(2)).dropFirst()), folder: Checkout.folder,
                environment: ["ZONGJIE_INDEX": place.path("readme.sqlite")])
            #expect(run.status == 0 && !run.output.isEmpty, "\(command): \(run.errors)")
        }
    }

    @Test func `the counts it shows are those of the corpus`() throws {
        let readme = try String(contentsOfFile: Checkout.folder + "/README.md", encoding: .utf8)
        let place = try TemporaryFolder()
        let run = try Tool.run(
            ["ingest", "Corpus"], folder: Checkout.folder,
            environment: ["ZONGJIE_INDEX": place.path("readme.sqlite")])
        let first = try #require(run.lines.first)
        #expect(readme.contains(first))
    }
}
