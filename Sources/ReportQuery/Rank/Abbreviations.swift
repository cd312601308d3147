import ReportModel
import ReportIndex
import Segmentation

/// Finds what a short form stands for (简称): 智障 for 智力障碍, 未保 for 未成年人保护.
///
/// A long form has the characters of the short one in order, at the beginning of its words. It is a known name
/// of the field, or it stands in the index as words of two characters side by side. Any two words may meet, so their
/// meeting must be usual: of the passages that have the rarer of the two words, a good part must have it
/// before the other (智力 nearly always stands before 障碍, 人民 seldom before 生活: 人生 is not 人民生活).
struct Abbreviations {
    let statistics: TermStatistics
    let analyzer: QuestionAnalyzer

    /// Characters of a short form.
    static let lengths = 2...4
    /// Part of the passages of the rarer word in which both stand side by side, at least.
    private static let leastMeeting = 0.3
    /// Passages a long form stands in, at least, when no table has it.
    private static let leastFrequency = 3
    /// A dictionary's word in more of a thousand passages than this means itself.
    private static let mostPerMille = 10
    /// In more passages than this a short form is found well enough without the index being read for others.
    private static let mostForChains = 20
    /// What a long form counts beside the short one.
    private static let strength = 0.8
    /// Long forms taken for a short one.
    private static let most = 2
    /// Chains of words that are looked up as a whole.
    private static let mostChains = 8
    /// Chains that are followed from one character to the next: common characters have millions.
    private static let mostFollowed = 256
    /// Longer questions say what they mean.
    private static let mostConcepts = 8

    struct Long: Sendable, Hashable {
        let text: String
        /// How usual the meeting of its words is, from 0 to 1; 1 for names of the field.
        let meeting: Double
    }

    /// Adds the long forms to a question's words as what may stand for them.
    func expand(_ question: inout Question) throws(ReportError) {
        guard question.concepts.count <= Self.mostConcepts else { return }
        for place in question.concepts.indices
        where question.concepts[place].substitutes.isEmpty && question.concepts[place].weight >= 1 {
            let short = question.concepts[place].scalars
            guard Self.lengths.contains(short.count), short.allSatisfy(IndexTerms.isHan),
                try isRare(question.concepts[place].text)
            else { continue }
            // A word that is written more often than its long form has a meaning of its own: 取证, 取得证书.
            let own = try statistics.frequency(of: question.concepts[place].text)
            var long: [Long] = []
            for form in try self.long(short) where try statistics.frequency(of: form.text) >= own {
                long.append(form)
            }
            question.concepts[place].substitutes = long.map(substitute)
            note(long, for: short, in: &question)
        }
        for run in question.unknown {
            guard let (short, long) = try longest(in: run) else { continue }
            join(short, long, in: &question)
            note(long, for: short, in: &question)
        }
    }

    private func isRare(_ text: String) throws(ReportError) -> Bool {
        let limit = max(2, statistics.passageCount * Self.mostPerMille / 1000)
        return try statistics.frequency(of: text) <= limit
    }

    private func substitute(_ long: Long) -> Question.Substitute {
        Question.Substitute(text: long.text, strength: Self.strength)
    }

    private func note(_ long: [Long], for short: [UInt32], in question: inout Question) {
        for long in long {
            question.abbreviations.append((QuestionAnalyzer.string(short), long.text))
        }
    }

    /// The first of the longest parts of a run that has a long form.
    private func longest(in run: [UInt32]) throws(ReportError) -> (short: [UInt32], long: [Long])? {
        for length in stride(from: run.count, through: Self.lengths.lowerBound, by: -1) {
            for start in 0...run.count - length {
                let short = Array(run[start..<start + length])
                let long = try long(short)
                if !long.isEmpty { return (short, long) }
            }
        }
        return nil
    }

    /// Makes single characters the one word that they are together.
    private func join(_ short: [UInt32], _ long: [Long], in question: inout Question) {
        let text = QuestionAnalyzer.string(short)
        let parts = Set(short.map { QuestionAnalyzer.string([$0]) })
        let wasRequired = parts.isSubset(of: question.required)
        question.concepts.removeAll { parts.contains($0.text) }
        question.required.removeAll { parts.contains($0) }
        var concept = Question.Concept(text: text, scalars: short, weight: 1)
        concept.substitutes = long.map(substitute)
        question.concepts.append(concept)
        if wasRequired { question.required.append(text) }
    }

    /// What a short form may stand for, the most usual first.
    func long(_ short: [UInt32]) throws(ReportError) -> [Long] {
        var found: [Long] = []
        for name in analyzer.names where Self.isLong(name, of: short) {
            let text = QuestionAnalyzer.string(name)
            if try statistics.frequency(of: text) > 0 { found.append(Long(text: text, meeting: 1)) }
        }
        if found.isEmpty,
            try statistics.frequency(of: QuestionAnalyzer.string(short)) <= Self.mostForChains
        {
            found = try chains(short)
        }
        // A name within another is found with it: the shorter one does.
        found.sort {
            ($1.meeting, $0.text.utf8.count, $0.text) < ($0.meeting, $1.text.utf8.count, $1.text)
        }
        var kept: [Long] = []
        for long in found where !kept.contains(where: { long.text.hasPrefix($0.text) }) {
            kept.append(long)
        }
        return Array(kept.prefix(Self.most))
    }

    /// Whether a name has the characters of the short form in order, the first at its beginning and each at
    /// the beginning of two or more that the short form leaves out: 未 and 保 in 未成年人保护法.
    static func isLong(_ name: [UInt32], of short: [UInt32]) -> Bool {
        guard name.first == short.first else { return false }
        var place = 0
        var least = 0
        for (position, scalar) in name.enumerated()
        where place < short.count && position >= least && scalar == short[place] {
            place += 1
            least = position + 2
        }
        return place == short.count && least <= name.count
    }

    // MARK: The index

    /// A word of two characters with its frequency.
    private struct Pair {
        let second: UInt32
        let frequency: Int
    }

    /// Words side by side, as far as they are read.
    private struct Chain {
        var text: [UInt32]
        var last: Pair
        /// Of the rarest word.
        var frequency: Int
    }

    /// Words of two characters side by side, each beginning with a character of the short form.
    private func chains(_ short: [UInt32]) throws(ReportError) -> [Long] {
        var words: [[Pair]] = []
        for scalar in short {
            let pairs = try statistics.reading.followers(of: scalar, in: statistics.index)
                .filter { $0.value >= Self.leastFrequency && !short.contains($0.key) }
                .map { Pair(second: $0.key, frequency: $0.value) }
            guard !pairs.isEmpty else { return [] }
            words.append(pairs)
        }
        var chains = words[0].map {
            Chain(text: [short[0], $0.second], last: $0, frequency: $0.frequency)
        }
        for place in 1..<short.count {
            var longer: [Chain] = []
            var least = 0
            for chain in chains where chain.frequency >= least {
                let across = try statistics.frequency(
                    of: IndexTerms.pair(chain.last.second, short[place]))
                guard across >= Self.leastFrequency else { continue }
                for pair in words[place] {
                    let rarest = min(chain.frequency, pair.frequency)
                    guard rarest >= least, Self.isUsual(across, of: rarest) else { continue }
                    longer.append(
                        Chain(
                            text: chain.text + [short[place], pair.second], last: pair,
                            frequency: rarest))
                }
                if longer.count > 4 * Self.mostFollowed {
                    longer = Self.mostFrequent(longer)
                    least = longer.last?.frequency ?? 0
                }
            }
            chains = Self.mostFrequent(longer)
        }
        // The pairs may have met elsewhere: how often the whole stands there decides.
        let matcher = LiteralMatcher(
            reading: statistics.reading, index: statistics.index, includesNoise: false)
        var found: [Long] = []
        for chain in chains.prefix(Self.mostChains) where areWords(chain.text) {
            let text = QuestionAnalyzer.string(chain.text)
            let frequency = try matcher.passages(containing: text).count
            guard Self.isUsual(frequency, of: chain.frequency) else { continue }
            found.append(Long(text: text, meeting: Double(frequency) / Double(chain.frequency)))
        }
        return found
    }

    /// The chains of the most frequent words, falling: those looked up in the end come first.
    private static func mostFrequent(_ chains: [Chain]) -> [Chain] {
        let falling = chains.sorted {
            $0.frequency != $1.frequency
                ? $0.frequency > $1.frequency : $0.text.lexicographicallyPrecedes($1.text)
        }
        return Array(falling.prefix(mostFollowed))
    }

    private static func isUsual(_ frequency: Int, of rarest: Int) -> Bool {
        frequency >= leastFrequency && Double(frequency) >= leastMeeting * Double(rarest)
    }

    /// Whether a text of words of two characters is cut so, or not at all.
    private func areWords(_ text: [UInt32]) -> Bool {
        let breaks = analyzer.breaks(of: text)
        let inner = breaks.ends.filter { $0 < text.count }
        return inner.isEmpty
            || inner.allSatisfy { $0.isMultiple(of: 2) }
                && inner.count == text.count / 2 - 1
    }
}
