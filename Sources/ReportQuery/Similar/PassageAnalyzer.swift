import Foundation
import ReportIndex
import Segmentation

/// Makes the questions of a passage from its text (问题构造).
struct PassageAnalyzer: Sendable {
    private let segmenter: SharedSegmenter
    private let synonyms: SynonymTable
    private let words: ComparisonWords

    /// Longer passages are compared by their beginning, in scalars.
    static let longest = 1500
    /// Sentences that are asked about.
    private static let mostSentences = 24
    private static let pairWeight = 0.5
    private static let crossingWeight = 0.15
    private static let substituteShare = 0.7
    /// Rare words count more than their rarity; themes less, because few words show them.
    private static let exponent = 1.5
    private static let themeExponent = 0.7
    /// What a theme counts that only stands around the text.
    private static let contextShare = 0.3

    init(words: ComparisonWords, synonyms: SynonymTable) throws(SegmentationError) {
        segmenter = try SharedSegmenter(lexicon: .standard.adding(synonyms.words))
        self.words = words
        self.synonyms = synonyms
    }

    /// - Parameter context: headings above the text and what stands around it; its themes count a little.
    func analyze(
        _ text: String, context: String = "", statistics: TermStatistics
    ) throws(IndexError) -> PassageQuestions {
        let plain = PlainText(
            String(String.UnicodeScalarView(text.unicodeScalars.prefix(Self.longest))))
        var questions = PassageQuestions(text: plain)
        questions.programmes = ProgrammeQuotes.names(in: text)
        let spans = WordBreaks(ends: segmenter.ends(of: plain.scalars), count: plain.scalars.count)
            .words(in: plain.scalars)
        let sightings = words.sightings(in: plain.scalars)
        let around = Set(words.sightings(in: PlainText(context).scalars).map(\.theme))
        var builder = Builder(words: words, synonyms: synonyms, statistics: statistics)
        for range in Sentences.ranges(of: plain.scalars).prefix(Self.mostSentences) {
            let question = try builder.question(
                range, of: plain.scalars,
                spans: spans.filter { range.contains($0.lowerBound) },
                sightings: sightings.filter { range.contains($0.range.lowerBound) },
                around: around)
            if let question { questions.sentences.append(question) }
        }
        let most = questions.sentences.map { $0.termTotal + 3 * $0.themeTotal }.max() ?? 1
        for index in questions.sentences.indices {
            let own = questions.sentences[index]
            questions.sentences[index].share =
                ((own.termTotal + 3 * own.themeTotal) / max(most, 1e-9)).squareRoot()
        }
        questions.needles = builder.needles
        questions.pool = builder.pool(of: questions.sentences)
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
        private mutating func rarity(_ text: String) throws(IndexError) -> Double {
            if let found = rarities[text] { return found }
            let most = TermStatistics.rarity(frequency: 1, count: statistics.passageCount)
            let rarity = min(1, try statistics.rarity(of: text) / max(most, 1e-9))
            rarities[text] = rarity
            return rarity
        }

        mutating func question(
            _ range: Range<Int>, of plain: [UInt32], spans: [Range<Int>],
            sightings: [ComparisonWords.Sighting], around: Set<Int>
        ) throws(IndexError) -> PassageQuestion? {
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
                        needle: needle(text), weight: pow(rarity, PassageAnalyzer.exponent),
                        isWord: true,
                        substitutes: substitutes))
            }
            try addPairs(in: range, of: plain, spans: spans, met: &met, to: &terms)
            var weights: [Int: Double] = [:]
            for sighting in sightings where weights[sighting.theme] == nil {
                weights[sighting.theme] = try themeWeight(sighting.theme)
            }
            guard !terms.isEmpty || !weights.isEmpty else { return nil }
            for theme in around where weights[theme] == nil {
                weights[theme] = PassageAnalyzer.contextShare * (try themeWeight(theme))
            }
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
        ) throws(IndexError) {
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
                        needle: needle(text),
                        weight: share * pow(rarity, PassageAnalyzer.exponent) / Double(1 + dull),
                        isWord: false, substitutes: []))
            }
        }

        /// A theme counts by how rare its commonest word is.
        private mutating func themeWeight(_ theme: Int) throws(IndexError) -> Double {
            let words = words.themes[theme].words
            var frequency = 0
            for word in words { frequency += try statistics.frequency(of: word) }
            let count = statistics.passageCount
            let most = TermStatistics.rarity(frequency: 1, count: count)
            return pow(
                min(
                    1,
                    TermStatistics.rarity(frequency: min(frequency, count), count: count)
                        / max(most, 1e-9)), PassageAnalyzer.themeExponent)
        }

        private static func isNumber(_ scalars: ArraySlice<UInt32>) -> Bool {
            scalars.allSatisfy {
                (0x30...0x39).contains($0) || $0 == 0x78 || numerals.contains($0)
            }
        }

        private static let numerals = Set("一二三四五六七八九十百千万亿两余多".unicodeScalars.map(\.value))

        /// Terms for the posting lists: the words' own, their substitutes' and their themes' at a part.
        mutating func pool(of sentences: [PassageQuestion]) -> [CandidateSearch.Term] {
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

    private static let poolTerms = 72

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
