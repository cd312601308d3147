import Foundation
import TestSupport

/// Something that reads bytes of strangers: it may refuse them, and must come back.
struct Target: Sendable {
    let name: String
    /// What is mutated.
    let seeds: @Sendable (SeedFiles) -> [[UInt8]]
    let run: @Sendable ([UInt8]) -> Void

    static let all: [Target] = formats + archives + texts + stored
}

/// Folders with real files: of the checkout, and those that `ZONGJIE_FUZZ_FILES` names, separated by colons.
enum SeedFolders {
    static let all =
        [Checkout.folder + "/Tests/DocumentsTests/Fixtures", Checkout.corpus]
        + (ProcessInfo.processInfo.environment["ZONGJIE_FUZZ_FILES"] ?? "").split(separator: ":")
        .map(String.init)
}

/// Files that real inputs are taken from.
struct SeedFiles: Sendable {
    let folders: [String]
    /// Larger ones make slow seeds.
    static let limit = 200_000

    /// Files with one of these endings, small ones first.
    func files(_ endings: [String]) -> [[UInt8]] {
        folders.flatMap { folder in
            (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? [])
                .filter { name in endings.contains { name.hasSuffix("." + $0) } }
                .map { folder + "/" + $0 }
        }
        .sorted()
        .compactMap { FileManager.default.contents(atPath: $0).map { [UInt8]($0) } }
        .filter { $0.count < Self.limit }
        .sorted { $0.count < $1.count }
    }

    func write(_ seeds: [[UInt8]], to folder: String) throws {
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        for (number, bytes) in seeds.enumerated() {
            try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/seed-\(number)"))
        }
    }
}
