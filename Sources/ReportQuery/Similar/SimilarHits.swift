import ReportIndex
import ReportModel
import Segmentation

/// Makes the hits of a comparison: copies folded, what is shared marked and put in words.
struct SimilarHits {
    let ranker: SimilarRanker
    let options: SimilarOptions
    let index: PassageIndex
    let reading: IndexReading

    /// A shared word is worth naming when it is this rare, beside the rarest.
    private static let shownWords = 5
    /// Worse answers are no answers.
    private static let least = 0.05

    func hits(_ ranked: [SimilarRanker.Ranked]) throws(IndexError) -> [SimilarHit] {
        var kept: [SimilarRanker.Ranked] = []
        var copies: [[Int64]] = []
        var pairs: [[UInt64]] = []
        for candidate in ranked where candidate.score > Self.least {
            let own = options.foldsCopies ? CopyFolding.pairs(candidate.candidate.text.scalars) : []
            if let place = pairs.firstIndex(where: { CopyFolding.areCopies($0, own) }) {
                copies[place].append(candidate.candidate.id)
                continue
            }
            guard kept.count < options.limit else { continue }
            kept.append(candidate)
            copies.append([])
            pairs.append(own)
        }
        let passages = try reading.passages(kept.map(\.candidate.id))
        let byID = Dictionary(passages.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var hits: [SimilarHit] = []
        for (place, ranked) in kept.enumerated() {
            guard let passage = byID[ranked.candidate.id] else { continue }
            hits.append(try hit(ranked, passage, rank: place + 1, copies: copies[place]))
        }
        return hits
    }

    private func hit(
        _ ranked: SimilarRanker.Ranked, _ passage: Passage, rank: Int, copies: [Int64]
    ) throws(IndexError) -> SimilarHit {
        let shared = ranker.shared(ranked)
        let differing = try differences(ranked, passage)
        return SimilarHit(
            rank: rank, score: ranked.score, passage: passage, highlights: shared.ranges,
            matched: shared.words, copies: copies, sentence: ranked.best.sentence,
            why: ([shared.why] + differing).filter { !$0.isEmpty }
                .joined(separator: "；"))
    }

    /// What the best sentence has of its own: figures, partners, other kinds of work.
    private func differences(_ ranked: SimilarRanker.Ranked, _ passage: Passage)
        throws(IndexError) -> [String]
    {
        let range = ranked.candidate.text.origin(of: ranked.best.range)
        let reader = ActivityReader(reading: reading, index: index)
        var amounts: [String] = []
        var partners: [String] = []
        for record in try reader.records(ofOrdinals: [ranked.candidate.ordinal])
        where Self.scalars(of: record.activity.range, in: passage.text).overlaps(range) {
            amounts += record.activity.quantities.map(\.raw).filter { !amounts.contains($0) }
            partners += record.activity.partners.filter { !partners.contains($0) }
        }
        let asked = QuestionAnalyzer.string(ranker.questions.text.scalars)
        amounts = amounts.filter { !asked.contains($0) }
        partners = partners.filter { !asked.contains($0) }
        var parts: [String] = []
        if !amounts.isEmpty {
            parts.append(
                "数字 " + amounts.prefix(4).joined(separator: "、"))
        }
        if !partners.isEmpty {
            parts.append("合作 " + partners.prefix(3).joined(separator: "、"))
        }
        let forms = ranker.otherForms(ranked)
        if !forms.isEmpty {
            parts.append("另有 " + forms.prefix(3).joined(separator: "、"))
        }
        guard !parts.isEmpty else { return [] }
        return ["不同：" + parts.joined(separator: "，")]
    }

    /// A range of UTF-8 bytes of a text as scalars.
    private static func scalars(of range: Range<Int>, in text: String) -> Range<Int> {
        var bytes = 0
        var first: Int?
        var count = 0
        for scalar in text.unicodeScalars {
            if first == nil, bytes >= range.lowerBound { first = count }
            if bytes >= range.upperBound { break }
            bytes += UTF8.width(scalar)
            count += 1
        }
        return (first ?? count)..<max(first ?? count, count)
    }
}

extension SimilarRanker {
    /// What the question and a candidate share, for the eye.
    struct Shared {
        var ranges: [Range<Int>] = []
        var words: [String] = []
        var why = ""
    }

    func shared(_ ranked: Ranked) -> Shared {
        var shared = Shared()
        guard questions.sentences.indices.contains(ranked.best.sentence) else { return shared }
        let question = questions.sentences[ranked.best.sentence]
        let text = ranked.candidate.text
        var wanted: [String] = []
        for term in question.terms where term.isWord {
            wanted.append(questions.needles[term.needle])
        }
        let themes = question.themes.map(\.theme).filter { ranked.best.themes.contains($0) }
        let names = themes.map { words.themes[$0].name }
        var places = words.sightings(in: text.scalars).filter {
            themes.contains($0.theme) && ranked.best.range.contains($0.range.lowerBound)
        }.map(\.range)
        let matcher = TermMatcher(wanted)
        var found: [String: Double] = [:]
        for match in matcher.longestMatches(in: text.scalars) {
            let word = wanted[match.term]
            found[word] = question.terms.first { questions.needles[$0.needle] == word }?.weight ?? 0
            places.append(match.range)
        }
        for place in places.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            shared.add(text.origin(of: place))
        }
        shared.words = found.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
            .map(\.key)
        var parts: [String] = []
        let programmes = ranked.best.programmes.filter { isProgramme($0) }
        if !programmes.isEmpty {
            parts.append(
                "同名项目" + " "
                    + programmes.map { "“\($0)”" }.joined())
        }
        if !names.isEmpty {
            parts.append("同为" + " " + names.joined(separator: "、"))
        }
        if !shared.words.isEmpty {
            parts.append(
                "共有词语" + " "
                    + shared.words.prefix(5).joined(separator: "、"))
        }
        shared.why = parts.joined(separator: "；")
        return shared
    }
}

extension SimilarRanker {
    /// Whether a quoted name is a programme's: not a catchword of two characters, not a festival.
    func isProgramme(_ name: String) -> Bool {
        let scalars = name.unicodeScalars.map(\.value)
        return scalars.count > 2
            && !words.sightings(in: scalars).contains {
                words.themes[$0.theme].facet == .occasion && $0.range.count + 2 >= scalars.count
            }
    }

    /// Kinds of work that the best sentence shows and the question does not.
    func otherForms(_ ranked: Ranked) -> [String] {
        let asked = Set(questions.sentences.flatMap { $0.themes.map(\.theme) })
        return ranked.best.themes.subtracting(asked).filter { words.themes[$0].facet == .work }
            .sorted().map { words.themes[$0].name }
    }
}

extension SimilarRanker.Shared {
    /// Adds a range behind those there are; touching ones become one.
    mutating func add(_ range: Range<Int>) {
        if let last = ranges.last, last.upperBound >= range.lowerBound {
            ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
        } else {
            ranges.append(range)
        }
    }
}
