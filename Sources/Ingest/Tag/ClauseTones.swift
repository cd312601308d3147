import ReportModel
import Segmentation
import Vocabulary

/// Tells plans and shortcomings by the sound of their clauses where no word names them (语气):
/// 托管班再添一个，年内开起来; 场地没谈下来，来的人少. Only the end of a report is judged so.
struct ClauseTones: Sendable {
    private let lists: [String: [[UInt32]]]

    /// - Throws: `ReportError` when a `kinds.yml` cannot be read.
    init() throws(ReportError) {
        var lists: [String: [[UInt32]]] = [:]
        for row in try VocabularyFile.rows("kinds.yml", as: Row.self) {
            guard let tone = row.tone else { continue }
            lists[tone, default: []] += (row.words ?? []).map(foldedScalars)
        }
        self.lists = lists
    }

    /// Plan or problem, and the words that show it first; `nil` when neither fills half of the clauses.
    ///
    /// A plan has no word for what is past. O(characters · words).
    func kind(of text: [UInt32]) -> (kind: Kind, words: Range<Int>)? {
        var clauses = 0
        var future = 0
        var lacking = 0
        var past = 0
        var opens: Kind?
        var first: [Kind: Range<Int>] = [:]
        var start = 0
        while start < text.count {
            var end = start
            while end < text.count, !text[end].endsClause { end += 1 }
            let clause = start..<end
            start = end + 1
            guard clause.count >= 3 else { continue }
            clauses += 1
            if find("past", in: clause, of: text) != nil {
                past += 1
                if first[.done] == nil { first[.done] = clause }
            }
            if let words = find("lacking", in: clause, of: text)
                ?? ending("lacking-end", clause, text)
            {
                lacking += 1
                if first[.problem] == nil { first[.problem] = words }
                if clauses == 1 { opens = .problem }
            } else if let words = find("outcome", in: clause, of: text)
                ?? find("modal", in: clause.prefix(Self.reach), of: text)
            {
                future += 1
                if first[.plan] == nil { first[.plan] = words }
                if clauses == 1 { opens = .plan }
            } else if find("when", in: clause, of: text) != nil {
                // 上半年 alone shows nothing; beside what is intended it does.
                future += 1
            }
        }
        if lacking * 2 >= clauses, lacking > future, lacking > past, let words = first[.problem] {
            return (.problem, words)
        }
        if first[.done] == nil, future * 2 >= clauses || opens == .plan, future >= lacking,
            let words = first[.plan]
        {
            return (.plan, words)
        }
        return nil
    }

    /// Whether nothing in a text tells of what is past or wanting: behind shortcomings that is a plan.
    func isOpen(_ text: [UInt32]) -> Bool {
        find("past", in: text.indices, of: text) == nil
            && find("lacking", in: text.indices, of: text) == nil
            && find("told", in: text.indices, of: text) == nil
    }

    /// Whether a word in a range tells of what is past: 了, 已.
    func tellsPast(_ range: Range<Int>, of text: [UInt32]) -> Bool {
        find("past", in: range, of: text) != nil
    }

    /// Whether a short heading tells of what is unfinished without a word for problems: 没办利索的.
    func isUnfinished(_ heading: [UInt32]) -> Bool {
        guard heading.count <= Self.longestHeading, let ends = lists["unfinished-end"],
            ends.contains(where: { heading.suffix($0.count) == $0[...] })
        else { return false }
        return find("unfinished", in: heading.indices, of: heading) != nil
    }

    /// What one asks of others: 考虑, 支持.
    func asks(_ clause: ArraySlice<UInt32>) -> Bool {
        (lists["asked"] ?? []).contains { word in
            clause.indices.contains { clause[$0...].starts(with: word) }
        }
    }

    /// Whether a word of some tone ends right before a place.
    func has(_ tone: String, before place: Int, in text: [UInt32]) -> Bool {
        (lists[tone] ?? []).contains { text[..<place].suffix($0.count) == $0[...] }
    }

    /// Whether a word of some tone begins at a place.
    func has(_ tone: String, at place: Int, in text: [UInt32]) -> Bool {
        (lists[tone] ?? []).contains { text[place...].starts(with: $0) }
    }

    /// A word of a tone that ends a clause: 来的人少.
    private func ending(_ tone: String, _ clause: Range<Int>, _ text: [UInt32]) -> Range<Int>? {
        let harmless = lists["not-lacking"] ?? []
        guard !harmless.contains(where: { text[clause].suffix($0.count) == $0[...] }) else {
            return nil
        }
        return (lists[tone] ?? []).first { text[clause].suffix($0.count) == $0[...] }
            .map { clause.upperBound - $0.count..<clause.upperBound }
    }

    /// The first word of a tone in a range that no harmless longer word holds.
    private func find(_ tone: String, in range: Range<Int>, of text: [UInt32]) -> Range<Int>? {
        guard let words = lists[tone] else { return nil }
        let harmless = lists["not-" + tone] ?? []
        for place in range {
            for word in words where text[place...].starts(with: word) {
                let found = place..<place + word.count
                let isHarmless = harmless.contains { longer in
                    longer.count > found.count
                        && (max(0, found.upperBound - longer.count)...place).contains {
                            text[$0...].starts(with: longer)
                        }
                }
                if !isHarmless { return found }
            }
        }
        return nil
    }

    /// How far from a clause's beginning a word of intention stands.
    private static let reach = 8
    private static let longestHeading = 14

    private struct Row: Decodable {
        let tone: String?
        let words: [String]?
    }
}

/// Words that give a sentence's kind only where they lead it (句首词): 问题也不少：, 过了年，, 请县里考虑.
extension ParagraphScan {
    static func leads(
        _ kind: Kind, _ words: Range<Int>, in text: [UInt32], _ tones: ClauseTones
    ) -> Bool {
        var start = words.lowerBound
        while start > 0, words.lowerBound - start <= 10, !text[start - 1].endsSentence {
            start -= 1
        }
        let before = words.lowerBound - start
        switch kind {
        case .problem:
            guard before <= 8, !tones.has("mender", before: words.lowerBound, in: text),
                !tones.has("concession", at: start, in: text)
            else { return false }
            return words.upperBound == text.count
                || tones.has("goes-on", at: words.upperBound, in: text)
        case .plan:
            // 开春的时候…来学的有87个，都拿了证: what was done then.
            let end =
                text[words.upperBound...].firstIndex(where: \.endsSentence) ?? text.count
            return before <= 2 && !tones.tellsPast(words.upperBound..<end, of: text)
        case .advice:
            guard before <= 3 || text[words.lowerBound - 1].endsClause else { return false }
            let clause = text[words.upperBound...].prefix { !$0.endsClause }
            return tones.has("asked-of", at: words.upperBound, in: text) && tones.asks(clause)
                && !clause.contains(0x4E86)  // 了: it came
        default: return false
        }
    }

    /// Whether what follows lists: 问题也不少：有的…, 不足有三，一是….
    static func announces(_ end: Int, in text: [UInt32]) -> Bool {
        let sentence = text[end...].prefix { !$0.endsSentence }
        return sentence.contains(0x3A)
            || sentence.indices.contains {
                Ordinal.chinese(text[$0]) != nil && $0 + 1 < text.count && text[$0 + 1] == 0x662F
            }
    }
}
