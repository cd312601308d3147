import ReportIndex
import ReportModel

/// How well one tag agrees with the labels (一致率).
package struct FieldScore: Sendable, Hashable {
    package let field: String
    /// Labels that name a value the tag should have.
    package internal(set) var due = 0
    /// Values given where there is a label.
    package internal(set) var given = 0
    /// Values given that can be defended.
    package internal(set) var right = 0
    /// Labels with a value whose tag was found.
    package internal(set) var found = 0
    /// Labels with a value where the tag gives none.
    package internal(set) var abstained = 0

    init(_ field: String) { self.field = field }

    /// right / given; `nil` when nothing is given.
    package var precision: Double? { given > 0 ? Double(right) / Double(given) : nil }
    /// found / due; `nil` when nothing is due.
    package var recall: Double? { due > 0 ? Double(found) / Double(due) : nil }
    /// The harmonic mean of precision and recall.
    package var f1: Double? {
        guard let precision, let recall, precision + recall > 0 else { return nil }
        return 2 * precision * recall / (precision + recall)
    }

    /// One label: the value is given or not, and right or not.
    mutating func count(isGiven: Bool, isRight: Bool) {
        due += 1
        if isGiven { given += 1 } else { abstained += 1 }
        if isGiven, isRight { right += 1 }
        if isRight { found += 1 }
    }
}

/// Tags compared with labels, field by field (标签评分).
package struct TagScore: Sendable {
    package internal(set) var split = FieldScore("split")
    package internal(set) var unit = FieldScore("unit")
    package internal(set) var unitType = FieldScore("unit_type")
    package internal(set) var adminLevel = FieldScore("admin_level")
    package internal(set) var yearStated = FieldScore("year_stated")
    package internal(set) var yearInferred = FieldScore("year_inferred")
    package internal(set) var headingLevel = FieldScore("heading_level")
    package internal(set) var kind = FieldScore("kind")
    package internal(set) var concernsYear = FieldScore("concerns_year")
    package internal(set) var topics = FieldScore("topics")
    /// Labelled lines that are no paragraph; titles and noise may be missing.
    package internal(set) var missing = 0
    /// What does not agree, a line each: place, field, given, judged.
    package internal(set) var disagreements: [String] = []

    package var fields: [FieldScore] {
        [
            split, unit, unitType, adminLevel, yearStated, yearInferred, headingLevel, kind,
            concernsYear, topics,
        ]
    }

    /// Files are the same when their names are; a paragraph is named by its line. O(reports + paragraphs).
    package init(_ labels: TagLabels, reports: [ReportSummary], passages: [Passage]) {
        let byFile = Dictionary(grouping: reports) { Self.name($0.path) }
        for label in labels.reports { compare(label, byFile[label.file] ?? []) }
        var byPlace: [String: Passage] = [:]
        for passage in passages {
            byPlace["\(Self.name(passage.report.path)):\(passage.line)"] = passage
        }
        for label in labels.paragraphs { compare(label, byPlace["\(label.file):\(label.line)"]) }
    }

    private static func name(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    // MARK: Reports

    private mutating func compare(_ label: ReportLabel, _ reports: [ReportSummary]) {
        let starts = Set([label.firstLine] + (label.firstLineOK ?? []))
        let place = "\(label.file):\(label.firstLine)"
        guard let report = reports.first(where: { starts.contains($0.firstLine) }) else {
            split.count(isGiven: false, isRight: false)
            for field in [\TagScore.unit, \.unitType, \.adminLevel] {
                self[keyPath: field].count(isGiven: false, isRight: false)
            }
            note(place, "split", "-", String(label.firstLine))
            return
        }
        split.count(isGiven: true, isRight: true)
        let names = Set(label.unitOK)
        let name = report.unit.name
        let isUnit =
            name.map {
                names.contains($0) || names.map(Self.unmasked).contains(Self.unmasked($0))
            } ?? names.contains("未知局")
        unit.count(isGiven: name != nil, isRight: isUnit)
        if !isUnit { note(place, "unit", name, label.unitOK.joined(separator: "/")) }
        let type = report.unit.type
        let types = label.unitTypeOK
        let isType = types.contains(type.rawValue) || types.contains(type.chineseName)
        unitType.count(isGiven: type != .other || isType, isRight: isType)
        if !isType { note(place, "unit_type", type.rawValue, types.joined(separator: "/")) }
        let level = report.unit.level
        let levels = label.adminLevelOK
        let isLevel = levels.contains(level.rawValue) || levels.contains(level.chineseName)
        adminLevel.count(isGiven: level != .unknown || isLevel, isRight: isLevel)
        if !isLevel { note(place, "admin_level", level.rawValue, levels.joined(separator: "/")) }
        compareYear(label, report.year, place)
    }

    /// A name without masks and blanks: XX区妇联 and 某区妇联 are 区妇联.
    private static func unmasked(_ name: String) -> String {
        let masks = "xX×*ＸＸ某 ".unicodeScalars
        return String(String.UnicodeScalarView(name.unicodeScalars.filter { !masks.contains($0) }))
    }

    private mutating func compareYear(_ label: ReportLabel, _ tag: YearTag, _ place: String) {
        let stated = Set(([label.yearStated] + (label.yearStatedOK ?? [])).compactMap(\.self))
        let isStated = tag.basis == .stated
        let isRight = isStated && tag.year.map(stated.contains) ?? false
        if isStated {
            yearStated.given += 1
            if isRight { yearStated.right += 1 }
        }
        if label.yearStated != nil {
            yearStated.due += 1
            if isRight { yearStated.found += 1 }
            if tag.basis == .none { yearStated.abstained += 1 }
        }
        if isStated != (label.yearStated != nil) || (isStated && !isRight) {
            note(
                place, "year_stated", isStated ? tag.year.map(String.init) : nil,
                label.yearStated.map(String.init) ?? "-")
        }
        let truth = label.yearInferred
        let judged = "\(truth.min)-\(truth.max)"
        if tag.basis == .inferred, let range = tag.range {
            yearInferred.given += 1
            let isSound =
                range.lowerBound <= truth.max && range.upperBound >= truth.min
                && tag.year.map { truth.min <= $0 && $0 <= truth.max } ?? true
            if isSound { yearInferred.right += 1 }
            if !isSound { note(place, "year_inferred", "\(range)", judged) }
        }
        guard truth.confidence == "high", label.yearStated == nil, truth.max - truth.min <= 2
        else { return }
        yearInferred.due += 1
        guard let range = tag.range else {
            yearInferred.abstained += 1
            return note(place, "year_inferred", nil, judged)
        }
        let isFound =
            range.count <= 3 && range.lowerBound <= truth.max && range.upperBound >= truth.min
        if isFound {
            yearInferred.found += 1
        } else {
            note(place, "year_inferred", "\(range)", judged)
        }
    }

    // MARK: Paragraphs

    private mutating func compare(_ label: ParagraphLabel, _ passage: Passage?) {
        let place = "\(label.file):\(label.line)"
        if label.role == Role.noise.chineseName || label.role == Role.noise.rawValue { return }
        let isTitle = label.role == Role.title.chineseName
        if passage == nil, !isTitle {
            missing += 1
            note(place, "line", nil, label.role)
        }
        let isBody = label.role == Role.body.chineseName
        if isBody || label.role == Role.heading.chineseName {
            let level = passage?.headingLevel
            let isRight = passage != nil && label.headingLevelOK.contains(level)
            headingLevel.count(isGiven: passage != nil, isRight: isRight)
            if !isRight {
                let judged = label.headingLevelOK.map { $0.map(String.init) ?? "-" }
                note(place, "heading_level", level.map(String.init), Self.list(judged))
            }
        }
        guard isBody else { return }
        let kind = passage?.kind
        let isKind =
            kind.map {
                label.kindOK.contains($0.chineseName) || label.kindOK.contains($0.rawValue)
            } ?? false
        self.kind.count(isGiven: isKind || kind ?? .other != .other, isRight: isKind)
        if !isKind { note(place, "kind", kind?.rawValue, Self.list(label.kindOK)) }
        compareTopics(label, passage, place)
        let years = label.years
        guard !years.isEmpty else { return }
        let year = passage?.concernsYear
        let isYear = year.map(years.contains) ?? false
        concernsYear.count(isGiven: year != nil, isRight: isYear)
        if !isYear {
            let judged = Self.list(years.sorted().map(String.init))
            note(place, "concerns_year", year.map(String.init), judged)
        }
    }

    private mutating func compareTopics(
        _ label: ParagraphLabel, _ passage: Passage?, _ place: String
    ) {
        let due = Set(label.topics)
        let allowed = due.union(label.topicsAlternative)
        let given = Set((passage?.topics ?? []).map(\.rawValue))
        topics.due += due.count
        topics.found += due.intersection(given).count
        // What may be said but need not is neither right nor wrong.
        topics.right += due.intersection(given).count
        topics.given += given.subtracting(allowed).count + due.intersection(given).count
        if !due.isEmpty, given.isEmpty { topics.abstained += 1 }
        if !due.isSubset(of: given) || !given.isSubset(of: allowed) {
            note(place, "topics", Self.list(given.sorted()), Self.list(due.sorted()))
        }
    }

    private static func list(_ names: [String]) -> String { names.joined(separator: "/") }

    private mutating func note(
        _ place: String, _ field: String, _ given: String?, _ judged: String
    ) {
        let word = wording("标注", "judged")
        disagreements.append("\(place) \(field): \(given ?? "-"), \(word) \(judged)")
    }
}
