import ReportModel
import Segmentation

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
                wording("同名项目", "same programme") + " "
                    + programmes.map { "“\($0)”" }.joined())
        }
        if !names.isEmpty {
            parts.append(wording("同为", "both") + " " + names.joined(separator: "、"))
        }
        if !shared.words.isEmpty {
            parts.append(
                wording("共有词语", "shared words") + " "
                    + shared.words.prefix(5).joined(separator: "、"))
        }
        shared.why = parts.joined(separator: wording("；", "; "))
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
