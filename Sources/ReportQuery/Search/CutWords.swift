import ReportModel
import ReportIndex
import Segmentation

/// Counts passages whose words stand there only across other words (跨词): 童工 in 儿童工作.
struct CutWords {
    /// More passages are not looked at: reading them takes longer than finding them.
    private static let most = 200

    private let matcher: TermMatcher?

    /// - Parameter words: the words that a passage must have, folded.
    init(_ words: [String]) {
        let long = words.filter { text in
            text.unicodeScalars.count > 1
                && text.unicodeScalars.allSatisfy { IndexTerms.isHan($0.value) }
        }
        matcher = long.isEmpty ? nil : TermMatcher(long)
    }

    /// `nil` when there are too many to look at. O(characters of the passages).
    ///
    /// - Parameter known: passages that were read for ranking.
    func count(
        in set: PassageSet, known: [RankedCandidate], index: PassageIndex, _ reading: IndexReading
    ) throws(ReportError) -> Int? {
        guard let matcher else { return 0 }
        guard set.count <= Self.most else { return nil }
        var texts = known.compactMap(\.text).filter { set.contains($0.ordinal) }
        let met = Set(texts.map(\.ordinal))
        let others = set.ordinals.filter { !met.contains($0) }
        texts += try CandidateText.read(others, index: index, reading)
        return texts.count { candidate in
            let matches = matcher.matches(in: candidate.text.scalars)
            return !matches.isEmpty && matches.allSatisfy { candidate.isCut($0.range) }
        }
    }
}
