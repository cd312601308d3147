import ReportModel

/// Why a file was skipped: the file, the cause, what to try.
package struct IngestError: PlacedError, Hashable {
    package let place: String
    package let problem: String
    package let advice: String?

    package init(place: String, problem: String, advice: String? = nil) {
        self.place = place
        self.problem = problem
        self.advice = advice
    }
}
