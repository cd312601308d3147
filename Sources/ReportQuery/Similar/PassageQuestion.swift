import Segmentation

/// What one sentence of a passage asks of other passages (比对要点): its weighted terms, what may stand for
/// them, and the themes it shows.
struct PassageQuestion: Sendable {
    /// A word, or a pair of characters, of the sentence.
    struct Term: Sendable {
        let needle: Int
        let weight: Double
        /// Whether it is a word of the sentence, not a pair across or inside words.
        let isWord: Bool
        /// Needles of substitutes with how far they stand for the term.
        let substitutes: [(needle: Int, strength: Double)]
    }

    struct Theme: Sendable {
        let theme: Int
        let weight: Double
    }

    /// Where the sentence stands in the passage's plain text.
    let range: Range<Int>
    let terms: [Term]
    let themes: [Theme]
    /// Sum of the weights of `terms` and of `themes`.
    let termTotal: Double
    let themeTotal: Double
    /// How much the sentence tells beside the passage's other sentences, from 0 to 1.
    var share: Double
}

/// The questions of a passage, a sentence each, over one list of needles.
struct PassageQuestions: Sendable {
    var sentences: [PassageQuestion] = []
    /// Folded texts to look for in candidates.
    var needles: [String] = []
    /// Index keys with weights, for the first pass over the posting lists.
    var pool: [CandidateSearch.Term] = []
    /// Names of programmes in quotation marks, folded.
    var programmes: [String] = []
    var text: PlainText
}
