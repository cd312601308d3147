import ReportModel

/// All that a report says about units, weighed (单位线索汇总).
struct UnitSurvey {
    /// A unit that may be the author.
    struct Candidate {
        var mention: UnitMention
        var score: Double
        var bodySubjects = 0.0
        var line: Int
        var quote: String
        var rule: String
        /// Whether the name stands in the signature.
        var isSigned = false
    }

    /// A pronoun (我局), how often it stands and where first.
    struct Pronoun {
        let word: String
        let form: Int
        var count: Double
        let line: Int
    }

    let rules: UnitRules
    var candidates: [String: Candidate] = [:]
    var pronouns: [String: Pronoun] = [:]
    var places: [String: (count: Double, chain: PlaceChain, line: Int)] = [:]
    var levels = LevelVotes()
    var cues: [Int: Set<Int>] = [:]
    /// The unit that a page names as its source.
    var byline: Candidate?
    var repliesToCommittee: (line: Int, quote: String)?

    init(_ rules: UnitRules) {
        self.rules = rules
    }

    mutating func add(
        _ mentions: [UnitMention], in text: borrowing MatchingText, line: Int,
        place: ReportLines.Place
    ) {
        for mention in mentions {
            let mention = mention.isProper ? mention.written(in: text) : mention
            let form = rules.forms[mention.form]
            notePlace(mention, line: line, weight: place == .body ? 1 : 2)
            if form.type == .womenChildrenCommittee, mention.part == .other, place == .opening,
                repliesToCommittee == nil
            {
                repliesToCommittee = (line, text.quote(mention.range))
            }
            let isFirst = place == .opening && candidates.isEmpty && mention.part == .subject
            // 我县妇联 speaks of itself wherever it stands.
            let isOwn = mention.chain.isOwn && form.type != .governmentDepartment
            let gain =
                Self.gain(isOwn ? .subject : mention.part, place) + (isFirst ? 2 : 0)
                + (isOwn ? 2 : 0)
            guard gain > 0 else { continue }
            if form.place != nil, place == .body || mention.part == .plain, place != .title {
                continue
            }
            let isNew = candidates[mention.name] == nil
            var candidate =
                candidates[mention.name]
                ?? Candidate(
                    mention: mention, score: 0, line: line,
                    quote: text.quote(mention.range, context: 6), rule: Self.rule(place))
            if place == .body {
                let room = max(0, 4 - candidate.bodySubjects)
                candidate.bodySubjects += min(gain, room)
                candidate.score += min(gain, room)
            } else {
                if isNew || candidate.score < gain {
                    candidate.line = line
                    candidate.quote = text.quote(mention.range, context: 6)
                    candidate.rule = Self.rule(place)
                }
                candidate.score += gain
                if place == .signature { candidate.isSigned = true }
            }
            candidates[mention.name] = candidate
        }
        levels.read(text.scalars, isOpening: place == .opening)
        for match in rules.functionCues.matches(in: text.scalars) {
            cues[rules.functionOfCue[match.term], default: []].insert(match.term)
        }
    }

    /// Keeps the unit that a line around the report names as its source: 来源：某某局.
    mutating func addByline(_ mentions: [UnitMention], in text: borrowing MatchingText, line: Int) {
        guard byline == nil else { return }
        let named = mentions.first { mention in
            let before = text.scalars[..<mention.range.lowerBound]
            return before.last == 0x3A
                && rules.bylines.contains { before.dropLast().suffix($0.count) == $0[...] }
        }
        guard let named, named.chain.isNamed || named.isProper else { return }
        byline = Candidate(
            mention: named, score: 0, line: line, quote: text.quote(named.range, context: 4),
            rule: "byline")
    }

    private mutating func notePlace(_ mention: UnitMention, line: Int, weight: Double) {
        for element in mention.chain.elements where element.form == .named {
            let known = places[element.name]
            places[element.name] = (
                (known?.count ?? 0) + weight, known?.chain ?? mention.chain, known?.line ?? line
            )
        }
    }

    private static func gain(_ part: UnitMention.Part, _ place: ReportLines.Place) -> Double {
        switch (place, part) {
        case (.title, .other): 0
        case (.title, _): 12
        case (.signature, .other): 0
        case (.signature, _): 9
        case (.opening, .subject): 6
        case (.opening, .plain): 1
        case (.body, .subject): 1
        case (.body, .plain): 0.2
        default: 0
        }
    }

    private static func rule(_ place: ReportLines.Place) -> String {
        switch place {
        case .title: "title"
        case .signature: "signature"
        case .opening: "opening"
        default: "subject"
        }
    }

    mutating func addPronouns(
        in text: borrowing MatchingText, besides mentions: [UnitMention], line: Int,
        isOpening: Bool
    ) {
        for match in rules.pronouns.longestMatches(in: text.scalars)
        // 我镇妇联 is no town.
        where !mentions.contains(where: { $0.range.overlaps(match.range) }) {
            let (word, form) = rules.pronounForms[match.term]
            let weight = isOpening ? 2.0 : 1.0
            pronouns[word, default: Pronoun(word: word, form: form, count: 0, line: line)].count +=
                weight
        }
    }

    /// Merges names said without their place into the same unit's name with it: 妇联 into 区妇联.
    mutating func finish() {
        for (name, bare) in candidates where bare.mention.chain.elements.isEmpty {
            let fuller = candidates.filter {
                $0.value.mention.ending == bare.mention.ending
                    && !$0.value.mention.chain.elements.isEmpty && $0.value.score >= 1
            }.max { ($0.value.score, $1.key) < ($1.value.score, $0.key) }
            guard let fuller else { continue }
            candidates[fuller.key]?.score += bare.score
            candidates[name] = nil
        }
        // 潭尾镇 is 潭尾镇人民政府 where that is written.
        for (name, place) in candidates where place.mention.ending.isEmpty {
            let fuller = candidates.first {
                $0.key != name && $0.value.mention.form == place.mention.form
                    && $0.value.mention.chain.innermost == place.mention.chain.innermost
            }
            guard let fuller else { continue }
            candidates[fuller.key]?.score += place.score
            candidates[name] = nil
        }
        // 县妇联 is the county's of that name when only one such federation is an author's candidate.
        for (name, bare) in candidates where bare.mention.chain.innermost?.form == .bare {
            let named = candidates.filter { other in
                let inner = other.value.mention.chain.innermost
                return other.value.mention.ending == bare.mention.ending && inner?.form == .named
                    && inner?.levelWord == bare.mention.chain.innermost?.levelWord
            }
            guard named.count == 1, let full = named.first else { continue }
            candidates[full.key]?.score += bare.score
            candidates[name] = nil
        }
        // XX区妇联 and 区妇联 are one unit of the report.
        for (name, masked) in candidates where name.hasPrefix("XX") {
            let bare = String(name.dropFirst(2))
            guard candidates[bare] != nil else { continue }
            candidates[bare]?.score += masked.score
            candidates[bare]?.line = masked.line
            candidates[bare]?.quote = masked.quote
            candidates[name] = nil
        }
    }
}
