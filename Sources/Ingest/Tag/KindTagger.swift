import ReportModel

/// Decides what a paragraph tells (类别判定), from the headings above it and its own sentences.
struct KindTagger {
    /// A kind with the rule that gave it and the words it fired on.
    struct Choice {
        let kind: Kind
        let rule: String
        let quote: String
        /// Whether a heading names problems and plans together: 不足和打算.
        var isMixed = false
    }

    /// What the headings say: the outermost decides between done and plan, an inner one may narrow
    /// it to problems, advice or overview, or turn to plans when it is short.
    static func section(_ path: [HeadingMeaning]) -> Choice? {
        var choice: Choice?
        for (depth, heading) in path.enumerated() {
            guard let kind = heading.kind else { continue }
            let isShort = heading.isShort
            let narrows =
                switch kind {
                case .problem, .advice: isShort || choice == nil
                // 概况 speaks for what stands right under it, not for sections of its own.
                case .overview:
                    depth + 2 >= path.count && (isShort || choice == nil)
                        && !(depth > 0 && heading.isOverviewOfOne)
                case .plan: (isShort && heading.isPlainPlan) || choice == nil
                default: choice == nil
                }
            if narrows, isShort || depth == 0 || choice == nil {
                choice = Choice(
                    kind: kind, rule: "heading", quote: heading.kindWords,
                    isMixed: heading.isMixed)
            }
        }
        return choice
    }

    /// Where a paragraph stands.
    struct Place {
        /// The first paragraph of the text, before any heading.
        let isFirst: Bool
        /// One of the first paragraphs, before any heading.
        let isOpening: Bool
        /// The last paragraph.
        let isClosing: Bool
        /// Whether it opens with a number: 一是, 1.
        let isNumbered: Bool
        /// Whether the report as a whole is a plan.
        let isPlan: Bool
        /// Whether a heading above looks back.
        let looksBack: Bool
        /// What the sound of the clauses tells near the end of a report.
        let tone: (kind: Kind, words: Range<Int>)?
    }

    /// - Parameters:
    ///   - section: what the headings say.
    ///   - lead: what the last lead line (下一步要做：) said, for the items under it.
    static func choose(
        _ scan: borrowing ParagraphScan, in text: borrowing MatchingText, section: Choice?,
        lead: Choice?, at place: Place
    ) -> Choice {
        let votes = KindVotes(
            scan, in: text.scalars,
            countsWeak: place.isClosing && section?.kind != .done && !place.isPlan)
        if text.scalars.count <= 40, !place.isOpening || place.isClosing,
            let words = scan.closings.first
        {
            return Choice(kind: .other, rule: "closing", quote: text.quote(words))
        }
        if place.isPlan { return planned(votes, in: text, section: section, lead: lead, at: place) }
        let isMixed = votes.problem * 2 > votes.total || votes.plan * 2 > votes.total
        // 有几件没有办好，现将情况总结如下 announces.
        let announces = place.isFirst && !scan.openings.isEmpty && votes.plan * 2 <= votes.total
        if place.isOpening, !isMixed || announces, !place.isNumbered,
            !Self.isEnumerated(text.scalars)
        {
            if let opening = scan.openings.first {
                return Choice(
                    kind: .overview, rule: "opening", quote: text.quote(opening.start..<opening.end)
                )
            }
            if place.isFirst { return Choice(kind: .overview, rule: "first-paragraph", quote: "") }
        }
        if let section, section.isMixed, votes.plan > votes.problem, let words = votes.planWords {
            return Choice(kind: .plan, rule: "wording", quote: text.quote(words))
        }
        // 不足与打算: what tells of nothing wanting is planned.
        if let section, section.isMixed, votes.problem == 0, let tone = place.tone {
            return Choice(kind: tone.kind, rule: "tone", quote: text.quote(tone.words))
        }
        if let section, [.plan, .problem].contains(section.kind), votes.opensWithAdvice,
            votes.advice * 2 >= votes.total, let words = votes.adviceWords
        {
            return Choice(kind: .advice, rule: "wording", quote: text.quote(words))
        }
        if let section, section.kind != .done { return section }
        // 明年一季度，我局拟将… among what was done is a plan, whatever it asks of others.
        if scan.pointers.first.map({ $0.value == .next && $0.start == 0 }) ?? false,
            (votes.plan + votes.advice) * 2 > votes.total, let words = votes.planWords
        {
            return Choice(kind: .plan, rule: "wording", quote: text.quote(words))
        }
        if let own = decided(by: votes, isOpen: place.isClosing || section == nil) {
            return Choice(kind: own.kind, rule: "wording", quote: text.quote(own.words))
        }
        if section == nil, lead == nil, let tone = place.tone {
            return Choice(kind: tone.kind, rule: "tone", quote: text.quote(tone.words))
        }
        return lead ?? section ?? Choice(kind: .done, rule: "default", quote: "")
    }

    /// 二是普法下沉: an item among others announces nothing.
    private static func isEnumerated(_ text: [UInt32]) -> Bool {
        guard text.count > 1, let number = Ordinal.chinese(text, at: 0), number.count < text.count
        else { return false }
        return text[number.count] == 0x662F  // 是
    }

    /// In a plan everything is planned but problems and what its headings call a review.
    private static func planned(
        _ votes: KindVotes, in text: borrowing MatchingText, section: Choice?, lead: Choice?,
        at place: Place
    ) -> Choice {
        if let section {
            switch section.kind {
            case .problem, .advice: return section
            case .overview where section.quote.unicodeScalars.count >= 4: return section
            case .done where place.looksBack: return section
            default: break
            }
        }
        if let words = votes.problemWords, votes.problem * 2 > votes.total {
            return Choice(kind: .problem, rule: "wording", quote: text.quote(words))
        }
        if let lead, lead.kind != .done { return lead }
        return Choice(kind: .plan, rule: "plan", quote: "")
    }

    /// The kind that fills most of a paragraph, when it is not what was done. Under a heading that
    /// says 工作回顾 only problems can, and what the last paragraph intends.
    private static func decided(by votes: KindVotes, isOpen: Bool) -> (
        kind: Kind, words: Range<Int>
    )? {
        if let words = votes.problemWords, votes.problem * 2 > votes.total {
            return (.problem, words)
        }
        guard isOpen else { return nil }
        if let words = votes.adviceWords, votes.advice * 2 > votes.total { return (.advice, words) }
        if let words = votes.planWords, votes.plan > votes.done, votes.plan >= votes.problem {
            return (.plan, words)
        }
        if let words = votes.problemWords, votes.problem > votes.done { return (.problem, words) }
        return nil
    }
}
