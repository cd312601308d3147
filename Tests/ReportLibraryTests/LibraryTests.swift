import Foundation
import ReportLibrary
import TestSupport
import Testing

/// The library as another program uses it: nothing else of the project is imported.
@Suite struct LibraryTests {
    private static func made() async throws -> (TemporaryFolder, Library) {
        let folder = try TemporaryFolder()
        let library = try Library(at: folder.path("i.sqlite"), createsIfMissing: true)
        let summary = try await library.ingest([Checkout.corpus])
        #expect(summary.files == 42 && summary.reports == 56 && summary.skipped.isEmpty)
        return (folder, library)
    }

    @Test func `a session reads, searches, compares, adds up and freezes`() async throws {
        let (folder, library) = try await Self.made()
        let result = try library.search("\"两癌\"免费检查 年份:2018 类型:done", limit: 1)
        let hit = try #require(result.hits.first)
        #expect(result.matchCount > 0 && hit.passage.kind == .done && hit.passage.year == 2018)
        let scalars = Array(hit.passage.text.unicodeScalars)
        #expect(hit.highlights.allSatisfy { $0.upperBound <= scalars.count && !$0.isEmpty })
        #expect(try library.passage(named: hit.passage.place) == hit.passage)
        let own = try library.passages(of: hit.passage.report)
        #expect(own.contains(hit.passage) && own.map(\.line) == own.map(\.line).sorted())

        var filter = PassageFilter()
        filter.topics = [.health]
        let others = try library.similar(to: hit.passage.text, from: hit.passage, in: filter)
        #expect(!others.isEmpty)
        for other in others {
            #expect(other.passage.report.id != hit.passage.report.id && !other.why.isEmpty)
            #expect(other.passage.topics.contains(.health))
        }

        let visits = try library.activities("走访慰问", status: .done)
        #expect(!visits.isEmpty && visits.allSatisfy { $0.activity.status == .done })
        let totals = try library.activityTotals("走访慰问", status: .done)
        #expect(totals.contains { $0.measure == "人" || $0.measure == "户" })

        let corpus = try library.freeze("关爱儿童", question: "留守儿童 类型:done")
        #expect(try library.corpora() == [corpus])
        #expect(try library.passages(of: corpus).count == corpus.passageCount)
        let path = folder.path("out.jsonl")
        #expect(try library.export(corpus, as: .jsonl, to: path) == corpus.passageCount)
        let again = try await library.ingest([Checkout.corpus])
        #expect(again.files == 0 && again.unchanged == 42)
    }

    @Test func `errors have a kind, a place and a reason`() async throws {
        let folder = try TemporaryFolder()
        let missing = #expect(throws: LibraryError.self) {
            try Library(at: folder.path("none.sqlite"))
        }
        #expect(missing?.kind == .notFound && missing?.place == folder.path("none.sqlite"))
        let library = try Library(at: folder.path("i.sqlite"), createsIfMissing: true)
        #expect(throws: LibraryError.self) { try library.search("") }
        let year = #expect(throws: LibraryError.self) { try library.search("年份:abc") }
        #expect(year?.kind == .usage)
        let summary = try await library.ingest([folder.path("nowhere")])
        #expect(summary.files == 0 && summary.skipped.first?.kind == .notFound)
        #expect(try library.search("妇女").hits.isEmpty && library.reports().isEmpty)
    }

    @Test func `the tutorial's code is the program that is built outside`() throws {
        let article = try String(
            contentsOfFile: Checkout.folder
                + "/Sources/ReportLibrary/ReportLibrary.docc/FirstSession.md", encoding: .utf8)
        let blocks = article.components(separatedBy: "```swift\n").dropFirst().compactMap {
            $0.components(separatedBy: "\n```").first
        }
        let program = try String(
            contentsOfFile: Checkout.folder
                + "/Tests/LibraryUser/Sources/LibraryUser/main.swift", encoding: .utf8)
        #expect(blocks.joined(separator: "\n\n") + "\n" == program)
    }
}
