import ReportIndex
import ReportModel
import Segmentation

/// A candidate with what ranking reads of it (候选段落).
struct CandidateText: Sendable {
    let ordinal: Int
    let id: Int64
    let report: UInt32
    let role: Role
    let kind: Kind
    let text: PlainText
    /// Where the words of the passage's text end.
    let breaks: WordBreaks
    /// Headings above, folded and plain.
    let headings: [[UInt32]]
    /// The heading the paragraph itself opens with.
    let ownHeading: [UInt32]
    /// Length in terms, as the index reckons it.
    let length: Double

    /// Reads candidates by ordinal; ones that are gone are left out.
    static func read(
        _ ordinals: [Int], index: PassageIndex, _ reading: IndexReading
    ) throws(ReportError) -> [CandidateText] {
        var sections: [Int64: [[UInt32]]] = [:]
        var texts: [CandidateText] = []
        texts.reserveCapacity(ordinals.count)
        try reading.forEachRankingText(of: ordinals.map(index.passage)) { passage in
            guard let ordinal = index.ordinal(of: passage.id) else { return }
            let headings =
                sections[passage.section] ?? passage.headings.map { PlainText($0).scalars }
            sections[passage.section] = headings
            let text = PlainText(passage.text)
            texts.append(
                CandidateText(
                    ordinal: ordinal, id: passage.id, report: index.columns.reports[ordinal],
                    role: index.columns.role(at: ordinal), kind: index.columns.kind(at: ordinal),
                    text: text, breaks: passage.breaks, headings: headings,
                    ownHeading: passage.ownHeading.map { PlainText($0).scalars } ?? [],
                    length: length(of: text.scalars)))
        }
        return texts
    }

    /// Whether a range of the plain text begins and ends where words do: 童工 in 儿童工作 does not.
    func isWhole(_ range: Range<Int>) -> Bool {
        beginsWord(at: range.lowerBound) && endsWord(at: range.upperBound)
    }

    /// Whether a range cuts words: it reaches into one from another (童工 in 儿童 and 工作), or lies inside one.
    /// 儿童 in 妇女儿童, where that is one word, is a part of it and no cut.
    func isCut(_ range: Range<Int>) -> Bool {
        let begins = beginsWord(at: range.lowerBound)
        let ends = endsWord(at: range.upperBound)
        if begins && ends { return false }
        let crosses = range.dropFirst().contains { beginsWord(at: $0) }
        return crosses || !(begins || ends)
    }

    /// Whether a word begins at a place of the plain text.
    func beginsWord(at place: Int) -> Bool {
        text.origins.indices.contains(place) && breaks.isBreak(at: Int(text.origins[place]))
    }

    /// Whether a word ends before a place of the plain text.
    func endsWord(at place: Int) -> Bool {
        text.origins.indices.contains(place - 1)
            && breaks.isBreak(at: Int(text.origins[place - 1]) + 1)
    }

    /// Pairs of Han characters and other words: what the index counts, without the longer words.
    private static func length(of scalars: [UInt32]) -> Double {
        var length = 0
        var wasHan = false
        var wasOther = false
        for scalar in scalars {
            let isHan = IndexTerms.isHan(scalar)
            let isOther = !isHan && IndexTerms.isWord(scalar)
            if isHan && wasHan || isOther && !wasOther { length += 1 }
            wasHan = isHan
            wasOther = isOther
        }
        return Double(length)
    }
}
