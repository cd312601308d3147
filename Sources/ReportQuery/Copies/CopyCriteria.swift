import Foundation

/// What two texts share, measured on kept characters (共有部分).
struct SharedMaterial: Hashable {
    /// Characters of the aligned runs.
    var matched = 0
    /// The same, each weighed by how few reports have it: 1 for what only these have.
    var rare = 0.0
    /// Characters in the longest stretch that small changes alone interrupt.
    var longestStretch = 0
    var leftLength = 0
    var rightLength = 0
    /// Figures that were changed, not counting masked ones and those left out.
    var changedFigures = 0
    /// Whether one unit wrote both, in different years.
    var isOfOneSeries = false

    /// Matched characters over the mean length: the coefficient of L. R. Dice, 1945.
    var similarity: Double {
        leftLength + rightLength == 0 ? 0 : 2 * Double(matched) / Double(leftLength + rightLength)
    }

    /// Part of the shorter text that is matched: containment (A. Z. Broder, 1997).
    var containment: Double {
        min(leftLength, rightLength) == 0
            ? 0 : Double(matched) / Double(min(leftLength, rightLength))
    }
}

/// How much of a passage was copied (范围).
package enum CopyExtent: String, Sendable, CaseIterable {
    /// The passage as a whole, but for what disguises swap.
    case full
    /// A part of it: something was left out, added or written anew.
    case partial
}

/// What counts as a copy (判定标准). Lengths are in kept characters.
///
/// A passage that stands alone must be alike in its own right: long, aligned for the most part, and made of
/// material that few reports have. Figures may be swapped, but a sentence that is little more than
/// figures is a formula. What one unit writes again year after year is its own formula too,
/// unless figures and all stay as they were. In a report of which much else is copied, less is enough.
enum CopyCriteria {
    /// Shorter passages are no evidence by themselves.
    static let leastLength = 20
    /// Similarity from which a passage is copied as a whole.
    static let fullSimilarity = 0.8
    /// Similarity from which a lone passage counts as a copy, when it shares so many rare characters, and
    /// when it shares fewer.
    static let aloneSimilarity = 0.72
    static let muchRare = 40.0
    static let lessRareSimilarity = 0.8
    /// Rare characters a lone copy has to share, and how rare they are on average.
    static let leastRare = 20.0
    static let leastRarity = 0.55
    /// Below this length a lone passage may be a stock definition: it has to be this alike and rare.
    static let shortLength = 40
    static let shortSimilarity = 0.9
    static let shortRarity = 0.7
    /// So many characters, so alike, are copied however many reports have them.
    static let anywayLength = 100
    static let anywaySimilarity = 0.9
    /// Part of a shorter passage that stands within a longer one; it shares many rare characters too.
    static let aloneContainment = 0.8
    /// A stretch within two long passages.
    static let longStretch = 80
    /// Characters for each figure that differs, at least.
    static let charactersPerFigure = 8
    /// The same, and similarity, for passages of one unit from different years.
    static let seriesCharactersPerFigure = 60
    static let seriesSimilarity = 0.95
    /// In a copied report: part of the shorter passage, and characters.
    static let contextContainment = 0.5
    static let contextLength = 10
    /// In a copied report: similarity of headings.
    static let headingSimilarity = 0.6
    /// Part of the shorter report that copies take up, and how many they are, for it to be a copy.
    static let reportShare = 0.4
    static let reportPassages = 2
    /// Part of the smaller report's fingerprints that the other has, for their passages to be compared in
    /// order; and the same for reports of one unit from different years.
    static let reportOverlap = 0.4
    static let seriesOverlap = 0.7

    /// Whether a passage is a copy by what it shares alone.
    static func isCopyAlone(_ shared: SharedMaterial) -> Bool {
        let shorter = min(shared.leftLength, shared.rightLength)
        guard shorter >= leastLength else { return false }
        let perFigure = shared.isOfOneSeries ? seriesCharactersPerFigure : charactersPerFigure
        guard shared.changedFigures * perFigure <= shared.matched else { return false }
        if shared.isOfOneSeries, shared.similarity < seriesSimilarity { return false }
        if shorter >= anywayLength, shared.similarity >= anywaySimilarity { return true }
        guard shared.rare >= leastRare, shared.rare >= leastRarity * Double(shared.matched) else {
            return false
        }
        if shorter < shortLength {
            return shared.similarity >= shortSimilarity
                && shared.rare >= shortRarity * Double(shared.matched)
        }
        guard shared.rare >= muchRare else { return shared.similarity >= lessRareSimilarity }
        return shared.similarity >= aloneSimilarity || shared.containment >= aloneContainment
            || shared.longestStretch >= longStretch
    }

    /// Whether a passage is a copy, given that its report is one and its place fits.
    static func isCopyInContext(_ shared: SharedMaterial) -> Bool {
        shared.matched >= contextLength && shared.containment >= contextContainment
    }

    static func extent(_ shared: SharedMaterial) -> CopyExtent {
        shared.similarity >= fullSimilarity ? .full : .partial
    }

    /// How much a fingerprint says that stands in so many of so many reports: 1 for two reports, falling with
    /// the logarithm to 0 for all (the idf of K. Spärck Jones, 1972, scaled). A small index knows too
    /// little to call a phrase common, so it is taken for one of 64 reports.
    static func weight(reports: Int, of count: Int) -> Double {
        let all = Double(max(count, 64)) + 1
        return max(0, log(all / Double(max(2, reports))) / log(all / 2))
    }
}
