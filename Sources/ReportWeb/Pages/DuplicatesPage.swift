import Presentation
import ReportIndex
import ReportModel
import ReportQuery

/// Copies between reports, and the sentences that many units share (查重).
enum DuplicatesPage {
    static let view = View(
        name: "duplicates", title: Bilingual("查重", "Copies"), page: page, answer: answer)

    private static func answer(_ visit: Visit) throws -> WebResponse {
        let request: DuplicatesRequest = try visit.request()
        _ = try visit.rows(request.limit, else: 30)
        if request.boilerplate {
            let list = try request.sentences(in: visit.reading)
            return visit.answer(Records.sentence(isUnique: request.unique), list.items)
        }
        if request.listsReports {
            var pairs: [ReportCopyDetails] = []
            _ = try request.forEachReportPair(in: visit.reading) { pair in
                if pairs.count < visit.mostRows { pairs.append(pair) }
            }
            return visit.answer(Records.reportPair, pairs)
        }
        var pairs: [CopyDetails] = []
        _ = try request.forEachPair(in: visit.reading) { pair in
            if pairs.count < visit.mostRows { pairs.append(pair) }
        }
        return visit.answer(Records.copyPair, pairs)
    }

    private static func page(_ visit: Visit) throws -> Page {
        let request: DuplicatesRequest = try visit.request()
        _ = try visit.rows(request.limit, else: 30)
        let fields = FormFields(visit: visit)
        let form = fields.form(
            view.path,
            fields.unit(wording("单位", "unit")) + fields.year
                + fields.flag("reports", wording("只列雷同的报告", "pairs of reports"))
                + fields.flag("boilerplate", wording("许多单位共用的句子", "sentences many units share")),
            wording("查看", "show"))
        let renderer = HTMLRenderer(visit, view.path, request.parameters)
        let body: HTML = """
            <h1>\(view.title.current)</h1>\(form)\(try fields.knownUnits())\
            \(renderer.html(try blocks(request, visit)))\
            \(fields.downloads(view, request.parameters))
            """
        return Page(title: view.title.current, body: body)
    }

    private static func blocks(_ request: DuplicatesRequest, _ visit: Visit) throws -> [Block] {
        if request.boilerplate {
            return SentencesView.blocks(try request.sentences(in: visit.reading))
        }
        var blocks: [Block] = []
        var count = 0
        func take(_ pair: [Block]) {
            count += 1
            if count <= visit.mostRows { blocks += pair }
        }
        let reports =
            request.listsReports
            ? try request.forEachReportPair(in: visit.reading) { take(CopiesView.blocks($0)) }
            : try request.forEachPair(in: visit.reading) { take(CopiesView.blocks($0)) }
        if count > visit.mostRows {
            blocks.append(
                .note(
                    wording(
                        "只显示前 \(visit.mostRows) 对；其余请限定单位或年份，或取 CSV",
                        "the first \(visit.mostRows) pairs are shown; narrow by unit or year, or take the CSV"
                    )))
        }
        return [CopiesView.end(count: count, reports: reports)] + blocks
    }
}
