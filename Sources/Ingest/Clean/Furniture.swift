import ReportModel
import Vocabulary

/// Marks what stands around a report in its file as noise (版面附加内容): heads and feet of web pages,
/// contents, page numbers, running heads, the frame of an official paper. Noise keeps its text.
package struct Furniture: Sendable {
    let rules: FurnitureRules
    let form: LineForm

    /// - Throws: `ReportError` when a `furniture.yml` cannot be read.
    package init(words: StructureWords) throws(ReportError) {
        rules = try FurnitureRules()
        form = LineForm(words: words)
    }

    /// - Complexity: O(bytes) of short lines; long ones are passed over.
    package func mark(_ document: inout CleanedDocument) {
        var page = PageLines(document, form: form)
        markContents(&page)
        markPages(&page)
        markAnywhere(&page)
        markTop(&page)
        markBottom(&page)
        markOfficial(&page)
        guard !page.marks.isEmpty else { return }
        for (index, kind) in page.marks {
            document.lines[index].isNoise = true
            let head = String(
                String.UnicodeScalarView(document.lines[index].text.unicodeScalars.prefix(40)))
            document.repairs.append(
                Repair(kind: kind, line: document.lines[index].line, before: head, after: ""))
        }
        document.repairs.sort { $0.line < $1.line }
        document.publisherYear = page.publisherYear
    }

    /// A list of headings with leaders or page numbers, or one under 目录 whose entries come again.
    private func markContents(_ page: inout PageLines) {
        let content = page.content
        for (place, index) in content.enumerated() {
            if page.hasLeader(index) { page.mark(index, "contents") }
            guard page.isContentsTitle(index) else { continue }
            var entries: [Int] = []
            let later = content[(place + 1)...]
            for next in later {
                let entry = page.entry(next)
                guard (1...45).contains(entry.count), !page.endsSentence(next) else { break }
                let bare = page.bareEntry(next)
                let comesAgain = later.contains {
                    $0 > next && (page.entry($0) == entry || page.bareEntry($0) == bare)
                }
                guard page.hasLeader(next) || comesAgain || page.endsWithPageNumber(next) else {
                    break
                }
                entries.append(next)
            }
            // Word's own contents come without their entries.
            guard !entries.isEmpty || place < 4 && page.length(index) <= 4 else { continue }
            page.mark(index, "contents")
            for entry in entries { page.mark(entry, "contents") }
        }
    }

    /// Page numbers, and short lines that come again beside them or inside paragraphs.
    private func markPages(_ page: inout PageLines) {
        var numbers: Set<Int> = []
        for (place, index) in page.content.enumerated() where page.isPageNumber(index) {
            page.mark(index, "page-number")
            numbers.insert(place)
        }
        var places: [String: [Int]] = [:]
        for (place, index) in page.content.enumerated()
        where page.length(index) <= 30 && !page.endsSentence(index) && !page.isNumbered(index)
            && !page.hasStop(index) && !numbers.contains(place)
        {
            places[page.document.lines[index].text, default: []].append(place)
        }
        for (_, found) in places where found.count > 1 {
            let furniture = found.filter { place in
                numbers.contains(place - 1) || numbers.contains(place + 1)
                    || page.interrupts(place, besides: numbers)
            }
            guard furniture.count > 1 || furniture.count == 1 && numbers.count > 1 else { continue }
            for place in furniture { page.mark(page.content[place], "running-head") }
        }
    }

    /// Pagers and what scanning programs print, between the paragraphs too.
    private func markAnywhere(_ page: inout PageLines) {
        for (place, index) in page.content.enumerated()
        where page.length(index) <= 45 && !page.endsSentence(index) {
            let bytes = page.bytes(index)
            guard rules.points(bytes, in: .line) >= 2, !page.isCounted(index),
                !page.isNoise(index), FurnitureRules.decoration(bytes) > 0 || !page.isCut(place)
            else { continue }
            page.mark(index, "site-links")
            // A list of other pages may stand between the paragraphs.
            guard rules.lists.occur(in: bytes) else { continue }
            for below in page.content.dropFirst(place + 1).prefix(12) {
                guard page.length(below) <= 45, !page.endsSentence(below),
                    page.isTitle(below) || FurnitureRules.decoration(page.bytes(below)) > 0
                else { break }
                page.mark(below, "site-links")
            }
        }
    }

    /// Site names, breadcrumbs and what a page says of itself, above the report; a site's headline
    /// when the report's own title stands below.
    private func markTop(_ page: inout PageLines) {
        var above: [Int] = []
        var last: Int?
        for (place, index) in page.content.prefix(16).enumerated() {
            if page.isNoise(index) { continue }
            if page.isText(index) { break }
            let points = rules.points(page.bytes(index), in: .top) + (page.hasClock(index) ? 1 : 0)
            guard points >= 2 || page.isTrail(index) else {
                above.append(place)
                continue
            }
            page.mark(index, "site-banner")
            last = place
        }
        guard let last else { return }
        let own = page.content.dropFirst(last + 1).filter { !page.isNoise($0) }.prefix(3)
            .prefix { !page.isText($0) }
            .first { page.isTitle($0) }
        for place in above where place < last {
            // A site's name or headline: the report's own title stands below.
            let index = page.content[place]
            guard own != nil, own != index else { continue }
            page.noteYear(index)
            page.mark(index, "site-headline")
        }
    }

    /// Links, copyright and the like behind the report, read upwards.
    private func markBottom(_ page: inout PageLines) {
        let content = page.content
        let start = max(content.count - 30, min(content.count, 2))
        let first = start < content.count ? content[start] : page.document.lines.count
        // The head of the list may be noise already, the list is not.
        for index in page.document.lines.indices.dropFirst(first) {
            let below = content[start...].filter { $0 >= index }
            guard page.length(index) <= 40, rules.lists.occur(in: page.bytes(index)),
                !page.endsSentence(index), !below.isEmpty,
                below.allSatisfy({
                    $0 == index || !page.isText($0) || points($0, page) >= 2
                })
            else { continue }
            for below in below { page.mark(below, "site-links") }
            break
        }
        for index in content[start...].reversed() where !page.isNoise(index) {
            guard points(index, page) >= 2 else {
                if page.isText(index) { break }
                continue
            }
            page.mark(index, "site-footer")
        }
        markBehindSignature(&page)
    }

    /// Short lines behind the day of a signature go with the site's among them.
    private func markBehindSignature(_ page: inout PageLines) {
        let tail = page.content.suffix(30)
        guard
            let signed = tail.last(where: { form.isDate(page.document.lines[$0].text) }),
            tail.contains(where: { $0 > signed && page.isNoise($0) })
        else { return }
        let behind = tail.filter { $0 > signed }
        // A table or a list may follow a signature.
        guard behind.count <= 8,
            behind.allSatisfy({
                page.isNoise($0) || !page.isText($0) && !page.opensAnnex($0)
            })
        else { return }
        for index in behind { page.mark(index, "site-links") }
    }

    /// A sentence with figures is a report's whatever words it has.
    private func points(_ index: Int, _ page: PageLines) -> Int {
        let points = rules.points(page.bytes(index), in: .bottom)
        return page.endsSentence(index) && page.hasAmount(index) && points < 4 ? 0 : points
    }

    /// The red header and the frame of an official paper, and 附件2 alone above a title.
    private func markOfficial(_ page: inout PageLines) {
        let content = page.content.filter { !page.isNoise($0) }
        for (place, index) in content.prefix(8).enumerated() {
            if page.isText(index) { break }
            let bytes = page.bytes(index)
            let isHeader =
                page.isFileNumber(index) || page.isIssueNumber(index)
                || place < 4 && page.length(index) <= 30 && rules.officialEnds.end(bytes)
                    && content.dropFirst(place + 1).prefix(3).contains { page.isFileNumber($0) }
            if isHeader { page.mark(index, "official-frame") }
        }
        for index in content where page.length(index) <= 60 {
            if page.isAttachmentLabel(index) || page.isPrinting(index) {
                page.mark(index, "official-frame")
            } else if page.length(index) <= 40,
                rules.officialStarts.stand(in: page.bytes(index), at: 0),
                !page.isAttachment(index)
            {
                page.mark(index, "official-frame")
            }
        }
    }
}
