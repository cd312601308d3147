import Testing

@testable import ReferenceCorpus

@Suite struct `Measures against the literature` {
    /// Dunning 1993, table 1: counts of both, the first alone, the second alone, neither.
    @Test(arguments: [
        (110, 2442, 111, 29114, 270.72), (29, 13, 123, 31612, 263.90),
        (31, 23, 139, 31584, 256.84),
    ])
    func `Log-likelihood gives Dunning's figures`(
        both: Int, first: Int, second: Int, neither: Int, expected: Double
    ) {
        let found = FrequencyMeasures.logLikelihood(
            together: both, first: both + first, second: both + second,
            total: both + first + second + neither)
        #expect(abs(found - expected) < 0.05)
    }

    /// Gries 2008, section 3: the letter a in five parts.
    @Test func `DP gives Gries' figure, DPnorm that of Lijffijt and Gries`() {
        let found = Dispersion(counts: [1, 2, 3, 4, 5], sizes: [9, 10, 10, 10, 11])
        #expect(abs(found.deviation - 0.18) < 1e-9)
        #expect(abs(found.normalized - 0.18 / 0.82) < 1e-9)
        #expect(found.range == 5)
    }

    @Test
    func `DP is 0 for a word spread as the text, DPnorm 1 for one in the smallest part alone`() {
        #expect(Dispersion(counts: [2, 4, 6], sizes: [10, 20, 30]).deviation < 1e-12)
        #expect(abs(Dispersion(counts: [3, 0, 0], sizes: [10, 20, 30]).normalized - 1) < 1e-12)
    }

    /// Rychlý 2008: 14 when two words always stand together, one less when half of them do.
    @Test func `logDice is 14 at most and loses one when halved`() {
        #expect(FrequencyMeasures.logDice(together: 50, first: 50, second: 50) == 14)
        #expect(FrequencyMeasures.logDice(together: 25, first: 50, second: 50) == 13)
    }

    /// Hardie 2014: each point is a doubling; a zero counts as one half.
    @Test func `Log ratio counts doublings`() {
        #expect(
            FrequencyMeasures.logRatio(
                target: 8, targetSize: 1000, reference: 2, referenceSize: 1000) == 2)
        #expect(
            FrequencyMeasures.logRatio(
                target: 8, targetSize: 1000, reference: 0, referenceSize: 1000) == 4)
    }

    @Test func `Counts that cannot be give no trap`() {
        for values in [(0, 0, 0, 0), (0, 10, 0, 0), (5, 0, 5, 0), (-1, 3, 2, 1)] {
            _ = FrequencyMeasures.logLikelihood(
                target: values.0, targetSize: values.1, reference: values.2,
                referenceSize: values.3)
            _ = FrequencyMeasures.logLikelihood(
                together: values.0, first: values.1, second: values.2, total: values.3)
            _ = FrequencyMeasures.percentDifference(
                target: values.0, targetSize: values.1, reference: values.2,
                referenceSize: values.3)
            _ = FrequencyMeasures.cubicMutualInformation(
                together: values.0, first: values.1, second: values.2, total: values.3)
            _ = Dispersion(counts: [values.0], sizes: [values.1])
        }
    }
}
