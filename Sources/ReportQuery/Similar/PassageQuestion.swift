import ReportIndex
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
    /// Sums of money, people and the like, as written.
    var text: PlainText
}

/// Makes the questions of a passage from its text (问题构造).
struct PassageAnalyzer: ~Copyable {
    private var segmenter: Segmenter
    private let synonyms: SynonymTable
    private let words: ComparisonWords

    /// Longer passages are compared by their beginning, in scalars.
    static let longest = 1500
    /// Sentences that are asked about.
    private static let mostSentences = 24
    private static let pairWeight = 0.5
    private static let crossingWeight = 0.3
    private static let substituteShare = 0.7

    init(words: ComparisonWords, synonyms: SynonymTable) throws(SegmentationError) {
        segmenter = try Segmenter(lexicon: .standard.adding(synonyms.words))
        self.words = words
        self.synonyms = synonyms
    }

    mutating func analyze(_ text: String, statistics: TermStatistics) throws -> PassageQuestions {
        let plain = PlainText(String(String.UnicodeScalarView(text.unicodeScalars.prefix(Self.longest))))
        var questions = PassageQuestions(text: plain)
        questions.programmes = ProgrammeQuotes.names(in: text)
        let spans = WordBreaks(ends: segmenter.ends(of: plain.scalars), count: plain.scalars.count)
            .words(in: plain.scalars)
        let sightings = words.sightings(in: plain.scalars)
        var builder = Builder(words: words, synonyms: synonyms, statistics: statistics)
        for range in SentenceRanges.of(plain.scalars).prefix(Self.mostSentences) {
            let question = try builder.question(
                range, of: plain.scalars,
                spans: spans.filter { range.contains($0.lowerBound) },
                sightings: sightings.filter { range.contains($0.range.lowerBound) })
            if let question { questions.sentences.append(question) }
        }
        let most = questions.sentences.map { $0.termTotal + 3 * $0.themeTotal }.max() ?? 1
        for index in questions.sentences.indices {
            let own = questions.sentences[index]
            questions.sentences[index].share =
                ((own.termTotal + 3 * own.themeTotal) / max(most, 1e-9)).squareRoot()
        }
        questions.needles = builder.needles
        questions.pool = try builder.pool(of: questions.sentences)
        return questions
    }

    /// Gathers needles over the sentences of one passage.
    private struct Builder {
        let words: ComparisonWords
        let synonyms: SynonymTable
        let statistics: TermStatistics
        var needles: [String] = []
        private var known: [String: Int] = [:]
        private var rarities: [String: Double] = [:]

        init(words: ComparisonWords, synonyms: SynonymTable, statistics: TermStatistics) {
            self.words = words
            self.synonyms = synonyms
            self.statistics = statistics
        }

        private mutating func needle(_ text: String) -> Int {
            if let found = known[text] { return found }
            known[text] = needles.count
            needles.append(text)
            return needles.count - 1
        }

        /// From 0 (everywhere) to 1 (once).
        private mutating func rarity(_ text: String) throws -> Double {
            if let found = rarities[text] { return found }
            let most = TermStatistics.rarity(frequency: 1, count: statistics.passageCount)
            let rarity = min(1, try statistics.rarity(of: text) / max(most, 1e-9))
            rarities[text] = rarity
            return rarity
        }

        mutating func question(
            _ range: Range<Int>, of plain: [UInt32], spans: [Range<Int>],
            sightings: [ComparisonWords.Sighting]
        ) throws -> PassageQuestion? {
            var terms: [PassageQuestion.Term] = []
            var met: Set<String> = []
            for span in spans {
                let text = QuestionAnalyzer.string(plain[span])
                guard span.count > 1, !words.generic.contains(text), !Self.isNumber(plain[span]),
                    met.insert(text).inserted
                else { continue }
                let rarity = try rarity(text)
                var substitutes: [(needle: Int, strength: Double)] = []
                for (other, strength) in synonyms.substitutes(for: text)
                where !words.generic.contains(other) {
                    substitutes.append((needle(other), strength * PassageAnalyzer.substituteShare))
                }
                terms.append(
                    PassageQuestion.Term(
                        needle: needle(text), weight: rarity * rarity, isWord: true,
                        substitutes: substitutes))
            }
            try addPairs(in: range, of: plain, spans: spans, met: &met, to: &terms)
            var weights: [Int: Double] = [:]
            for sighting in sightings where weights[sighting.theme] == nil {
                weights[sighting.theme] = try themeWeight(sighting.theme)
            }
            guard !terms.isEmpty || !weights.isEmpty else { return nil }
            let themes = weights.sorted { $0.key < $1.key }
                .map { PassageQuestion.Theme(theme: $0.key, weight: $0.value) }
            return PassageQuestion(
                range: range, terms: terms, themes: themes,
                termTotal: terms.reduce(0) { $0 + $1.weight },
                themeTotal: themes.reduce(0) { $0 + $1.weight }, share: 1)
        }

        /// Pairs of characters that no generic word covers.
        private mutating func addPairs(
            in range: Range<Int>, of plain: [UInt32], spans: [Range<Int>], met: inout Set<String>,
            to terms: inout [PassageQuestion.Term]
        ) throws {
            for start in range.dropLast()
            where IndexTerms.isHan(plain[start]) && IndexTerms.isHan(plain[start + 1]) {
                let pair = start..<start + 2
                let touching = spans.filter { $0.overlaps(pair) }
                let dull = touching.count {
                    words.generic.contains(QuestionAnalyzer.string(plain[$0]))
                }
                guard dull < touching.count else { continue }
                let text = QuestionAnalyzer.string(plain[pair])
                guard !words.generic.contains(text), met.insert(text).inserted else { continue }
                let rarity = try rarity(text)
                let isInside = touching.count == 1
                let share = isInside ? PassageAnalyzer.pairWeight : PassageAnalyzer.crossingWeight
                terms.append(
                    PassageQuestion.Term(
                        needle: needle(text), weight: share * rarity * rarity / Double(1 + dull),
                        isWord: false, substitutes: []))
            }
        }

        /// A theme counts by how rare its commonest word is.
        private mutating func themeWeight(_ theme: Int) throws -> Double {
            let words = words.themes[theme].words
            var frequency = 0
            for word in words { frequency += try statistics.frequency(of: word) }
            let count = statistics.passageCount
            let most = TermStatistics.rarity(frequency: 1, count: count)
            return min(
                1,
                TermStatistics.rarity(frequency: min(frequency, count), count: count)
                    / max(most, 1e-9))
        }

        private static func isNumber(_ scalars: ArraySlice<UInt32>) -> Bool {
            scalars.allSatisfy {
                (0x30...0x39).contains($0) || $0 == 0x78 || numerals.contains($0)
            }
        }

        private static let numerals = Set("一二三四五六七八九十百千万亿两余多".unicodeScalars.map(\.value))

        /// Terms for the posting lists: the words' own, their substitutes' and their themes' at a part.
        mutating func pool(of sentences: [PassageQuestion]) throws -> [CandidateSearch.Term] {
            var weights: [UInt64: Double] = [:]
            func add(_ text: String, _ weight: Double) {
                let scalars = text.unicodeScalars.map(\.value)
                let keys = PassageAnalyzer.keys(of: scalars)
                for key in keys {
                    let part = weight / Double(keys.count)
                    weights[key] = max(weights[key] ?? 0, part)
                }
            }
            for sentence in sentences {
                for term in sentence.terms {
                    add(needles[term.needle], term.weight)
                    for other in term.substitutes.prefix(4) {
                        add(needles[other.needle], 0.6 * term.weight * other.strength)
                    }
                }
                for theme in sentence.themes {
                    for word in words.themes[theme.theme].words {
                        add(word, 0.7 * theme.weight)
                    }
                }
            }
            return weights.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
                .prefix(PassageAnalyzer.poolTerms)
                .map { CandidateSearch.Term(key: $0.key, weight: Float($0.value)) }
        }
    }

    private static let poolTerms = 96

    static func keys(of scalars: [UInt32]) -> [UInt64] {
        let pairs = scalars.indices.dropLast().compactMap { start -> UInt64? in
            guard IndexTerms.isHan(scalars[start]), IndexTerms.isHan(scalars[start + 1]) else {
                return nil
            }
            return IndexTerms.pair(scalars[start], scalars[start + 1])
        }
        return pairs.isEmpty ? [IndexTerms.word(scalars[...])] : pairs
    }
}

/// Names in Chinese quotation marks (引号内的名称): “春蕾计划”.
enum ProgrammeQuotes {
    private static let opening: Set<Unicode.Scalar> = ["“", "「", "『", "\""]
    private static let closing: Set<Unicode.Scalar> = ["”", "」", "』", "\""]

    /// Folded names of 2 to 20 characters, each once, in order.
    static func names(in text: String) -> [String] {
        let scalars = Array(text.unicodeScalars)
        var names: [String] = []
        var start: Int?
        for (place, scalar) in scalars.enumerated() {
            if let from = start, closing.contains(scalar) {
                if (2...20).contains(place - from) {
                    let plain = PlainText(String(String.UnicodeScalarView(scalars[from..<place])))
                    let name = QuestionAnalyzer.string(plain.scalars)
                    if !names.contains(name), name.unicodeScalars.count > 1 { names.append(name) }
                }
                start = nil
            } else if opening.contains(scalar) {
                start = place + 1
            }
        }
        return names
    }
}
