import ReportModel
import Foundation
import Testing

@testable import Documents

@Suite struct SourceFinderTests {
    private let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "zongjie-finder-" + UUID().uuidString
        try make("b/2.txt", "二")
        try make("b/10.txt", "十")
        try make("a.md", "甲")
        try make("c.jpg", "x")
        try make("d.unknown", "丁")
        try make(".hidden/x.txt", "x")
        try make("empty.txt", "")
        try make("big.txt", String(repeating: "x", count: 3000))
    }

    private func make(_ name: String, _ text: String) throws {
        let path = folder + "/" + name
        let parent = String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
        try FileManager.default.createDirectory(
            atPath: parent, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }

    private func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: folder + "/" + name, withDestinationPath: target)
    }

    private func list(_ paths: [String]? = nil) -> SourceFinder.Listing {
        SourceFinder(options: ReadOptions(maximumSize: 2000)).list(paths ?? [folder])
    }

    private func names(_ paths: [String]) -> [String] {
        paths.map { String($0.dropFirst(folder.count + 1)) }
    }

    @Test func `Folders are walked in the order of bytes and every skip has its reason`() throws {
        try link("loop", to: folder)
        try link("self", to: "self")
        try link("broken.txt", to: "nowhere")
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let listing = list()
        #expect(names(listing.found.map(\.path)) == ["a.md", "b/10.txt", "b/2.txt"])
        #expect(
            names(listing.skipped.map(\.place)) == [
                "big.txt", "broken.txt", "c.jpg", "d.unknown", "empty.txt", "loop", "self",
            ])
        #expect(Set(listing.skipped.map(\.problem)).count == 7)
        #expect(listing.skipped.filter { !$0.isFailure }.map { names([$0.place]) } == [["c.jpg"]])
        #expect(listing.found.allSatisfy { $0.modified > 0 && $0.inode > 0 && $0.size == 3 })
    }

    @Test func `A named file is tried whatever its extension, and only once`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/d.unknown"
        let listing = list([path, path, folder + "/nothing.txt", "/dev/null"])
        #expect(listing.found.map(\.path) == [path])
        #expect(listing.skipped.count == 2)
        let finder = SourceFinder()
        let file = try finder.load(try #require(listing.found.first))
        let documents = try Readers.standard.read(file, options: ReadOptions())
        #expect(documents.first?.lines.map(\.text) == ["丁"])
    }

    @Test func `Folders linked to one another are read once`() throws {
        try link("b/up", to: "../b2")
        try FileManager.default.createDirectory(
            atPath: folder + "/b2", withIntermediateDirectories: true)
        try link("b2/down", to: "../b")
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(names(list().found.map(\.path)) == ["a.md", "b/10.txt", "b/2.txt"])
    }

    @Test(.enabled(if: geteuid() != 0, "root reads everything"))
    func `What may not be read is told`() throws {
        try make("locked.txt", "x")
        defer { try? FileManager.default.removeItem(atPath: folder) }
        chmod(folder + "/locked.txt", 0)
        chmod(folder + "/b", 0)
        defer { chmod(folder + "/b", 0o755) }
        let skipped = names(list().skipped.map(\.place))
        #expect(skipped.contains("locked.txt") && skipped.contains("b"))
    }

    @Test func `A file that is gone when it is loaded is an error`() {
        let finder = SourceFinder(options: ReadOptions(maximumSize: 100))
        let found = finder.list([folder + "/a.md"]).found
        #expect(found.count == 1)
        try? FileManager.default.removeItem(atPath: folder)
        #expect(throws: ReportError.self) { try found.map { try finder.load($0) } }
        #expect(list().skipped.count == 1)
    }

    @Test func `Names in GBK are read and shown as what they mean`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let raw = Array((folder + "/").utf8) + (try ReaderFixtures.gb18030("总结.txt")) + [0]
        let file = raw.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { $0.baseAddress.flatMap { fopen($0, "wb") } }
        }
        let opened = try #require(file)
        fputs("妇联", opened)
        fclose(opened)
        let found = try #require(list().found.first { $0.path == folder + "/总结.txt" })
        let loaded = try SourceFinder().load(found)
        #expect(String(decoding: loaded.bytes, as: UTF8.self) == "妇联")
    }
}
