import Presentation
import ReportIndex
import ReportModel
import ReportQuery

/// Activities as a table, and their amounts added up (活动与数字).
enum ActivitiesPage {
    static let view = View(
        name: "activities", title: Bilingual("活动", "Activities"), page: page, answer: answer)

    private static func answer(_ visit: Visit) throws -> WebResponse {
        let request: ActivitiesRequest = try visit.request()
        let limit = try visit.rows(request.limit, else: visit.mostRows)
        let notes = try request.parsed().notes
        let records = try request.answer(in: visit.reading)
        if request.sums {
            let sums = try ActivitiesRequest.sums(of: records)
            return visit.answer(Records.activitySum, sums.prefix(limit), notes: notes)
        }
        return visit.answer(Records.activity, records.prefix(limit), notes: notes)
    }

    private static func page(_ visit: Visit) throws -> Page {
        let request: ActivitiesRequest = try visit.request()
        let limit = try visit.rows(request.limit, else: WebLimits.pageRows)
        let fields = FormFields(visit: visit)
        let form = fields.form(
            view.path,
            fields.text("q", wording("活动", "activity"), hint: wording("如 走访慰问", "what was done"))
                + fields.unit(wording("单位", "unit")) + fields.year + fields.topic
                + fields.choice(
                    "status", wording("状态", "status"),
                    Activity.Status.allCases.map { ($0.rawValue, Naming.status($0)) })
                + fields.flag("sum", wording("合计数字", "add up")),
            wording("查看", "show"))
        let head: HTML = "<h1>\(view.title.current)</h1>\(form)\(try fields.knownUnits())"
        guard !request.query.isEmpty || !request.filters.isEmpty else {
            let hint = wording(
                "写一件事，或选单位、年份、主题。", "name an activity, or choose unit, year or topic.")
            return Page(title: view.title.current, body: head + "<p class=\"note\">\(hint)</p>")
        }
        let notes = try request.parsed().notes.map { "<p class=\"note\">\($0)</p>" as HTML }
        let records = try request.answer(in: visit.reading)
        let renderer = HTMLRenderer(visit, view.path, request.parameters)
        // The counts below the rows are the view's own: only the rows are laid out as a table here.
        let blocks =
            request.sums
            ? ActivityView.blocks(try ActivitiesRequest.sums(of: records), limit: limit)
            : ActivityView.blocks(records, limit: limit)
        let told = blocks.filter {
            switch $0 {
            case .note, .more: true
            default: false
            }
        }
        let rows: HTML
        if request.sums {
            let sums = try ActivitiesRequest.sums(of: records).prefix(limit)
            rows = renderer.html(.table(TableBlock(Records.activitySum, sums, unknown: "—")))
        } else {
            rows = ActivityTable(renderer: renderer).html(records.prefix(limit))
        }
        let body: HTML = "\(head)\(notes)\(rows)\(renderer.html(told))"
        return Page(
            title: view.title.current,
            body: body + fields.downloads(view, request.parameters), isWide: true)
    }
}

/// A row for each activity (活动表).
struct ActivityTable: Sendable {
    let renderer: HTMLRenderer

    func html(_ records: ArraySlice<ActivityRecord>) -> HTML {
        guard !records.isEmpty else {
            return "<p class=\"nothing\">\(wording("没有找到", "nothing found"))</p>"
        }
        let rows = records.map { record -> HTML in
            let activity = record.activity
            let reference = PassageReference(
                passage: record.paragraph, path: record.report.path, line: record.line)
            let amounts = activity.quantities.map(Naming.quantity).joined(separator: "，")
            let circumstances = [activity.date, activity.place] + activity.partners.map { $0 }
            let year = record.year.map(String.init) ?? wording("未知", "unknown")
            return """
                <tr><td>\(Naming.unit(record.report))</td><td class="number">\(year)</td>\
                <td><span class="status \(activity.status.rawValue)">\(Naming.status(activity.status))</span></td>\
                <td>\(renderer.link(reference, activity.name.isEmpty ? activity.action : activity.name))</td>\
                <td>\(renderer.numbers(activity.span))</td><td><b>\(amounts)</b></td>\
                <td>\(circumstances.compactMap { $0 }.joined(separator: "；"))</td></tr>

                """
        }
        let heads = [
            wording("单位", "unit"), wording("年份", "year"), wording("状态", "status"),
            wording("活动", "activity"), wording("原文", "words"), wording("数字", "amounts"),
            wording("时间、地点、合作单位", "date, place, partners"),
        ].map { "<th scope=\"col\">\($0)</th>" as HTML }
        return """
            <div class="scroll" tabindex="0"><table class="list activities cards"><thead><tr>\(heads)</tr></thead>
            <tbody>\(rows)</tbody></table></div>

            """
    }
}
