import ReportModel

/// Decides what a paragraph tells (类别判定), from the headings above it and its own sentences.
struct KindTagger {
    /// A kind with the rule that gave it and the words it fired on.
    struct Choice {
        let kind: Kind
        let rule: String
        let quote: String
    }

    /// What the headings say: the outermost decides between done and plan, an inner one may narrow
    /// it to problems, advice or overview, or turn to plans when it is short.
    static func section(_ path: [HeadingMeaning]) -> Choice? {
        var choice: Choice?
        for (depth, heading) in path.enumerated() {
            guard let kind = heading.kind else { continue }
            let isShort = heading.text.unicodeScalars.count <= 24
            let narrows =
                switch kind {
                case .problem, .advice, .overview: isShort || choice == nil
                case .plan: (isShort && choice?.kind != .plan) || choice == nil
                default: choice == nil
                }
            if narrows, isShort || depth == 0 || choice == nil {
                choice = Choice(kind: kind, rule: "heading", quote: heading.kindWords)
            }
        }
        return choice
    }

    /// - Parameters:
    ///   - section: what the headings say.
    ///   - isOpening: whether the paragraph stands before the first heading, at the very beginning.
    ///   - isClosing: whether it is one of the last paragraphs.
    static func choose(
        _ scan: ParagraphScan, in text: MatchingText, section: Choice?, isOpening: Bool,
        isClosing: Bool
    ) -> Choice {
        let votes = KindVotes(scan, in: text.scalars)
        if isOpening, let opening = scan.openings.first, votes.problem * 2 <= votes.total {
            return Choice(
                kind: .overview, rule: "opening", quote: text.quote(opening.start..<opening.end))
        }
        if let section, section.kind != .done { return section }
        if let own = decided(by: votes, isClosing: isClosing || section == nil) {
            return Choice(kind: own.kind, rule: "wording", quote: text.quote(own.words))
        }
        return section ?? Choice(kind: .done, rule: "default", quote: "")
    }

    /// The kind that fills most of a paragraph, when it is not what was done.
    private static func decided(by votes: KindVotes, isClosing: Bool) -> (
        kind: Kind, words: Range<Int>
    )? {
        if let words = votes.problemWords, votes.problem * 2 > votes.total {
            return (.problem, words)
        }
        if let words = votes.adviceWords, votes.advice * 2 > votes.total { return (.advice, words) }
        guard isClosing || votes.plan * 5 > votes.total * 4 else { return nil }
        if let words = votes.planWords, votes.plan > votes.done, votes.plan >= votes.problem {
            return (.plan, words)
        }
        if let words = votes.problemWords, votes.problem > votes.done { return (.problem, words) }
        return nil
    }
}
