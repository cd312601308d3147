extension Ranker {
    /// Parts of a score as they count in it, weights included; the weights stand here and nowhere else.
    ///
    /// score = ((base + neighbour) × substance + kind asked for + feedback + meaning) × role × cut
    struct Parts: Sendable, Hashable {
        var words = 0.0
        var synonyms = 0.0
        /// The part of the question's weight that is covered, squared.
        var coverage = Weighted(0.4)
        var headings = Weighted(0.1)
        var ownHeading = Weighted(0.1)
        /// The longest unbroken pieces.
        var phrase = Weighted(0.1)
        /// Part of the question that stands there word for word.
        var exact = Weighted(0.2)
        /// The base of the better neighbour.
        var neighbour = Weighted(0.15)
        /// What it shares with the best passages beyond the question's words.
        var feedback = Weighted(1.5)
        var substance = Weighted(0.2)
        /// How near it is in meaning, in the measure of the best score without it.
        var meaning = Weighted(0.1)
        var intent = 0.0
        var role = 1.0
        /// Whether its words stand there only across other words: such a passage comes last.
        var isCut = false

        var base: Double {
            words + synonyms + coverage.counted + headings.counted + ownHeading.counted
                + phrase.counted + exact.counted
        }

        var score: Double {
            ((base + neighbour.counted) * substanceFactor + intent + feedback.counted
                + meaning.counted) * role * cutFactor
        }

        private var substanceFactor: Double { 1 + substance.counted }
        private var cutFactor: Double { isCut ? 0.1 : 1 }

        /// The parts under their names, for `--explain`; those that change nothing are left out.
        var named: [(name: String, value: Double)] {
            [
                ("words", words), ("synonyms", synonyms), ("coverage", coverage.counted),
                ("headings", headings.counted), ("own heading", ownHeading.counted),
                ("phrase", phrase.counted), ("exact", exact.counted),
                ("neighbour", neighbour.counted), ("feedback", feedback.counted),
                ("meaning", meaning.counted), ("kind asked for", intent),
            ].filter { $0.1 != 0 }
                + [
                    ("substance ×", substanceFactor), ("role ×", role),
                    ("across words ×", cutFactor),
                ].filter { $0.1 != 1 }
        }
    }

    /// A part between 0 and 1, and what it counts at most.
    struct Weighted: Sendable, Hashable {
        var value = 0.0
        private let weight: Double

        init(_ weight: Double) { self.weight = weight }

        var counted: Double { weight * value }
    }
}
