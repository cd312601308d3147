import Foundation

/// Measures over counts in two corpora and in windows of words (统计量). All are total: a count that cannot
/// be, or an empty corpus, gives zero, not a trap.
package enum FrequencyMeasures {
    /// Log-likelihood of a word's counts in two corpora: G² over the word's two cells,
    /// 2·Σ O·ln(O/E) (Dunning 1993, "Accurate methods for the statistics of surprise and coincidence";
    /// this two-cell form: Rayson & Garside 2000, "Comparing corpora using frequency profiling").
    ///
    /// - Returns: 0 or above; 3.84 is the 5 % level, 6.63 the 1 % level, 15.13 the 0.01 % level.
    package static func logLikelihood(
        target: Int, targetSize: Int, reference: Int, referenceSize: Int
    ) -> Double {
        let a = Double(target)
        let b = Double(reference)
        let total = Double(targetSize + referenceSize)
        guard total > 0, a + b > 0 else { return 0 }
        let expectedA = Double(targetSize) * (a + b) / total
        let expectedB = Double(referenceSize) * (a + b) / total
        return 2 * (term(a, expectedA) + term(b, expectedB))
    }

    /// G² over all four cells of a contingency table (Dunning 1993): what window collocation uses.
    ///
    /// - Parameters:
    ///   - together: occurrences of both.
    ///   - first, second: occurrences of each, the common ones included.
    ///   - total: all.
    package static func logLikelihood(together: Int, first: Int, second: Int, total: Int) -> Double
    {
        guard total > 0 else { return 0 }
        let observed = [
            Double(together), Double(first - together), Double(second - together),
            Double(total - first - second + together),
        ]
        let rows = [Double(first), Double(total - first)]
        let columns = [Double(second), Double(total - second)]
        var sum = 0.0
        for cell in 0..<4 {
            let expected =
                rows[cell == 0 || cell == 1 ? 0 : 1]
                * columns[cell == 0 || cell == 2 ? 0 : 1] / Double(total)
            sum += term(observed[cell], expected)
        }
        return 2 * sum
    }

    private static func term(_ observed: Double, _ expected: Double) -> Double {
        observed > 0 && expected > 0 ? observed * log(observed / expected) : 0
    }

    /// Log ratio: log₂ of the relative frequencies' ratio, a count of zero taken as one half
    /// (Hardie 2014, "Log Ratio: an informal introduction"). 1 is twice as frequent, 2 four times.
    package static func logRatio(
        target: Int, targetSize: Int, reference: Int, referenceSize: Int
    ) -> Double {
        guard targetSize > 0, referenceSize > 0 else { return 0 }
        let a = target > 0 ? Double(target) : 0.5
        let b = reference > 0 ? Double(reference) : 0.5
        return log2(a / Double(targetSize) / (b / Double(referenceSize)))
    }

    /// %DIFF: the difference of the relative frequencies in per cent of the reference's
    /// (Gabrielatos & Marchi 2012, "Keyness: appropriate metrics and practical issues"). A reference
    /// frequency of zero is taken as 1e-18, as they do.
    package static func percentDifference(
        target: Int, targetSize: Int, reference: Int, referenceSize: Int
    ) -> Double {
        guard targetSize > 0, referenceSize > 0 else { return 0 }
        let a = Double(target) / Double(targetSize) * 1e6
        let b = reference > 0 ? Double(reference) / Double(referenceSize) * 1e6 : 1e-18
        return (a - b) * 100 / b
    }

    /// logDice: 14 + log₂ of Dice's coefficient (Rychlý 2008, "A lexicographer-friendly association
    /// score"): at most 14, one less is half as typical, and the size of the corpus plays no part.
    package static func logDice(together: Int, first: Int, second: Int) -> Double {
        guard together > 0, first + second > 0 else { return -.infinity }
        return 14 + log2(2 * Double(together) / Double(first + second))
    }

    /// MI³: log₂ of O³/E (Daille 1994; Oakes 1998, p. 171): mutual information without its liking for rare
    /// words.
    package static func cubicMutualInformation(
        together: Int, first: Int, second: Int, total: Int
    ) -> Double {
        guard together > 0, first > 0, second > 0, total > 0 else { return -.infinity }
        let expected = Double(first) * Double(second) / Double(total)
        return log2(pow(Double(together), 3) / expected)
    }
}

/// How evenly a word is spread over the parts of a corpus (分布).
package struct Dispersion: Sendable, Hashable {
    /// Parts that have the word.
    package var range: Int
    package var parts: Int
    /// Gries' DP: half the sum of |share of the word − share of the corpus| over the parts; 0 is even,
    /// near 1 clumped (Gries 2008, "Dispersions and adjusted frequencies in corpora").
    package var deviation: Double
    /// DP divided by its greatest value, 1 − the smallest part's share (Lijffijt & Gries 2012).
    package var normalized: Double

    /// - Parameters:
    ///   - counts: of the word, part by part.
    ///   - sizes: of the parts, in words; parts without words are left out.
    package init(counts: [Int], sizes: [Int]) {
        let total = Double(counts.reduce(0, +))
        let size = Double(sizes.reduce(0, +))
        range = 0
        parts = 0
        deviation = 0
        normalized = 0
        guard total > 0, size > 0 else { return }
        var sum = 0.0
        var least = Double.infinity
        for (count, part) in zip(counts, sizes) where part > 0 {
            parts += 1
            if count > 0 { range += 1 }
            let share = Double(part) / size
            least = min(least, share)
            sum += abs(Double(count) / total - share)
        }
        deviation = sum / 2
        normalized = least < 1 ? deviation / (1 - least) : 0
    }
}
