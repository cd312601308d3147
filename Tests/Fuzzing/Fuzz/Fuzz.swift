import CFuzzing
import Foundation

/// Hands mutated inputs to one target, with libFuzzer; `Scripts/fuzz` builds and runs it.
///
///     fuzz list                        the names of all targets
///     fuzz seeds TARGET FOLDER         writes what is mutated, from files of `SeedFolders`
///     fuzz TARGET [OPTION…] [FOLDER…]  libFuzzer's own options, or inputs to repeat
@main enum Fuzz {
    private static let target = Target.all.first {
        CommandLine.arguments.dropFirst().first == $0.name
    }

    static func main() throws {
        let words = Array(CommandLine.arguments.dropFirst())
        switch words.first {
        case "list": print(Target.all.map(\.name).joined(separator: "\n"))
        case "seeds" where words.count == 3:
            let seeds = SeedFiles(folders: SeedFolders.all)
            for target in Target.all where target.name == words[1] {
                try seeds.write(target.seeds(seeds), to: words[2])
            }
        default: run()
        }
    }

    private static func run() {
        guard let target else {
            print("fuzz: no such target; fuzz list names them")
            exit(64)
        }
        // Vocabularies and indexes that are made once count for no input.
        if let first = target.seeds(SeedFiles(folders: SeedFolders.all)).first { target.run(first) }
        // libFuzzer reads its options from the second word on.
        var count = CommandLine.argc - 1
        var arguments = CommandLine.unsafeArgv + 1
        withUnsafeMutablePointer(to: &arguments) { arguments in
            arguments.withMemoryRebound(
                to: Optional<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>.self, capacity: 1
            ) { arguments in
                _ = LLVMFuzzerRunDriver(&count, arguments) { bytes, count in
                    Fuzz.target?.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
                    return 0
                }
            }
        }
    }
}
