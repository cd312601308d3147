import Presentation
import ReportIndex
import ReportModel

/// The reports of the index as a table (报告).
enum ReportsPage {
    static let view = View(
        name: "reports", title: Bilingual("报告", "Reports"), page: page, answer: answer)

    private static func answer(_ visit: Visit) throws -> WebResponse {
        let request: ReportsRequest = try visit.request()
        let reports = try request.answer(in: visit.reading)
        return visit.answer(Records.report, reports.prefix(visit.mostRows))
    }

    private static func page(_ visit: Visit) throws -> Page {
        let number = visit.parameters.values("page").last.map { Int($0) ?? 0 } ?? 1
        guard number > 0, number < WebLimits.reach else {
            throw ReportError.range("page", 1...WebLimits.reach)
        }
        let request = try ReportsRequest(visit.parameters.removing("page"))
        let reports = try request.answer(in: visit.reading)
        let start = min(reports.count, (number - 1) * visit.mostRows)
        let shown = reports[start..<min(reports.count, start + visit.mostRows)]
        let fields = FormFields(visit: visit)
        let form = fields.form(
            view.path,
            fields.unit(wording("单位", "unit"))
                + fields.text("report-year", wording("报告年份", "year of the report"), hint: "2018")
                + fields.choice(
                    "type", wording("单位类型", "unit type"),
                    UnitType.allCases.map { ($0.rawValue, wording($0.chineseName, $0.rawValue)) }),
            wording("筛选", "filter"))
        let renderer = HTMLRenderer(visit, view.path, request.parameters)
        let notes = ReportsView.blocks(reports, showsEvidence: false).filter {
            if case .note = $0 { true } else { false }
        }
        let body: HTML = """
            <h1>\(view.title.current)</h1>\(form)\(renderer.html(notes))\(table(shown, visit))
            \(PageLinks(visit: visit, path: view.path, parameters: request.parameters)
                .html(number, hasNext: start + shown.count < reports.count))
            \(fields.downloads(view, request.parameters))\(try fields.knownUnits())
            """
        return Page(title: view.title.current, body: body)
    }

    private static func table(_ reports: ArraySlice<ListedReport>, _ visit: Visit) -> HTML {
        let rows = reports.map { report -> HTML in
            let summary = report.summary
            let place = visit.links.to(
                "/passage", "passage", "\(summary.path):\(summary.firstLine)")
            let doubts = report.details.doubts.map { "<p class=\"doubt\">\($0.text())</p>" as HTML }
            return """
                <tr><td>\(Naming.unit(summary))</td><td class="number">\(Naming.year(summary.year))</td>\
                <td><a href="\(place)">\(summary.title)</a>\(doubts)</td>\
                <td>\(wording(summary.unit.type.chineseName, summary.unit.type.rawValue))</td>\
                <td class="number">\(report.details.passageCount)</td></tr>

                """
        }
        let heads = [
            wording("单位", "unit"), wording("年份", "year"), wording("标题", "title"),
            wording("类型", "type"), wording("段数", "paragraphs"),
        ].map { "<th scope=\"col\">\($0)</th>" as HTML }
        return """
            <div class="scroll" tabindex="0"><table class="list"><thead><tr>\(heads)</tr></thead>
            <tbody>\(rows)</tbody></table></div>

            """
    }
}

/// Links to the pages before and after (翻页).
struct PageLinks: Sendable {
    let visit: Visit
    let path: String
    let parameters: Parameters

    func html(_ number: Int, hasNext: Bool) -> HTML {
        func link(_ page: Int, _ label: String) -> HTML {
            let address = visit.links.to(path, parameters.setting("page", String(page)))
            return "<a href=\"\(address)\">\(label)</a>"
        }
        guard number > 1 || hasNext else { return "" }
        let before: HTML = number > 1 ? link(number - 1, wording("← 上一页", "← previous")) : ""
        let after: HTML = hasNext ? link(number + 1, wording("下一页 →", "next →")) : ""
        return """
            <nav class="pages">\(before) <span>\(wording("第 \(number) 页", "page \(number)"))</span> \
            \(after)</nav>

            """
    }
}
