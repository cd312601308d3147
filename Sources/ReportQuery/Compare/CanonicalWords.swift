import ReportModel
import Segmentation
import Vocabulary

/// Maps words that are synonyms to one of them (同义归并).
struct CanonicalWords: Sendable {
    private var representative: [String: String] = [:]
    private var members: [String: [String]] = [:]

    private struct Entry: Decodable {
        var equal: [String]?
    }

    init() throws(ReportError) {
        for entry in try VocabularyFile.rows("synonyms.yml", as: Entry.self) {
            guard let group = entry.equal?.map({ Folding.standard.folded($0) }),
                let first = group.first
            else { continue }
            for word in group where representative[word] == nil {
                representative[word] = first
                members[first, default: []].append(word)
            }
        }
    }

    func word(_ word: String) -> String { representative[word] ?? word }

    func equals(of word: String) -> [String] { members[word] ?? [] }
}
