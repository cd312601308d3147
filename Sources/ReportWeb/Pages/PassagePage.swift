import Presentation
import ReportIndex
import ReportModel
import ReportQuery

/// A passage in its report (段落): the outline beside the text, what speaks for each tag, comparable passages below.
enum PassagePage {
    static let view = View(
        name: "passage", title: Bilingual("段落", "Passage"), page: page, answer: answer,
        isListed: false)

    /// Paragraphs of a report that are shown at once; of a longer one those around the passage.
    private static let longest = 400

    private static func find(_ visit: Visit) throws -> PassageReading {
        var request = try PassageRequest(HitLinks(visit)?.passageOnly ?? visit.parameters)
        request.showsEvidence = true
        return try request.answer(in: visit.reading)
    }

    private static func answer(_ visit: Visit) throws -> WebResponse {
        let found = try find(visit)
        return visit.answer(Records.passageWithEvidence, [(found.passage, found.evidence)])
    }

    private static func page(_ visit: Visit) throws -> Page {
        let found = try find(visit)
        let passage = found.passage
        let report = passage.report
        let tags = PassageTags(found)
        let reference = PassageReference(
            passage: passage.id, path: report.path, line: passage.line)
        let place = found.report.firstIndex { $0.id == passage.id } ?? 0
        let first = max(0, min(place - longest / 2, found.report.count - longest))
        let shown = found.report[first..<min(found.report.count, first + longest)]
        let renderer = HTMLRenderer(visit, view.path, HitLinks(visit)?.passageOnly)
        let original = visit.links.to(OriginalFile.path, "passage", reference.place)
        let text = shown.map { paragraph($0, isCurrent: $0.id == passage.id, tags, visit) }
        let doubts = (found.details?.doubts ?? []).map {
            "<p class=\"doubt\">\(wording("存疑：", "doubt: "))\($0.text())</p>" as HTML
        }
        let cut: HTML =
            shown.count == found.report.count
            ? ""
            : """
            <p class="note">\(wording("报告很长，只显示前后 \(longest) 段。", "A long report: \(longest) paragraphs are shown."))</p>
            """
        let body: HTML = """
            \(try HitLinks(visit)?.html(visit) ?? "")<h1 class="report">\(report.title)</h1>
            <p class="head"><span class="unit">\(Naming.unit(report))</span> · \
            <span class="year">\(Naming.year(report.year))</span> \(tags.ofReport)</p>\(doubts)\(cut)
            <div class="columns reading"><article class="text">\(text)</article>
            <aside class="side outline" aria-label="\(wording("提纲", "outline"))">
            <h2>\(wording("提纲", "outline"))</h2>\(outline(shown, visit))
            <h2>\(wording("出处", "source"))</h2><p class="source">\(reference.place)</p>
            <div>\(renderer.copyButton(passage.text, Naming.unit(report), Naming.year(report.year), reference))\
            \(renderer.collectButton(reference, anchor: "l\(passage.line)"))</div>
            <p><a href="\(original)" download>\(wording("下载原件", "download the file"))</a></p>
            \(tags.repairs)</aside></div>
            <section class="similar"><h2>\(wording("其他单位的可比段落", "Comparable passages of other units"))</h2>
            \(try similar(reference, renderer, visit))</section>

            """
        return Page(title: "\(Naming.head(report)) · \(report.title)", body: body)
    }

    private static func paragraph(
        _ passage: Passage, isCurrent: Bool, _ tags: PassageTags, _ visit: Visit
    ) -> HTML {
        let level = min(6, 1 + (passage.headingLevel ?? 1))
        let mark: HTML = isCurrent ? " current" : ""
        let reference = PassageReference(
            passage: passage.id, path: passage.report.path, line: passage.line)
        let number: HTML = """
            <a class="line" href="\(visit.links.to(reference))" \
            aria-label="\(wording("第 \(passage.line) 行", "line \(passage.line)"))">\(passage.line)</a>
            """
        let text: HTML = "\(number)\(passage.text)"
        let element: HTML =
            switch passage.role {
            case .title: "<p class=\"title\">\(text)</p>"
            case .heading: "<h2 class=\"level\(level)\">\(text)</h2>"
            case .noise: "<p class=\"noise\">\(text)</p>"
            case .body, .signature: "<p>\(text)</p>"
            }
        let details: HTML = isCurrent ? tags.ofPassage : ""
        return
            "<div class=\"paragraph\(mark)\" id=\"l\(passage.line)\">\(element)\(details)</div>\n"
    }

    private static func outline(_ passages: ArraySlice<Passage>, _ visit: Visit) -> HTML {
        let items = passages.filter { $0.ownHeading != nil && $0.role != .noise }.map {
            passage -> HTML in
            let level = min(4, max(1, passage.headingLevel ?? 1))
            return """
                <li class="level\(level)"><a href="#l\(passage.line)">\(passage.ownHeading ?? "")</a></li>

                """
        }
        guard !items.isEmpty else {
            return "<p class=\"aside\">\(wording("没有小标题", "no headings"))</p>"
        }
        return "<ul>\(items)</ul>"
    }

    private static func similar(
        _ reference: PassageReference, _ renderer: HTMLRenderer, _ visit: Visit
    ) throws -> HTML {
        var request = SimilarRequest()
        request.at = reference.place
        request.otherUnits = true
        request.limit = 5
        let answer = try request.answer(using: try visit.engines.similar(), in: visit.reading)
        let blocks = SimilarView.blocks(answer, context: 0).filter {
            if case .subject = $0 { false } else { true }
        }
        request.limit = 30
        let more = visit.links.to(SimilarPage.view.path, request.parameters)
        return """
            \(renderer.html(blocks))<p><a href="\(more)">\(wording("更多可比段落", "more of them"))</a></p>
            """
    }
}
