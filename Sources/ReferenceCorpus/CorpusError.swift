import ReportModel

/// What keeps a corpus from being built, read or exported: the place, the cause, what to try.
package struct CorpusError: PlacedError {
    package let place: String
    package let problem: String
    package let advice: String?

    package init(place: String, problem: String, advice: String? = nil) {
        self.place = place
        self.problem = problem
        self.advice = advice
    }
}
