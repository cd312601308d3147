import ReportModel

/// All that a report says about units, weighed (单位线索汇总).
struct UnitSurvey {
    /// A unit that may be the author.
    private struct Candidate {
        var mention: UnitMention
        var score: Double
        var bodySubjects = 0.0
        var line: Int
        var quote: String
        var rule: String
    }

    /// A pronoun (我局), how often it stands and where first.
    private struct Pronoun {
        let word: String
        let form: Int
        var count: Double
        let line: Int
    }

    private let rules: UnitRules
    private var candidates: [String: Candidate] = [:]
    private var pronouns: [String: Pronoun] = [:]
    private var places: [String: (count: Double, chain: PlaceChain, line: Int)] = [:]
    private var levels = LevelVotes()
    private var cues: [Int: Set<Int>] = [:]
    private var repliesToCommittee: (line: Int, quote: String)?

    init(_ rules: UnitRules) {
        self.rules = rules
    }

    // MARK: Collecting

    mutating func add(
        _ mentions: [UnitMention], in text: borrowing MatchingText, line: Int,
        place: ReportLines.Place
    ) {
        for mention in mentions {
            let form = rules.forms[mention.form]
            notePlace(mention, line: line, weight: place == .body ? 1 : 2)
            if form.type == .womenChildrenCommittee, mention.part == .other, place == .opening,
                repliesToCommittee == nil
            {
                repliesToCommittee = (line, text.quote(mention.range))
            }
            let isFirst = place == .opening && candidates.isEmpty && mention.part == .subject
            let gain = Self.gain(mention.part, place) + (isFirst ? 2 : 0)
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
            }
            candidates[mention.name] = candidate
        }
        levels.read(text.scalars, isOpening: place == .opening)
        for match in rules.functionCues.matches(in: text.scalars) {
            cues[rules.functionOfCue[match.term], default: []].insert(match.term)
        }
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

    mutating func addPronouns(in text: borrowing MatchingText, line: Int, isOpening: Bool) {
        for match in rules.pronouns.longestMatches(in: text.scalars) {
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

    // MARK: Deciding

    func decide(_ gazetteer: Gazetteer) -> (unit: UnitTag, evidence: [Evidence]) {
        let pronoun = pronouns.values.max { ($0.count, $1.word) < ($1.count, $0.word) }
        let best = best(with: pronoun)
        if let best { return named(best, gazetteer) }
        if let pronoun { return unnamed(pronoun, gazetteer) }
        return fallback()
    }

    /// The candidate with the highest score that agrees with the unit's word for itself.
    private func best(with pronoun: Pronoun?) -> Candidate? {
        var usable = Array(candidates.values.filter { $0.score >= Self.floor })
        if let pronoun, pronoun.count >= 2 {
            let form = rules.forms[pronoun.form]
            usable = usable.filter { candidate in
                if candidate.score >= Self.certain, candidate.rule == "title" { return true }
                let own = rules.forms[candidate.mention.form]
                if form.place != nil {
                    return own.place == form.place
                        || (candidate.mention.chain.innermost.map {
                            Self.isSame($0.levelWord, form.place)
                        }
                            ?? false)
                }
                if own.type == form.type {
                    return Self.agrees(candidate.mention.ending, pronoun.word)
                }
                return own.type != .governmentDepartment && form.type == .other
            }
        }
        return usable.max {
            ($0.score, $1.line, $1.mention.name) < ($1.score, $0.line, $0.mention.name)
        }
    }

    private static func isSame(_ level: String, _ place: String?) -> Bool {
        level == place || (level == "街道办事处" && place == "街道")
    }

    /// 我局 is a 局, 我所 is a 所.
    private static func agrees(_ ending: String, _ pronoun: String) -> Bool {
        guard let last = pronoun.unicodeScalars.last else { return true }
        if ["门", "校", "园", "心"].contains(String(last)) { return true }
        return ending.unicodeScalars.contains(last)
    }

    private func named(_ best: Candidate, _ gazetteer: Gazetteer) -> (UnitTag, [Evidence]) {
        let form = rules.forms[best.mention.form]
        var name = best.mention.name
        var level = best.mention.chain.level
        var notes: [Evidence] = []
        if level == .unknown, form.type == .school, name.contains("镇") || name.contains("乡") {
            level = .township
        }
        if level == .unknown, let vote = levels.best {
            level = vote.level
            if form.type == .governmentDepartment || form.short != nil { name = vote.word + name }
            notes.append(
                Evidence(
                    field: "admin_level", rule: "own-place", line: best.line, quote: vote.quote,
                    note: vote.level.rawValue))
        }
        if level == .unknown { level = Self.defaultLevel(form) }
        var region = region(of: best.mention.chain, gazetteer)
        if let inner = best.mention.chain.innermost, inner.form == .bare,
            let own = ownPlace(inner.levelWord)
        {
            // 县妇联 in the report of a county that the text names is that county's.
            name = own.name + best.mention.ending
            region = self.region(of: own.chain, gazetteer)
            notes.append(
                Evidence(
                    field: "region", rule: "own-place", line: own.line, quote: own.name,
                    note: name))
        }
        func evidence(_ field: String, _ note: String) -> Evidence {
            Evidence(field: field, rule: best.rule, line: best.line, quote: best.quote, note: note)
        }
        var own = [evidence("unit", name), evidence("unit_type", form.type.rawValue)]
        if level != .unknown, !notes.contains(where: { $0.field == "admin_level" }) {
            own.append(evidence("admin_level", level.rawValue))
        }
        if !region.isEmpty, !notes.contains(where: { $0.field == "region" }) {
            own.append(evidence("region", region.joined(separator: " ")))
        }
        return (UnitTag(name: name, type: form.type, level: level, region: region), own + notes)
    }

    private func unnamed(_ pronoun: Pronoun, _ gazetteer: Gazetteer) -> (UnitTag, [Evidence]) {
        let form = rules.forms[pronoun.form]
        let said = Evidence(
            field: "unit_type", rule: "self-reference", line: pronoun.line, quote: pronoun.word,
            note: form.type.rawValue)
        func level(_ level: AdminLevel) -> [Evidence] {
            guard level != .unknown else { return [] }
            let quote = form.place == nil ? levels.best?.quote : nil
            return [
                Evidence(
                    field: "admin_level", rule: "own-place", line: pronoun.line,
                    quote: quote ?? pronoun.word, note: level.rawValue)
            ]
        }
        if let place = form.place, let own = ownPlace(place) {
            let evidence = Evidence(
                field: "unit", rule: "own-place", line: own.line, quote: own.name, note: own.name)
            return (
                UnitTag(
                    name: own.name, type: form.type, level: Self.defaultLevel(form),
                    region: region(of: own.chain, gazetteer)),
                [said, evidence] + level(Self.defaultLevel(form))
            )
        }
        var ownLevel = Self.defaultLevel(form)
        if ownLevel == .unknown { ownLevel = levels.best?.level ?? .unknown }
        if form.type == .school, let small = levels.smallest { ownLevel = small }
        if let function = function(of: pronoun) {
            let prefix = ownPlace("街道")?.name ?? levels.best?.word ?? ""
            let isLocal = function.department.hasSuffix("所")
            let evidence = Evidence(
                field: "unit", rule: "function", line: pronoun.line, quote: function.cue,
                note: function.department)
            return (
                UnitTag(
                    name: (isLocal ? prefix : levels.best?.word ?? "") + function.department,
                    type: form.type, level: isLocal ? .township : ownLevel),
                [said, evidence] + level(isLocal ? .township : ownLevel)
            )
        }
        return (
            UnitTag(name: form.unnamed, type: form.type, level: ownLevel), [said] + level(ownLevel)
        )
    }

    private func fallback() -> (UnitTag, [Evidence]) {
        guard let vote = levels.bestOwn else { return (UnitTag(), []) }
        let level = Evidence(
            field: "admin_level", rule: "own-place", line: repliesToCommittee?.line ?? 0,
            quote: vote.quote, note: vote.level.rawValue)
        guard let notice = repliesToCommittee else {
            return (UnitTag(level: vote.level), [level])
        }
        return (
            UnitTag(type: .governmentDepartment, level: vote.level),
            [
                Evidence(
                    field: "unit_type", rule: "reply-to-committee", line: notice.line,
                    quote: notice.quote, note: UnitType.governmentDepartment.rawValue), level,
            ]
        )
    }

    /// The place of that sort the report names most.
    private func ownPlace(_ word: String) -> (name: String, chain: PlaceChain, line: Int)? {
        let named = places.filter { $0.key.hasSuffix(word) && $0.key != word }
            .sorted { ($0.value.count, $1.key) > ($1.value.count, $0.key) }
        guard let own = named.first, own.value.count >= 2,
            named.count < 2 || own.value.count >= 2 * named[1].value.count
        else { return nil }
        return Optional(own).map { ($0.key, $0.value.chain, $0.value.line) }
    }

    /// The department whose work the text describes as its own: two different cues, the first of
    /// the list that has most.
    private func function(of pronoun: Pronoun) -> (department: String, cue: String)? {
        var best: (department: String, cue: String, count: Int)?
        for (index, function) in rules.functions.enumerated()
        where function.pronouns.contains(pronoun.word) {
            let found = cues[index] ?? []
            guard found.count >= 2, found.count > best?.count ?? 0 else { continue }
            let words = rules.functions.flatMap(\.cues)
            best = (
                function.department, found.sorted().map { words[$0] }.joined(separator: "、"),
                found.count
            )
        }
        return best.map { ($0.department, $0.cue) }
    }

    private func region(of chain: PlaceChain, _ gazetteer: Gazetteer) -> [String] {
        let named = chain.elements.filter { $0.form == .named }
        guard let inner = named.last else { return [] }
        guard let known = named.last(where: { !$0.places.isEmpty }) else { return [inner.name] }
        let paths = known.places.map { gazetteer.path(of: $0) }
        let outer = named.map(\.name).filter { $0 != known.name }
        let fitting = paths.filter { path in
            outer.allSatisfy { path.contains($0) || $0 == inner.name }
        }
        let path = Set(fitting).count == 1 ? fitting[0] : [known.name]
        return known.name == inner.name ? path : path + [inner.name]
    }

    private static func defaultLevel(_ form: UnitRules.Form) -> AdminLevel {
        switch form.type {
        case .subdistrict, .township: .township
        case .community: .village
        default: .unknown
        }
    }

    /// A score below which no name is the author's: one subject in the opening, or several later.
    private static let floor = 2.0
    private static let certain = 12.0
}
