import ReportModel

/// Who reports, from all that a report says about units (单位判定).
extension UnitSurvey {
    func decide(
        _ gazetteer: Gazetteer, in year: Int? = nil
    ) -> (unit: UnitTag, evidence: [Evidence]) {
        let pronoun = pronouns.values.max { ($0.count, $1.word) < ($1.count, $0.word) }
        let best = best(with: pronoun)
        if let best { return named(fuller(best), gazetteer, year) }
        if let pronoun {
            if let byline, rules.forms[byline.mention.form].type == rules.forms[pronoun.form].type {
                return named(byline, gazetteer, year)
            }
            return unnamed(pronoun, gazetteer, year)
        }
        return fallback()
    }

    /// The candidate with the highest score that agrees with the unit's word for itself.
    private func best(with pronoun: Pronoun?) -> Candidate? {
        var usable = candidates.values.filter { candidate in
            // A firm or a hospital that only acts in the text is rather visited.
            let acts =
                candidate.rule == "subject" && candidate.mention.isProper
                && rules.forms[candidate.mention.form].isProper
            return candidate.score >= Self.floor && !acts
        }
        if let pronoun, pronoun.count >= 2 {
            let form = rules.forms[pronoun.form]
            usable = usable.filter { candidate in
                if candidate.score >= Self.certain, candidate.rule == "title" { return true }
                let own = rules.forms[candidate.mention.form]
                // A department that signs is the writer, whatever it calls itself.
                if candidate.isSigned, own.type == form.type { return true }
                if candidate.mention.chain.isOwn, own.type != .governmentDepartment {
                    return true
                }
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
                if Self.names(candidate.mention.ending, pronoun.word) { return true }
                return own.type != .governmentDepartment && form.type == .other
            }
        }
        return usable.max {
            ($0.score, $1.line, $1.mention.name) < ($1.score, $0.line, $0.mention.name)
        }
    }

    /// The source that a page names, where it is the same unit with its place: 县关工委, 来源：洛桥县关工委.
    private func fuller(_ best: Candidate) -> Candidate {
        guard let byline, let inner = best.mention.chain.innermost, inner.form == .bare,
            byline.mention.ending == best.mention.ending,
            let named = byline.mention.chain.innermost, named.form == .named,
            named.levelWord == inner.levelWord
        else { return best }
        return byline
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

    /// 我委 is a 女职委, 本院 a 法院, whatever their sort.
    private static func names(_ ending: String, _ pronoun: String) -> Bool {
        guard let last = pronoun.unicodeScalars.last else { return false }
        return ending.unicodeScalars.contains(last)
    }

    private func named(
        _ best: Candidate, _ gazetteer: Gazetteer, _ year: Int?
    ) -> (UnitTag, [Evidence]) {
        let form = rules.forms[best.mention.form]
        var name = best.mention.name
        var level = best.mention.chain.level
        var notes: [Evidence] = []
        if level == .unknown, form.type == .school, name.contains("镇") || name.contains("乡") {
            level = .township
        }
        if form.type == .community { level = .village }
        // 团县委: its name has the level inside.
        if level == .unknown, form.isBare {
            level =
                name.unicodeScalars.lazy.compactMap { LevelVotes.level($0.value)?.0 }.first
                ?? .unknown
        }
        // 市妇女儿童医院: its name begins with the level.
        if level == .unknown, best.mention.isProper, let first = name.unicodeScalars.first {
            level = LevelVotes.level(first.value)?.0 ?? .unknown
        }
        // A team with a name of its own may belong to any level.
        let isTeam = best.mention.isProper && form.type == .other
        if level == .unknown, !isTeam, let vote = levels.best {
            level = vote.level
            if form.type == .governmentDepartment || form.short != nil { name = vote.word + name }
            notes.append(
                Evidence(
                    field: "admin_level", rule: "own-place", line: best.line, quote: vote.quote,
                    note: vote.level.rawValue))
        }
        if level == .unknown { level = Self.defaultLevel(form) }
        var region = region(of: best.mention.chain, gazetteer, year)
        if let inner = best.mention.chain.innermost, inner.form == .bare,
            let own = ownPlace(inner.levelWord)
        {
            // 县妇联 in the report of a county that the text names is that county's.
            name = own.name + best.mention.ending
            region = self.region(of: own.chain, gazetteer, year)
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

    private func unnamed(
        _ pronoun: Pronoun, _ gazetteer: Gazetteer, _ year: Int?
    ) -> (UnitTag, [Evidence]) {
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
                    region: region(of: own.chain, gazetteer, year)),
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

    private func region(
        of chain: PlaceChain, _ gazetteer: Gazetteer, _ year: Int?
    ) -> [String] {
        let named = chain.elements.filter { $0.form == .named }
        guard let inner = named.last else { return [] }
        guard let known = named.last(where: { !$0.places.isEmpty }) else {
            return named.map(\.name)
        }
        let paths = Gazetteer.valid(known.places, in: year).map { gazetteer.path(of: $0, in: year) }
        let outer = named.map(\.name).filter { $0 != known.name }
        let fitting = paths.filter { path in
            outer.allSatisfy { path.contains($0) || $0 == inner.name }
        }
        let path = Self.common(fitting) ?? [known.name]
        return known.name == inner.name ? path : path + [inner.name]
    }

    /// The one path of some, or their province and the place where only the city between changed.
    private static func common(_ paths: [[String]]) -> [String]? {
        guard let first = paths.first, let name = first.last else { return nil }
        if Set(paths).count == 1 { return first }
        guard first.count > 1, paths.allSatisfy({ $0.count > 1 && $0[0] == first[0] }) else {
            return nil
        }
        return [first[0], name]
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
