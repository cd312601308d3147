import Presentation
import ReportModel

/// Passages with what is shown of them (段落排版).
extension HTMLRenderer {
    func html(_ passage: PassageBlock) -> HTML {
        let reference = passage.reference
        let path: HTML =
            passage.headings.isEmpty
            ? "" : "<p class=\"path\">\(passage.headings.joined(separator: " › "))</p>"
        let reasons = passage.reasons.map { "<p class=\"why\">\($0)</p>" as HTML }
        let notes = passage.notes.map { "<span class=\"alike\">\($0)</span>" as HTML }
        let explanation = passage.explanation.map { "<li>\($0)</li>" as HTML }
        let why: HTML = explanation.isEmpty ? "" : "<ul class=\"why\">\(explanation)</ul>"
        let locator: HTML = passage.locator.map { " <span>\($0)</span>" } ?? ""
        return """
            <article class="hit" id="hit\(passage.number)">
            <h2 class="head"><a class="title" href="\(address(of: passage))">\
            <span class="rank">\(passage.number)</span> <span class="unit">\(passage.unit)</span> · \
            <span class="year">\(passage.year)</span></a> <span class="tag">\(passage.tags)</span></h2>
            \(path)
            <p class="text">\(runs(passage.text.excerptRuns))</p>
            \(reasons)\(why)
            <div class="source">\(link(reference, reference.place))\(locator) \(notes)\
            \(copyButton(passage.text.text, passage.unit, passage.year, reference))\
            \(collectButton(reference, anchor: "hit\(passage.number)"))</div>
            </article>

            """
    }

    /// A button that copies a text with “unit · year · place”; the script shows it.
    func copyButton(
        _ text: String, _ unit: String, _ year: String, _ reference: PassageReference
    ) -> HTML {
        let copy = "\(text)\n\(unit) · \(year) · \(reference.place)"
        return """
            <button type="button" class="copy" hidden data-copy="\(copy)" \
            data-done="\(wording("已复制", "copied"))">\(wording("复制", "copy"))</button>
            """
    }

    private func address(of passage: PassageBlock) -> String {
        guard let search else { return links.to(passage.reference) }
        return HitLinks.address(passage.reference, search, passage.number, links)
    }

    /// A form that puts a passage into the basket, and comes back to it. What was posted cannot be come back to: then
    /// the basket opens apart.
    func collectButton(_ reference: PassageReference, anchor: String) -> HTML {
        guard !collected.contains(reference.place) else {
            return "<span class=\"collected\">\(wording("已摘录", "collected"))</span>"
        }
        let back = links.to(path, parameters) + "#" + anchor
        let isLong = back.utf8.count > 2_000 || path == DeskPage.view.path
        let target: HTML = isLong ? " target=\"_blank\"" : ""
        return """
            <form class="collect" action="\(links.to("/basket"))" method="post"\(target)>\
            <input type="hidden" name="place" value="\(reference.place)">\
            <input type="hidden" name="back" value="\(isLong ? "" : back)">\
            <button type="submit" name="add" value="1" data-done="\(wording("已摘录", "collected"))">\
            \(wording("摘录", "collect"))</button></form>
            """
    }

    func html(_ activity: ActivityBlock) -> HTML {
        let facts: HTML =
            activity.facts.isEmpty
            ? "" : "<p class=\"aside\">\(numbers(activity.facts.joined(separator: "，")))</p>"
        let year = activity.year.map { " \($0)" } ?? ""
        return """
            <div class="activity"><p><span class="status \(activity.status.rawValue)">\
            \(Naming.status(activity.status))\(year)</span> <b>\(activity.name)</b> \
            \(link(activity.reference, activity.reference.place))</p>
            <p class="text">\(numbers(activity.text))</p>\(facts)</div>

            """
    }

    func html(_ paragraph: ParagraphBlock) -> HTML {
        let mark: HTML = paragraph.isCurrent ? " class=\"current\"" : ""
        return "<p\(mark) id=\"l\(paragraph.reference.line)\">\(paragraph.text)</p>\n"
    }

    func html(_ evidence: [EvidenceLine]) -> HTML {
        guard !evidence.isEmpty else {
            return "<p class=\"aside\">\(wording("没有依据", "no evidence"))</p>\n"
        }
        let rows = evidence.map { item -> HTML in
            let conclusion = item.note.isEmpty ? "" : "→ \(item.note)"
            let quote = item.quote.isEmpty ? "" : "“\(item.quote)”"
            return """
                <tr><th scope="row">\(item.field)</th><td>\(item.rule)</td>\
                <td>\(quote) \(conclusion)</td><td class="place">\(item.place ?? "")</td></tr>

                """
        }
        return "<table class=\"evidence\"><tbody>\(rows)</tbody></table>\n"
    }

    func html(_ report: ReportBlock) -> HTML {
        let copy: HTML =
            report.original.map {
                "<p class=\"note\">\(wording("雷同：#\($0)", "a copy of #\($0)"))</p>"
            } ?? ""
        let doubts = report.doubts.map {
            "<p class=\"doubt\">\(wording("存疑：", "doubt: "))\($0)</p>" as HTML
        }
        return """
            <div class="report"><p class="head"><b>\(report.head)</b></p><p>\(report.title)</p>\
            <p class="source">\(report.details)</p>\(copy)\(doubts)\
            \(report.evidence.map { html($0) } ?? "")</div>

            """
    }

    func html(_ sentence: SentenceBlock) -> HTML {
        """
        <div class="hit"><p class="text">\(sentence.text)</p><p class="source">\(sentence.counts) \
        \(link(sentence.reference, sentence.reference.place))</p></div>

        """
    }
}
