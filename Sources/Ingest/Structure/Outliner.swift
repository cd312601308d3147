import Documents
import ReportModel

/// Gives every line of a report its role and its headings (结构分析).
///
/// Headings form a tree by the rank of their numbers; Markdown and style headings stand above numbers
/// where both are used. A heading glued to its paragraph counts as a heading of what follows.
package struct Outliner: Sendable {
    private let words: StructureWords

    package init(words: StructureWords) {
        self.words = words
    }

    /// - Complexity: O(bytes).
    package func outline(_ draft: ReportDraft, of document: CleanedDocument) -> Report {
        var outline = Outline(draft, document, words: words)
        outline.markTitle()
        outline.markSignature()
        outline.markHeadings()
        return outline.report()
    }
}

/// One report on its way to structure.
struct Outline {
    let draft: ReportDraft
    let document: CleanedDocument
    let words: StructureWords
    let form: LineForm
    let shapes: [LineShape]
    var paragraphs: [Paragraph]
    /// Indices of the lines that are no noise.
    let content: [Int]
    /// How many of `content` belong to the title.
    var titleCount = 0
    /// How many of `content` come before the signature.
    var bodyEnd: Int
    private var titleText: String?
    /// The ranks of the headings that are open, outermost first, and their words.
    var ranks: [Int] = []
    var path: [String] = []
    /// The value of the last heading of each form that may still go on, by its rank.
    var lastValues: [Int: Int] = [:]
    /// The rank that headings without a number turned out to have in this report.
    var unnumberedRank: Int?
    /// The rank of what a table's rows stand under, and whether that is the table's own title.
    var tableRank: Int?
    var isTableTitle = false
    /// Words with which more than one paragraph begins: mostly who did it.
    let subjects: Subjects
    /// Whether short lines without a stop stand between paragraphs all through the report: 学, 明年,
    /// 强班子　夯根基, 组织领导：. Then they are its headings.
    private(set) var hasPlainHeadings = false
    /// Whether questions or slogans stand above its paragraphs.
    private(set) var hasSlogans = false
    /// Whether paragraphs without numbers open with their headings: 强化维权，保障权益：….
    private(set) var hasColonLeads = false
    /// Whether the innermost heading is what an item behind ● begins with.
    var isItemOpen = false
    /// Whether headings are labels in brackets: 【镜头一】.
    private(set) var hasBracketHeadings = false

    init(_ draft: ReportDraft, _ document: CleanedDocument, words: StructureWords) {
        self.draft = draft
        self.document = document
        self.words = words
        form = LineForm(words: words)
        var shapes = draft.lines.map { LineShape($0.text, markup: $0.markup, words: words) }
        Self.raiseOrdinals(&shapes, draft.lines)
        Self.raiseFigures(&shapes, draft.lines)
        Self.raiseMarks(&shapes, draft.lines)
        paragraphs = draft.lines.map { Self.paragraph($0) }
        self.shapes = shapes
        content = draft.lines.indices.filter { !draft.lines[$0].isNoise }
        bodyEnd = content.count
        subjects = Subjects(shapes, at: content, words: words)
        let recurring = content.indices.filter { isBetweenSentences($0) }
        hasPlainHeadings = recurring.count >= 3
        hasSlogans = content.indices.count { isSlogan($0) } >= 3
        hasColonLeads = content.count { colonLead(shapes[$0]) != nil } >= 3
        hasBracketHeadings = content.count { isBracketed(shapes[$0]) } >= 3
    }

    /// Whether a short line without a stop inside stands between sentences.
    func isBetweenSentences(_ place: Int) -> Bool {
        guard place > 0, place + 1 < content.count else { return false }
        let (above, line, below) = (
            shapes[content[place - 1]], shapes[content[place]], shapes[content[place + 1]]
        )
        guard (1...12).contains(line.length), line.numbering == nil, !line.endsSentence,
            draft.lines[content[place]].markup == .none, below.endsSentence,
            below.length >= 15, below.length > 2 * line.length,
            above.endsSentence || place <= titleCount + 1 || isRow(place - 1)
        else { return false }
        // The one who is written to is no heading: 县妇儿工委：
        if line.endsColon, words.addresses.stand(in: line.bytes, at: 0) { return false }
        if place <= 3, line.endsColon, words.unitEnds.end(line.bytes[..<line.end]),
            !words.sectionHeadings.stand(in: line.bytes, at: 0)
        {
            return false
        }
        let text = String(decoding: line.bytes[..<line.end], as: UTF8.self)
        return form.isPlain(line, text, limit: 12) && (!form.isDate(text) || form.isYear(text))
            && !form.isDay(text)
    }

    /// 第一、第二、 stand above 一、 where they come first and are short: then they are its chapters.
    private static func raiseOrdinals(_ shapes: inout [LineShape], _ lines: [CleanedLine]) {
        let first = shapes.indices.first {
            !lines[$0].isNoise
                && (shapes[$0].numbering?.level == 1 || shapes[$0].isOrdinal)
        }
        guard let first, shapes[first].isOrdinal, shapes[first].numbering?.value == 1,
            !shapes[first].endsSentence, shapes[first].isSingle, shapes[first].length <= 30
        else { return }
        for index in shapes.indices where shapes[index].isOrdinal {
            shapes[index].numbering?.rank = Numbering.chapterRank
        }
    }

    /// 1. stands over 1.1 where both are used and nothing is numbered 一、 or （一）.
    private static func raiseFigures(_ shapes: inout [LineShape], _ lines: [CleanedLine]) {
        let ranks = Set(
            shapes.indices.compactMap { lines[$0].isNoise ? nil : shapes[$0].numbering?.rank })
        guard ranks.contains(122), ranks.contains(130), ranks.isDisjoint(with: [110, 120]) else {
            return
        }
        for index in shapes.indices where shapes[index].numbering?.rank == 130 {
            shapes[index].numbering?.rank = Numbering.spacedRank
        }
    }

    /// ▲ stands over numbers that begin again right below it.
    private static func raiseMarks(_ shapes: inout [LineShape], _ lines: [CleanedLine]) {
        let content = shapes.indices.filter { !lines[$0].isNoise }
        let isOver = zip(content, content.dropFirst()).contains { above, below in
            guard let mark = shapes[above].numbering, mark.rank == Numbering.bulletRank,
                let number = shapes[below].numbering
            else { return false }
            return shapes[above].isSingle && !shapes[above].endsSentence && number.value == 1
                && number.rank > Numbering.markRank && number.rank < Numbering.bulletRank
        }
        guard isOver else { return }
        for index in content where shapes[index].numbering?.rank == Numbering.bulletRank {
            shapes[index].numbering?.rank = Numbering.markRank
        }
    }

    private static func paragraph(_ line: CleanedLine, role: Role? = nil) -> Paragraph {
        var paragraph = Paragraph(
            line: line.line, byteOffset: line.byteOffset, locator: line.locator, text: line.text,
            raw: line.raw, role: role ?? (line.isNoise ? .noise : .body))
        paragraph.lastLine = line.lastLine
        if line.text.utf8.contains(0x09) {
            paragraph.cellsBefore = line.indent.utf8.count { $0 == 0x09 }
        }
        return paragraph
    }

    /// The headline and the lines under it.
    mutating func markTitle() {
        guard let first = content.first else { return }
        if isTitleLine(first) {
            titleCount = 1
            titleText = draft.isTitled ? shapes[first].words : draft.lines[first].text
        }
        var best = titleCount == 1 && form.isTitle(shapes[first])
        while titleCount < min(content.count - 1, 8) {
            let index = content[titleCount]
            guard isUnderTitle(index) || isUnderUnit(index) || isOverSubtitle(titleCount) else {
                break
            }
            // A headline that names the kind of paper is better than a motto or an office.
            if !best, form.isTitle(shapes[index]), !form.isDate(draft.lines[index].text) {
                let text = draft.lines[index].text
                // A headline over two lines: … / 工作总结.
                titleText = shapes[index].length < 6 ? (titleText ?? "") + text : text
                best = true
            }
            titleCount += 1
        }
        for place in 0..<titleCount {
            let index = content[place]
            // Who made a paper and when, in its head: 某某妇儿工委办编　2020年12月26日.
            let isSigned = place > 0 && form.isSignedDate(shapes[index], draft.lines[index].text)
            paragraphs[index].role = isSigned ? .signature : .title
        }
    }

    private func isTitleLine(_ index: Int) -> Bool {
        let shape = shapes[index]
        if draft.isPart || draft.isTitled { return true }
        if case .heading(1) = draft.lines[index].markup { return shape.length <= 80 }
        guard content.count > 1 || form.isTitle(shape) else { return false }
        guard shape.numbering == nil, !shape.endsColon, !shape.endsSentence else { return false }
        return shape.length <= 60 && shape.isSingle
    }

    private func isUnderTitle(_ index: Int) -> Bool {
        let line = draft.lines[index]
        let isUnder = form.isUnderTitle(shapes[index], line.text)
        switch line.markup {
        case .heading: return false
        // Two bold lines at the very top are a title and its motto.
        case .bold:
            return isUnder
                || (titleCount == 1 && shapes[index].numbering == nil
                    && draft.lines[content[0]].markup == .bold && shapes[index].length <= 40)
        default: return isUnder && line.styleLevel == nil
        }
    }

    /// Whether a short line has its other half below: 把心拢到一块 / ——某某小学妇委会总结.
    private func isOverSubtitle(_ place: Int) -> Bool {
        guard place <= 2, place + 1 < content.count else { return false }
        let shape = shapes[content[place]]
        return shape.length <= 30 && shape.numbering == nil && !shape.endsSentence
            && LineForm.isSubtitle(draft.lines[content[place + 1]].text)
    }

    /// Whether a second line is the title because the first is a unit's name only: 县教育工会 / 全年工作回顾.
    private func isUnderUnit(_ index: Int) -> Bool {
        let shape = shapes[index]
        let above = shapes[content[0]]
        guard titleCount == 1, content.count > 3, shape.numbering == nil, shape.length <= 24,
            !shape.endsSentence, !shape.endsColon,
            form.isPlain(shape, draft.lines[index].text, limit: 24),
            words.titleUnits.end(above.bytes), !form.isTitle(above),
            draft.lines[index].styleLevel == nil, draft.lines[index].markup != .bold
        else { return false }
        return !words.sectionHeadings.stand(in: shape.bytes, at: 0)
            && !words.topHeadings.stand(in: shape.bytes, at: 0)
    }

    /// Unit and date at the end (落款).
    mutating func markSignature() {
        var start = content.count
        var hasDate = false
        while start > titleCount + 1, content.count - start < 4 {
            let index = content[start - 1]
            let text = draft.lines[index].text
            if form.isDate(text) || form.isDay(text) || form.isSignedDate(shapes[index], text) {
                hasDate = true
            } else if !form.isSigner(shapes[index], text) || draft.lines[index].markup != .none {
                break
            }
            start -= 1
        }
        guard start < content.count else { return }
        // A line that only ends like a unit's name may be the last of a list.
        guard hasDate || content.count - start == 1 else { return }
        bodyEnd = start
        for index in content[start...] { paragraphs[index].role = .signature }
    }

    mutating func report() -> Report {
        let lines = content.isEmpty ? Array(draft.lines.indices) : content
        let first = lines.first.map { draft.lines[$0].line } ?? 0
        let last = lines.last.map { draft.lines[$0].lastLine ?? draft.lines[$0].line } ?? first
        paragraphs.insert(
            contentsOf: draft.front.map { Self.paragraph($0, role: .noise) }, at: 0)
        var report = Report(
            title: title, firstLine: first, lastLine: last, paragraphs: paragraphs)
        report.hasPublisherTitle = draft.isPart
        report.year.publisherYear = draft.publisherYear
        report.doubts = draft.doubts
        let start = draft.front.first?.line ?? draft.lines.first?.line ?? 0
        let end = draft.lines.last.map { $0.lastLine ?? $0.line } ?? start
        report.repairs = Array(document.repairs(inLines: start...max(start, end)))
        return report
    }

    private var title: String {
        if draft.isPart {
            let label = draft.lines.first?.text ?? ""
            // 材料一: the report's own title says more.
            guard label.unicodeScalars.count <= 6, let titleText,
                form.isTitle(LineShape(titleText, words: words))
            else { return label }
            return titleText
        }
        let own = document.properties["title"].flatMap { $0.isEmpty ? nil : $0 }
        if let titleText {
            let isTitle = form.isTitle(LineShape(titleText, words: words))
            return isTitle ? titleText : own ?? titleText
        }
        if let own { return own }
        let name = document.path.split(separator: "/").last.map(String.init) ?? document.path
        let extent = pathExtension(name).count
        return extent > 0 ? String(name.dropLast(extent + 1)) : name
    }
}
