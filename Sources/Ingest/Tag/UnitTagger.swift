import ReportModel
import Vocabulary

/// Decides who reports (单位判定): names in the title, the opening and the signature and the words a
/// unit uses for itself, against the superiors, partners and visited units of the same text.
struct UnitTagger: Sendable {
    let rules: UnitRules
    let gazetteer: Gazetteer

    /// - Throws: `ReportError` naming the file that cannot be used.
    init() throws(ReportError) {
        rules = try UnitRules()
        gazetteer = try Gazetteer()
    }

    /// What a report says about units. Looks at no more than `lineLimit` paragraphs.
    func survey(_ report: Report, lines: ReportLines) -> UnitSurvey {
        var survey = UnitSurvey(rules)
        let reader = UnitReader(rules: rules, gazetteer: gazetteer)
        var text = MatchingText()
        var bodies = 0
        for (index, paragraph) in report.paragraphs.prefix(Self.lineLimit).enumerated() {
            if paragraph.role == .noise {
                guard index < Self.bylineLimit, paragraph.text.utf8.count <= 300 else { continue }
                text.load(paragraph.text)
                survey.addByline(
                    reader.mentions(in: text.scalars), in: text, line: paragraph.line)
                continue
            }
            text.load(paragraph.text)
            let place = lines.place(of: paragraph, bodies: bodies)
            if paragraph.role == .body { bodies += 1 }
            if place == .publisherTitle { continue }
            if bodies <= 3, paragraph.role == .body, Self.isAddressee(text.scalars) { continue }
            let mentions = reader.mentions(in: text.scalars)
            survey.add(mentions, in: text, line: paragraph.line, place: place)
            survey.addPronouns(
                in: text, besides: mentions, line: paragraph.line, isOpening: bodies <= 2)
        }
        survey.finish()
        return survey
    }

    /// 市妇联、县委办公室：, but not 现汇报如下：
    private static func isAddressee(_ text: [UInt32]) -> Bool {
        guard text.last == 0x3A, text.count <= 40 else { return false }
        return !text.dropLast().contains { $0.endsSentence || $0 == 0x3A }
            && !text.contains(below)
    }

    private static let below: UInt32 = 0x4E0B  // 下

    /// Whether a headline names a unit by its own name, not only 县妇联: then it is the report's own.
    func names(_ headline: String) -> Bool {
        let words = foldedScalars(headline)
        // What stands behind 材料三 and 附件2 is the report's own title.
        let isLabelled = words.indices.prefix(3).contains { place in
            rules.labels.contains { words[place...].starts(with: $0) }
        }
        return UnitReader(rules: rules, gazetteer: gazetteer).mentions(in: words)
            .contains { $0.chain.isNamed || $0.isProper || isLabelled }
    }

    /// The last year in which the unit's county or city bore its name; `nil` while it does.
    func lastYear(of unit: UnitTag) -> Int? {
        guard let place = unit.region.last else { return nil }
        let places = gazetteer.places(named: foldedScalars(place)[...])
        guard places.count == 1, let only = places.first else { return nil }
        return only.to
    }

    /// Paragraphs looked at: units are named early; long reports name many others later.
    static let lineLimit = 120
    private static let bylineLimit = 8
}

/// Where in a report a line stands, as far as names of units go (位置).
struct ReportLines {
    enum Place { case publisherTitle, title, opening, body, signature }

    /// The line of a compiler's headline; its words are not the unit's.
    let publisherTitleLine: Int?
    /// The lines that are the report's own title.
    let titleLines: Set<Int>

    init(_ report: Report, isPart: Bool, rules: UnitRules) {
        var titles: Set<Int> = []
        publisherTitleLine = isPart ? report.firstLine : nil
        var text = MatchingText()
        for paragraph in report.paragraphs.lazy.filter({ $0.role != .noise }).prefix(4) {
            if paragraph.line == publisherTitleLine || paragraph.role == .signature { continue }
            text.load(paragraph.text)
            let isTitle =
                paragraph.role == .title
                || (text.scalars.count <= 40
                    && !text.scalars.contains(where: \.endsSentence)
                    && rules.titleWords.contains { text.scalars.suffix($0.count) == $0[...] })
            guard isTitle else { break }
            titles.insert(paragraph.line)
        }
        titleLines = titles
    }

    func place(of paragraph: Paragraph, bodies: Int) -> Place {
        if paragraph.line == publisherTitleLine { return .publisherTitle }
        if titleLines.contains(paragraph.line) { return .title }
        if paragraph.role == .signature { return .signature }
        let isFirst = bodies == 0 || bodies < 3 && paragraph.headings.isEmpty
        return paragraph.role == .body && isFirst ? .opening : .body
    }
}
