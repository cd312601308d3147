import Presentation
import ReferenceCorpus
import ReportModel

/// What stands in columns (分栏排版).
extension HTMLRenderer {
    func html(_ table: TableBlock) -> HTML {
        let heads = table.columns.map { column -> HTML in
            "<th scope=\"col\"\(column.isText ? "" : " class=\"number\"" as HTML)>\(column.heading)</th>"
        }
        let rows = table.rows.map { row -> HTML in
            let cells = zip(table.columns, row).map { column, cell -> HTML in
                "<td\(column.isText ? "" : " class=\"number\"" as HTML)>\(cell)</td>"
            }
            return "<tr>\(cells)</tr>\n"
        }
        return """
            <div class="scroll" tabindex="0"><table><thead><tr>\(heads)</tr></thead>
            <tbody>\(rows)</tbody></table></div>

            """
    }

    /// Units or years side by side; a row says in words whether all columns have it.
    func html(_ comparison: ComparisonBlock) -> HTML {
        let heads = comparison.columns.map { "<th scope=\"col\">\($0)</th>" as HTML }
        var topic = ""
        let rows = comparison.rows.map { row -> HTML in
            var html = HTML()
            if row.topic != topic {
                topic = row.topic
                html += """
                    <tr class="topic"><th scope="colgroup" colspan="\(comparison.columns.count + 1)">\
                    \(topic)</th></tr>

                    """
            }
            let cells = zip(comparison.columns, row.cells).map { column, quotations -> HTML in
                guard !quotations.isEmpty else {
                    return """
                        <td class="none" data-column="\(column)">\(wording("未写到", "not mentioned"))</td>
                        """
                }
                let rest = quotations.dropFirst(2)
                let more: HTML =
                    rest.isEmpty
                    ? ""
                    : """
                    <details><summary>\(wording("另 \(rest.count) 条", "\(rest.count) more"))</summary>\
                    \(rest.map(quote))</details>
                    """
                return """
                    <td data-column="\(column)">\(quotations.prefix(2).map(quote))\(more)</td>
                    """
            }
            let having = row.cells.count { !$0.isEmpty }
            let extent =
                having == row.cells.count
                ? wording("各栏都有", "in every column")
                : having == 1 ? wording("仅此一栏", "in one only") : wording("部分", "in some")
            let tag: HTML = row.isOneKind ? " <small class=\"tag\">\(extent)</small>" : ""
            html += """
                <tr><th scope="row">\(row.head)\(tag)</th>\(cells)</tr>

                """
            return html
        }
        return """
            <div class="scroll" tabindex="0"><table class="comparison cards"><thead><tr>\
            <th scope="col">\(wording("活动", "activity"))</th>\(heads)</tr></thead>
            <tbody>\(rows)</tbody></table></div>

            """
    }

    func html(_ concordance: ConcordanceBlock) -> HTML {
        let rows = concordance.lines.map { line -> HTML in
            """
            <tr><td class="left">\(line.left)</td><td class="match"><mark>\(line.match)</mark></td>\
            <td>\(line.right)</td><td>\(link(line.reference, line.source))</td></tr>

            """
        }
        return "<div class=\"scroll\"><table class=\"kwic\"><tbody>\(rows)</tbody></table></div>\n"
    }

    /// The values of a figure as a table with bars: no drawing, and it reads aloud.
    func html(_ figure: Figure) -> HTML {
        let lines = figure.bars(width: 60) { TextColumns.of($0) }
        return "<pre class=\"figure\">\(lines.joined(separator: "\n"))</pre>\n"
    }

    /// Counts by field, each value a link that looks at it alone.
    func html(_ groups: [FacetGroup], base: Int) -> HTML {
        let lists = groups.filter { !$0.counts.isEmpty }.map { group -> HTML in
            let items = group.counts.prefix(60).map { facet($0, in: group) }
            let first = items.prefix(8)
            let rest = items.dropFirst(8)
            let more: HTML =
                rest.isEmpty
                ? ""
                : """
                <details><summary>\(wording("更多 \(group.counts.count - 8)", "\(group.counts.count - 8) more"))\
                </summary><ul>\(Array(rest))</ul></details>
                """
            return "<section><h2>\(group.heading)</h2><ul>\(Array(first))</ul>\(more)</section>\n"
        }
        let note = wording("以上计数基于 \(base) 段", "counted over \(base) passages")
        return "<div class=\"facets\">\(lists)<p class=\"aside\">\(note)</p></div>\n"
    }

    private func facet(_ count: FacetGroup.Count, in group: FacetGroup) -> HTML {
        let label: HTML = "<span>\(count.label)</span> <span class=\"count\">\(count.count)</span>"
        let chosen = parameters.values(group.name)
        if chosen.contains(count.value) { return "<li class=\"chosen\">\(label)</li>" }
        var narrowed = parameters.removing("page").removing(group.name)
        narrowed.add(group.name, count.value)
        // A value no filter takes (passages without a topic) is counted, but no link.
        guard (try? SearchRequest(narrowed)) != nil, isFilter(narrowed) else {
            return "<li>\(label)</li>"
        }
        return "<li><a href=\"\(links.to(path, narrowed))\">\(label)</a></li>"
    }

    private func isFilter(_ parameters: Parameters) -> Bool {
        guard let request = try? SearchRequest(parameters) else { return false }
        return (try? request.filters.filter) != nil
    }
}
