import ReportModel

/// Why a file was skipped: the file, the cause, what to try.
package struct IngestError: PlacedError, Hashable {
    package let place: String
    package let problem: String
    package let advice: String?
    /// Whether text may have been lost; a picture in a folder is no failure.
    package let isFailure: Bool

    package init(place: String, problem: String, advice: String? = nil, isFailure: Bool = true) {
        self.isFailure = isFailure
        self.place = place
        self.problem = problem
        self.advice = advice
    }
}
