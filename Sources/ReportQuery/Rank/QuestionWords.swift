import ReportModel
import Segmentation
import Vocabulary

/// How questions are read, from `questions.yml` (问句用词).
package struct QuestionWords: Sendable {
    /// A turn of phrase that asks for a kind of paragraph.
    package struct Intent: Sendable {
        let kind: Kind
        /// Phrases that show the intent.
        let asks: [String]
        /// Words that count for little in a question of this intent.
        let words: Set<String>
        /// Words that mark a section of this kind.
        let headings: [[UInt32]]
    }

    private struct Entry: Decodable {
        var drop: [String]?
        var soft: [String]?
        var intent: String?
        var asks: [String]?
        var words: [String]?
        var headings: [String]?
    }

    /// Words that ask and say nothing of what is asked for.
    private(set) var dropped: Set<String> = []
    /// Words too common to count for much.
    private(set) var soft: Set<String> = []
    private(set) var intents: [Intent] = []

    package init() throws(ReportError) {
        for entry in try VocabularyFile.rows("questions.yml", as: Entry.self) {
            dropped.formUnion(entry.drop ?? [])
            soft.formUnion(entry.soft ?? [])
            if let name = entry.intent, let kind = Kind(rawValue: name) {
                intents.append(
                    Intent(
                        kind: kind, asks: entry.asks ?? [], words: Set(entry.words ?? []),
                        headings: (entry.headings ?? []).map { Folding.standard.fold($0) }))
            }
        }
    }

    /// The first intent that a folded question shows; `nil` when it asks for no kind.
    func intent(of question: String) -> Intent? {
        intents.first { intent in intent.asks.contains { question.contains($0) } }
    }
}
