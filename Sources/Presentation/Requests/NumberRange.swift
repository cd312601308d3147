import ReportModel

extension ReportError {
    /// What is said of a number out of its range.
    package static func range(_ place: String, _ range: ClosedRange<Int>) -> ReportError {
        let problem =
            range.upperBound == .max
            ? wording("应不小于 \(range.lowerBound)", "must be at least \(range.lowerBound)")
            : wording(
                "应在 \(range.lowerBound) 到 \(range.upperBound) 之间",
                "must be from \(range.lowerBound) to \(range.upperBound)")
        return ReportError(place: place, problem: problem)
    }
}

/// The ranges of numbers that people type (数字范围), for options and addresses alike.
package enum NumberRange {
    /// Rows, hits, pages.
    package static let rows = 1...Int.max
    /// Sentences around the one that matches.
    package static let sentences = 0...1000
    /// Paragraphs around the one that is read.
    package static let paragraphs = 0...Int.max
    /// Years of work.
    package static let years = 0...9999
}
