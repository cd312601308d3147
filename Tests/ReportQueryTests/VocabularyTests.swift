import ReportModel
import Ingest
import ReportQuery
import Testing

@testable import Vocabulary

/// Vocabulary files: the built-in ones can be used, and errors name the line.
struct VocabularyTests {
    private struct Row: Decodable {
        let topic: String
        let words: [String]
    }

    private func place(_ text: String) -> String? {
        let error = #expect(throws: ReportError.self) {
            try VocabularyFile.decode(text, place: "x.yml") as [Row]
        }
        return error?.place
    }

    @Test func `every built-in file can be used`() {
        #expect(IngestVocabulary.errors().map(\.description) == [])
        #expect(QueryVocabulary.errors().map(\.description) == [])
    }

    @Test func `errors name file and line`() {
        #expect(place("- {topic: a, words: [b]}\n- topic: [c\n- : d") == "x.yml:3")
        #expect(place("- {topic: a, words: [b]}\n\n- topic: b\n  words: 3\n") == "x.yml:4")
        #expect(place("- {topic: a, words: [b]}\n- words: [b]\n") == "x.yml:2")
        #expect(place("topic: a\n") == "x.yml:1")
    }

    @Test func `an empty file has no rows`() throws {
        let rows: [Row] = try VocabularyFile.decode("# nothing yet\n", place: "x.yml")
        #expect(rows.isEmpty)
    }
}
