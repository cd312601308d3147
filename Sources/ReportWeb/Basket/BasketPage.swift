import Foundation
import Presentation
import ReferenceCorpus
import ReportIndex
import ReportModel

/// What somebody collected (摘录): to order, annotate, take away as a document, or keep as a frozen corpus.
enum BasketPage {
    static let view = View(
        name: "basket", title: Bilingual("摘录", "Basket"), page: page, answer: answer)

    /// The passages of a basket as they stand now.
    static func collected(_ visit: Visit) throws -> [CollectedPassage] {
        try visit.basket.items.map { item in
            CollectedPassage(
                place: item.place, text: item.text, note: item.note,
                passage: try visit.reading.passage(named: item.place))
        }
    }

    private static func answer(_ visit: Visit) throws -> WebResponse {
        visit.answer(Records.collected, try collected(visit))
    }

    private static func page(_ visit: Visit) throws -> Page {
        let items = try collected(visit)
        let title = view.title.current
        guard !items.isEmpty else {
            let hint = wording(
                "还没有摘录。在检索、可比段落或报告里点“摘录”，段落就会收到这里，可以排序、加批注，导出为 Word。",
                "Nothing yet. “Collect” beside a passage puts it here, to order, annotate and export to Word."
            )
            return Page(title: title, body: "<h1>\(title)</h1><p class=\"nothing\">\(hint)</p>")
        }
        let rows = items.enumerated().map { row($1, $0, items.count, visit) }
        let gone = items.count { $0.passage == nil }
        let warning: HTML =
            gone == 0
            ? ""
            : """
            <p class="doubt">\(wording("\(gone) 段在索引中已变或不在，保留摘录时的文字。",
                "\(gone) passages have changed or are gone; they stay as they were collected."))</p>
            """
        let frozen: HTML =
            visit.parameters.values("frozen").last.map { name in
                """
                <p class="note" role="status">\(wording("已冻结为语料库“\(name)”；命令行 zongjie corpus 可导出与统计。",
                    "Kept as the corpus “\(name)”; zongjie corpus exports and counts it."))</p>
                """
            } ?? ""
        func link(_ format: String, _ label: String) -> HTML {
            "<a href=\"\(visit.links.to(BasketExport.path, "as", format))\" download>\(label)</a>"
        }
        return Page(
            title: title,
            body: """
                <h1>\(title)</h1>\(frozen)\(warning)
                <p class="downloads">\(wording("导出：", "export: "))\(link("docx", "Word")) · \
                \(link("md", "Markdown")) · \
                \(link("csv", wording("Excel 可开的 CSV", "CSV for Excel")))</p>
                <ol class="basket">\(rows)</ol>
                \(forms(visit))
                """)
    }

    private static func row(
        _ item: CollectedPassage, _ place: Int, _ count: Int, _ visit: Visit
    ) -> HTML {
        func button(_ name: String, _ label: String, _ isOn: Bool = true) -> HTML {
            let off: HTML = isOn ? "" : " disabled"
            return """
                <button type="submit" name="\(name)" value="1"\(off)>\(label)</button>
                """
        }
        let head: HTML =
            item.passage.map { passage in
                let reference = PassageReference(
                    passage: passage.id, path: passage.report.path, line: passage.line)
                return "<a href=\"\(visit.links.to(reference))\">\(Naming.head(passage.report))</a>"
            } ?? "<span class=\"doubt\">\(wording("索引中已变或不在", "changed or gone"))</span>"
        return """
            <li id="b\(place + 1)"><h2 class="head">\(head)</h2><p class="text">\(item.text)</p>
            <p class="source">——\(item.citation)</p>
            <form action="\(visit.links.to("/basket"))" method="post" class="note">
            <input type="hidden" name="place" value="\(item.place)">
            <label>\(wording("批注", "note")) <textarea name="note" rows="2" maxlength="2000">
            \(item.note)</textarea></label>
            <div class="buttons">\(button("save", wording("保存批注", "keep note")))
            \(button("up", wording("上移", "up"), place > 0))
            \(button("down", wording("下移", "down"), place < count - 1))
            \(button("remove", wording("去掉", "remove")))</div></form></li>

            """
    }

    private static func forms(_ visit: Visit) -> HTML {
        let action = visit.links.to("/basket")
        return """
            <form action="\(action)" method="post"><label>\(wording("冻结为语料库，名为", "keep as a frozen corpus named")) \
            <input name="name" required maxlength="60" autocomplete="off"></label>
            <button type="submit" name="freeze" value="1">\(wording("冻结", "freeze"))</button></form>
            <form action="\(action)" method="post">
            <button type="submit" name="clear" value="1" class="quiet">\(wording("清空摘录", "empty the basket"))</button></form>

            """
    }
}

/// A basket as a document (摘录的导出).
enum BasketExport {
    static let path = "/basket/export"

    static func response(_ visit: Visit) throws -> WebResponse {
        let items = try BasketPage.collected(visit)
        let title = wording("摘录", "Quotations")
        let quotations = Quotations(
            title: title, made: Date.now.formatted(.iso8601),
            items: items.map { .init(text: $0.text, note: $0.note, citation: $0.citation) })
        switch visit.parameters.values("as").last {
        case "docx":
            let type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            return .download(quotations.word(), type: type, name: title + ".docx")
        case "md":
            return .download(
                Array(quotations.markdown().utf8), type: "text/markdown; charset=utf-8",
                name: title + ".md")
        case "csv":
            var asked = visit
            asked.format = .csv
            asked.hasChineseHeadings = MessageLanguage.current == .chinese
            let rows = asked.answer(Records.collected, items)
            return .download(rows.body, type: rows.type, name: title + ".csv")
        default:
            throw ReportError(
                place: "as", problem: wording("没有这种格式", "there is no such format"),
                advice: "docx, md, csv")
        }
    }
}
