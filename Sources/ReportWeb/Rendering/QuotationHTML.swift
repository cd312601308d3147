import Presentation
import ReportModel

/// Quotations of several reports under one head (引文排版).
extension HTMLRenderer {
    func quote(_ quotation: Quotation) -> HTML {
        """
        <blockquote><p>\(numbers(quotation.text))</p>\
        <cite>\(link(quotation.reference, quotation.source))</cite></blockquote>
        """
    }

    func html(_ mentions: MentionsBlock) -> HTML {
        let open = links.to(path, parameters.setting("open", mentions.kind))
        let more: HTML =
            mentions.isOpen
            ? "" : " <a href=\"\(open)\">\(wording("全部提法", "all of them"))</a>"
        return """
            <section class="mentions"><h3>\(mentions.kind) <small>\(mentions.counts)</small>\(more)</h3>
            \(mentions.quotations.map(quote))</section>

            """
    }

    func html(_ promise: PromiseBlock) -> HTML {
        let result: HTML =
            promise.result.map(quote)
            ?? "<p class=\"none\">\(wording("当年报告没有写到", "the report does not tell of it"))</p>"
        return """
            <div class="pair promise \(promise.outcome.rawValue)">
            <div><p class="side-head">\(wording("计划", "plan"))</p>\(quote(promise.plan))</div>
            <div><p class="side-head">\(wording("结果", "result"))</p>\(result)</div></div>

            """
    }

    func html(_ copies: CopiesBlock) -> HTML {
        let nothing = wording("（无）", "(nothing)")
        func side(_ text: String) -> String { text.isEmpty ? nothing : text }
        let changes = copies.changes.map { change -> HTML in
            "<li><del>\(side(change.from))</del> → <ins>\(side(change.to))</ins></li>"
        }
        let list: HTML =
            changes.isEmpty
            ? "<p class=\"aside\">\(wording("没有改动", "nothing was changed"))</p>"
            : """
            <details open><summary>\(wording("改动 \(changes.count) 处", "\(changes.count) changes"))\
            </summary><ul class="changes">\(changes)</ul></details>
            """
        return """
            <div class="copies"><p class="head"><span class="tag">\
            \(copies.extent.joined(separator: " · "))</span> \
            \(link(copies.first, copies.first.place)) = \(link(copies.second, copies.second.place))</p>
            <p class="text">\(copies.text)</p>\(list)</div>

            """
    }
}
