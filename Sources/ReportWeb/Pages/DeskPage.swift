import Presentation
import ReportIndex
import ReportModel
import ReportQuery

/// The writing desk (写作台): a draft is pasted, and each paragraph gets comparable passages of the reports. Nothing
/// of it is kept.
enum DeskPage {
    static let view = View(
        name: "desk", title: Bilingual("写作台", "Writing desk"), page: page, answer: answer,
        takesText: true)

    /// The paragraphs of the posted text; headings alone when there is nothing else.
    private static func subjects(_ visit: Visit) throws(WebError) -> [SimilarSubject] {
        let text = visit.parameters.values("text").joined(separator: "\n")
        let lines = text.split(whereSeparator: \.isNewline)
            .map { String($0.drop { $0.isWhitespace }) }.filter { !$0.isEmpty }
        let paragraphs = lines.filter { !isHeading($0) }
        let subjects = (paragraphs.isEmpty ? lines : paragraphs).map { SimilarSubject(text: $0) }
        guard subjects.count <= WebLimits.draftParagraphs else {
            throw WebError(
                .contentTooLarge, wording("文稿", "text"),
                wording(
                    "有 \(subjects.count) 段，一次至多 \(WebLimits.draftParagraphs) 段",
                    "\(subjects.count) paragraphs; at most \(WebLimits.draftParagraphs) at once"),
                wording("请分几次粘贴", "paste it in parts"))
        }
        return subjects
    }

    /// A short line that no sentence ends.
    private static func isHeading(_ line: String) -> Bool {
        line.count < 25 && line.last.map { !"。；！？.;".contains($0) } ?? true
    }

    private static func request(_ visit: Visit) throws -> SimilarRequest {
        var request = try SimilarRequest(visit.parameters.removing("text"))
        if visit.parameters.values("limit").isEmpty { request.limit = 3 }
        _ = try visit.rows(request.limit, else: 3)
        return request
    }

    private static func answers(_ visit: Visit) throws -> [SimilarAnswer] {
        let request = try request(visit)
        let engine = try visit.engines.similar()
        return try subjects(visit).map { subject in
            try visit.reading.checkDeadline()
            return try request.answer(to: subject, using: engine, in: visit.reading)
        }
    }

    private static func answer(_ visit: Visit) throws -> WebResponse {
        let rows = try answers(visit).enumerated().flatMap { number, answer in
            answer.hits.map { (number + 1, $0) }
        }
        return visit.answer(Records.similarToDraft, rows)
    }

    private static func page(_ visit: Visit) throws -> Page {
        let text = visit.parameters.values("text").joined(separator: "\n")
        let fields = FormFields(visit: visit)
        let language: HTML =
            visit.links.chosenLanguage.map {
                "<input type=\"hidden\" name=\"lang\" value=\"\($0)\">"
            } ?? ""
        let form: HTML = """
            <form class="desk" action="\(visit.links.to(view.path))" method="post">\(language)
            <label for="draft">\(wording("把草稿粘贴在这里，每段一行", "paste a draft here, a paragraph a line"))</label>
            <textarea id="draft" name="text" rows="10" maxlength="40000" required>
            \(text)</textarea>
            \(fields.year)\(fields.topic)
            <button type="submit">\(wording("找可比的做法", "find comparable passages"))</button>
            <p class="aside">\(wording("草稿只在本机比对，不保存。一次至多 40 段。",
                "The draft is compared on this machine and not kept. At most 40 paragraphs at once."))</p></form>

            """
        var body: HTML = "<h1>\(view.title.current)</h1>\(form)"
        if !text.isEmpty {
            let renderer = HTMLRenderer(visit, view.path)
            for (number, answer) in try answers(visit).enumerated() {
                let title = wording("第 \(number + 1) 段", "paragraph \(number + 1)")
                body += """
                    <section class="draft" aria-label="\(title)">
                    \(renderer.html(SimilarView.blocks(answer, context: 0)))</section>

                    """
            }
        }
        return Page(title: view.title.current, body: body)
    }
}

/// Comparable passages for one passage or text that the address names (可比段落).
enum SimilarPage {
    static let view = View(
        name: "similar", title: Bilingual("可比段落", "Similar"), page: page, answer: answer,
        isListed: false)

    private static func find(_ visit: Visit) throws -> (SimilarRequest, SimilarAnswer) {
        let request: SimilarRequest = try visit.request()
        _ = try visit.rows(request.limit, else: 10)
        guard request.text != nil || request.at != nil || request.id != nil else {
            throw ReportError(
                place: "text", problem: wording("没有给出文字", "no text is given"),
                advice: wording("请到写作台粘贴", "paste it at the writing desk"))
        }
        return (
            request, try request.answer(using: try visit.engines.similar(), in: visit.reading)
        )
    }

    private static func answer(_ visit: Visit) throws -> WebResponse {
        visit.answer(Records.similar, try find(visit).1.hits)
    }

    private static func page(_ visit: Visit) throws -> Page {
        let (request, answer) = try find(visit)
        let renderer = HTMLRenderer(visit, view.path, request.parameters)
        let blocks = SimilarView.blocks(answer, context: request.context)
        return Page(
            title: view.title.current,
            body: "<h1>\(view.title.current)</h1>\(renderer.html(blocks))"
                + FormFields(visit: visit).downloads(view, request.parameters))
    }
}
