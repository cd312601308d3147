import Foundation
import TestSupport
import Testing

@Suite struct IncrementalTests {
    @Test func `an index kept up by runs equals one made at once`() throws {
        let folder = try TemporaryFolder()
        let kept = folder.path("kept.sqlite")
        let files = try FileManager.default.subpathsOfDirectory(atPath: Checkout.corpus)
            .filter { $0.hasSuffix(".txt") || $0.hasSuffix(".md") }
            .filter { !$0.hasSuffix("README.md") }.sorted()
        var random = SeededRandom(31)
        var present: [String] = []
        for step in 0..<5 {
            for _ in 0..<3 + random.below(4) {
                switch present.isEmpty ? 0 : random.below(4) {
                case 0:
                    let name = random.pick(files, else: "")
                    let to = "in/" + name.replacing("/", with: "-")
                    try FileManager.default.createDirectory(
                        atPath: folder.path("in"), withIntermediateDirectories: true)
                    try folder.copy(Checkout.corpus + "/" + name, to: to)
                    if !present.contains(to) { present.append(to) }
                case 1:
                    let name = random.pick(present, else: "")
                    // Files in other encodings stay as they are.
                    guard
                        let text = try? String(
                            contentsOfFile: folder.path(name), encoding: .utf8)
                    else { continue }
                    let lines = text.split(separator: "\n")
                    let kept = lines.prefix(lines.count / 2 + 1).joined(separator: "\n")
                    try folder.write(kept + "\n第\(step)次组织妇女活动 3个\n", to: name)
                case 2: try folder.remove(present.remove(at: random.below(present.count)))
                default:
                    let place = random.below(present.count)
                    let to = "in/\(step)-\(random.below(1000)).txt"
                    try FileManager.default.moveItem(
                        atPath: folder.path(present[place]), toPath: folder.path(to))
                    present[place] = to
                }
            }
            let run = try Tool.run([
                "ingest", folder.path("in"), "--index", kept, "--prune", "--yes",
            ])
            #expect(run.status == 0, "\(run.errors)")
            let fresh = folder.path("fresh-\(step).sqlite")
            #expect(try Tool.run(["ingest", folder.path("in"), "--index", fresh]).status == 0)
            #expect(try RecoveryTests.rows(kept) == RecoveryTests.rows(fresh), "step \(step)")
            let verify = try Tool.run(["verify", "--index", kept])
            #expect(verify.status == 0, "step \(step): \(verify.errors)")
            for query in ["妇女", "\"3个\"", "两癌检查", "家庭教育 培训", "-妇女", "类型:plan"] {
                #expect(
                    try hits(query, kept) == hits(query, fresh), "step \(step): \(query)")
            }
        }
    }

    /// Scores and places of the hits; of equal scores the order is that of the ids, so they are sorted.
    private func hits(_ query: String, _ index: String) throws -> [String] {
        let outcome = try Tool.run([
            "search", query, "--format", "jsonl", "--no-fold", "--limit", "200", "--index", index,
        ])
        return try Tool.rows(outcome).map { row in
            let source = row["source"] as? [String: Any] ?? [:]
            return "\(row["score"] ?? "") \(source["path"] ?? ""):\(source["line"] ?? "")"
        }.sorted()
    }

    @Test func `the same file named twice is read once`() throws {
        let folder = try TemporaryFolder()
        try folder.write("2018年工作总结\n组织妇女培训三次。\n", to: "in/a.txt")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("in/b.txt"), withDestinationPath: folder.path("in/a.txt"))
        let run = try Tool.run([
            "ingest", folder.path("in/a.txt"), folder.path("in/../in/a.txt"), folder.path("in"),
            "--index", folder.path("i.sqlite"),
        ])
        #expect(run.signal == nil && !run.errors.contains("UNIQUE"), "\(run.errors)")
        #expect(try Tool.run(["verify", "--index", folder.path("i.sqlite")]).status == 0)
    }
}
