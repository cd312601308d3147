import ReportModel

/// The years that a report's events allow (年份推断): events of the year itself are intersected, limits
/// cut the result. Events that exclude each other give the range that holds them all, and a doubt.
struct YearInference {
    private(set) var range: ClosedRange<Int>?
    private(set) var evidence: [Evidence] = []
    private(set) var doubts: [Doubt] = []
    /// The years of the events alone, when they agree.
    private(set) var eventRange: ClosedRange<Int>?
    private let clues: [ParagraphTagger.PlacedClue]

    init(
        _ all: [ParagraphTagger.PlacedClue], almanac: [AlmanacRow],
        signed: (year: Int, month: Int?, line: Int, quote: String)?, lastYearOfName: Int?,
        isPlan: Bool = false
    ) {
        // What is planned is not yet: it gives no upper limit and no event of the year.
        // A plan as a whole speaks of the year it is for.
        clues = isPlan ? all : all.filter { $0.kind != .plan && $0.kind != .advice }
        var lower = Int.min
        var upper = Int.max
        if let lastYearOfName { upper = lastYearOfName }
        for clue in all {
            lower = max(
                lower, clue.clue.from.map { clue.kind == .plan && !isPlan ? $0 - 1 : $0 } ?? Int.min
            )
        }
        for clue in clues where !clue.clue.isEvent { upper = min(upper, clue.clue.to ?? Int.max) }
        var events = clues.compactMap { placed -> (ClosedRange<Int>, ParagraphTagger.PlacedClue)? in
            guard placed.clue.isEvent, let from = placed.clue.from, let to = placed.clue.to else {
                return nil
            }
            return (from...to, placed)
        }
        if let cluster = Self.lawCluster(clues, almanac) { events.append(cluster) }
        note(events.map(\.1), clues.filter { !$0.clue.isEvent }, almanac)
        if let signed {
            // Signed early in a year, the report may be about the year before; signed late, a plan may
            // be for the next.
            let isEarly = (signed.month ?? 1) <= 3 && !isPlan
            if isPlan, (signed.month ?? 12) >= 10 { upper = min(upper, signed.year + 1) }
            lower = max(lower, isEarly ? signed.year - 1 : signed.year)
            if !isPlan || (signed.month ?? 12) < 10 { upper = min(upper, signed.year) }
            evidence.append(
                Evidence(
                    field: "year", rule: "signature", line: signed.line, quote: signed.quote,
                    note: isEarly ? "\(signed.year - 1)-\(signed.year)" : String(signed.year)))
        }
        settle(events, lower: lower, upper: upper)
    }

    private mutating func settle(
        _ events: [(ClosedRange<Int>, ParagraphTagger.PlacedClue)], lower: Int, upper: Int
    ) {
        var from = events.map(\.0.lowerBound).max() ?? Int.min
        var to = events.map(\.0.upperBound).min() ?? Int.max
        if from <= to, from > Int.min, to < Int.max { eventRange = from...to }
        if from > to {
            let sorted = events.map(\.0).sorted { $0.lowerBound < $1.lowerBound }
            doubts.append(.eventsExclude(sorted))
            // An old event may be looked back on; the report cannot be older than the newest.
            from = sorted.last?.lowerBound ?? from
            to = sorted.map(\.upperBound).max() ?? to
        }
        let low = max(from, lower)
        let high = min(to, upper)
        if low > high {
            if from > Int.min, to < Int.max {
                doubts.append(.eventsAgainstClues(from...max(from, to)))
            }
            return
        }
        guard low > Int.min, high < Int.max, high - low <= Self.widest else { return }
        range = low...high
    }

    /// Three new laws of one year studied in one place: that year or the next.
    private static func lawCluster(_ clues: [ParagraphTagger.PlacedClue], _ almanac: [AlmanacRow])
        -> (ClosedRange<Int>, ParagraphTagger.PlacedClue)?
    {
        var rows: [Int: Set<Int>] = [:]
        for placed in clues {
            if let law = almanac[placed.clue.row].law {
                rows[placed.line * 10_000 + law, default: []].insert(placed.clue.row)
            }
        }
        guard let found = rows.filter({ $0.value.count >= 3 }).keys.max(),
            let first = clues.first(where: {
                $0.line == found / 10_000 && almanac[$0.clue.row].law == found % 10_000
            })
        else { return nil }
        let year = found % 10_000
        return (year...(year + 1), first)
    }

    private mutating func note(
        _ events: [ParagraphTagger.PlacedClue], _ limits: [ParagraphTagger.PlacedClue],
        _ almanac: [AlmanacRow]
    ) {
        var seen: Set<Int> = []
        for placed in events + limits where seen.insert(placed.clue.row).inserted {
            let years = [placed.clue.from, placed.clue.to].map { $0.map(String.init) ?? "" }
            evidence.append(
                Evidence(
                    field: "year", rule: "almanac", line: placed.line, quote: placed.quote,
                    note: years.joined(separator: "-") + " " + almanac[placed.clue.row].means))
            if evidence.count >= 12 { return }
        }
    }

    /// Clues of done work that a stated year contradicts: what lies after it.
    func contradicting(_ year: Int) -> [ParagraphTagger.PlacedClue] {
        clues.filter { placed in
            if let from = placed.clue.from, from > year + 1 { return true }
            return false
        }
    }

    /// A range wider than this says too little.
    private static let widest = 9
}
