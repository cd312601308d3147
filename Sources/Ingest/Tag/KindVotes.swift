import ReportModel

/// How much of a paragraph tells what (类别篇幅): every sentence goes to the kind its words give,
/// by length; sentences without such words tell what was done.
struct KindVotes {
    private(set) var done = 0
    private(set) var problem = 0
    private(set) var plan = 0
    private(set) var advice = 0
    /// Where the words stand that spoke first for each kind.
    private(set) var problemWords: Range<Int>?
    private(set) var planWords: Range<Int>?
    private(set) var adviceWords: Range<Int>?
    /// Whether the first sentence already speaks of problems: what it lists inherits that.
    private(set) var opensWithProblem = false
    /// Whether the first words ask for something: 请县里考虑….
    private(set) var opensWithAdvice = false

    var total: Int { done + problem + plan + advice }

    /// - Parameter countsWeak: whether weak words count too.
    init(_ scan: borrowing ParagraphScan, in text: [UInt32], countsWeak: Bool) {
        guard !scan.cues.isEmpty else {
            done = text.count
            return
        }
        let cues = scan.cues
        var start = 0
        var cue = 0
        // Sentences without such words need no look: only their length counts.
        while cue < cues.count {
            var begin = max(start, cues[cue].start)
            while begin > start, !text[begin - 1].endsSentence { begin -= 1 }
            add(begin - start, to: opensWithProblem ? .problem : .done)
            var end = max(begin, cues[cue].start)
            while end < text.count, !text[end].endsSentence { end += 1 }
            end = min(end + 1, text.count)
            var kind: Kind?
            var isAnnounced = false
            while cue < cues.count, cues[cue].start < end {
                let mark = cues[cue]
                cue += 1
                if mark.isWeak, !countsWeak, !opensWithProblem { continue }
                kind = Self.stronger(kind, mark.kind)
                if mark.kind == .problem, !mark.isOfSentence { isAnnounced = true }
                remember(mark.start..<mark.end, for: mark.kind)
                if mark.kind == .advice, mark.start <= 2 { opensWithAdvice = true }
            }
            if begin == 0, kind == .problem, isAnnounced { opensWithProblem = true }
            if kind == nil, opensWithProblem { kind = .problem }
            add(end - begin, to: kind ?? .done)
            start = end
        }
        add(text.count - start, to: opensWithProblem ? .problem : .done)
    }

    /// A sentence that names problems and intentions is about the problems.
    private static func stronger(_ old: Kind?, _ new: Kind) -> Kind {
        guard let old else { return new }
        return rank(new) > rank(old) ? new : old
    }

    private static func rank(_ kind: Kind) -> Int {
        switch kind {
        case .plan: 0
        case .advice: 1
        case .problem: 2
        default: -1
        }
    }

    private mutating func add(_ length: Int, to kind: Kind) {
        switch kind {
        case .problem: problem += length
        case .plan: plan += length
        case .advice: advice += length
        default: done += length
        }
    }

    private mutating func remember(_ words: Range<Int>, for kind: Kind) {
        switch kind {
        case .problem: problemWords = problemWords ?? words
        case .plan: planWords = planWords ?? words
        case .advice: adviceWords = adviceWords ?? words
        default: break
        }
    }
}
