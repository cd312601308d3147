import Presentation
import ReportModel

/// What programs get (数据接口): where, and what every field means, from the records' own descriptions.
enum RecordsPage {
    static func response(_ layout: Layout) throws -> WebResponse {
        switch layout.parameters.values("format").last {
        case nil:
            return layout.response(
                Page(title: wording("数据接口", "Data for programs"), body: body(layout.links)))
        case "json":
            let records = Records.all.map { record in
                RecordValue.object([
                    .init("record", .text(record.name)), .init("meaning", meaning(record.meaning)),
                    .init("fields", fields(record.fields)),
                ])
            }
            return WebResponse(
                type: "application/json; charset=utf-8",
                RecordValue.object([.init("records", .list(records))]).json + "\n")
        default:
            throw ReportError(
                place: "format", problem: wording("没有这种格式", "there is no such format"),
                advice: "json")
        }
    }

    private static func meaning(_ text: Bilingual) -> RecordValue {
        .object([.init("zh", .text(text.chinese)), .init("en", .text(text.english))])
    }

    private static func fields(_ fields: [FieldDescription]) -> RecordValue {
        .list(
            fields.map { field in
                .object([
                    .init("name", .text(field.name)), .init("type", .text(field.type.name)),
                    .init("heading", .text(field.heading.chinese)),
                    .init("meaning", meaning(field.meaning)),
                ])
            })
    }

    private static func body(_ links: Links) -> HTML {
        let views = View.all.map { view -> HTML in
            "<li><code>/api/\(view.name)</code> \(view.title.current)</li>\n"
        }
        let records = Records.all.map { record -> HTML in
            let rows = record.fields.map { field -> HTML in
                """
                <tr><th scope="row"><code>\(field.name)</code></th><td>\(field.type.name)</td>\
                <td>\(field.heading.current)</td><td>\(field.meaning.current)</td></tr>

                """
            }
            return """
                <details><summary><code>\(record.name)</code> \(record.meaning.current)</summary>
                <div class="scroll"><table><tbody>\(rows)</tbody></table></div></details>

                """
        }
        return """
            <h1>\(wording("数据接口", "Data for programs"))</h1>
            <p>\(wording("每个栏目的数据，参数与页面相同：把网址中的 /search 换成 /api/search 即可。",
                "The rows of every page under the same parameters: write /api/search in place of /search."))</p>
            <ul>\(views)</ul>
            <p>\(wording("format=json（默认）、jsonl（与命令行逐字相同）、csv；headings=chinese 给 CSV 中文表头。一次至多 1000 行。",
                "format=json (default), jsonl (as the command prints it), csv; headings=chinese for CSV. At most 1000 rows."))</p>
            <p><a href="\(links.to("/api", "format", "json"))">\(wording("本页的 JSON", "this page as JSON"))</a></p>
            <h2>\(wording("记录与字段", "Records and fields"))</h2>
            \(records)
            """
    }
}
