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

    var total: Int { done + problem + plan + advice }

    /// - Parameter countsWeak: whether weak words count too.
    init(_ scan: ParagraphScan, in text: [UInt32], countsWeak: Bool) {
        guard !scan.cues.isEmpty else {
            done = text.count
            return
        }
        var start = 0
        var cue = 0
        while start < text.count {
            var end = start
            while end < text.count, !text[end].endsSentence { end += 1 }
            end = min(end + 1, text.count)
            var kind: Kind?
            while cue < scan.cues.count, scan.cues[cue].start < end {
                let mark = scan.cues[cue]
                cue += 1
                if mark.isWeak, !countsWeak, !opensWithProblem { continue }
                kind = Self.stronger(kind, mark.kind)
                remember(mark.start..<mark.end, for: mark.kind)
            }
            if start == 0, kind == .problem { opensWithProblem = true }
            if kind == nil, opensWithProblem { kind = .problem }
            add(end - start, to: kind ?? .done)
            start = end
        }
    }

    /// A sentence that names problems and intentions is about the problems.
    private static func stronger(_ old: Kind?, _ new: Kind) -> Kind {
        guard let old else { return new }
        let order: [Kind] = [.plan, .advice, .problem]
        let oldRank = order.firstIndex(of: old) ?? -1
        let newRank = order.firstIndex(of: new) ?? -1
        return newRank > oldRank ? new : old
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
