import Presentation
import ReportModel
import ReportQuery

/// What stands around the hits of a search (检索页的部件).
struct SearchParts: Sendable {
    let visit: Visit
    let request: SearchRequest
    /// The request's own parameters, under their first names.
    var parameters: Parameters { request.parameters }

    private var path: String { SearchPage.view.path }

    /// The box keeps the conditions, and begins at the first page.
    var box: HTML {
        let kept = parameters.pairs.filter { !["q", "page"].contains($0.name) }.map { pair in
            "<input type=\"hidden\" name=\"\(pair.name)\" value=\"\(pair.value)\">" as HTML
        }
        let fields: HTML = """
            <label class="box"><span class="hidden">\(wording("检索式", "question"))</span>\
            <input type="search" name="q" id="q" value="\(request.query)" \
            placeholder="\(wording("要找的事，如 留守儿童 关爱", "what to look for"))"></label>\(kept)
            """
        let form = FormFields(visit: visit).form(
            path, fields, wording("检索", "Search"), isSearch: true)
        let title = wording("检索工作总结", "Search work summaries")
        return "<h1 class=\"hidden\">\(title)</h1><div class=\"searchbox\">\(form)\(help)</div>\n"
    }

    private var help: HTML {
        let lines: [(String, String)] = [
            ("留守儿童 关爱", wording("两个词都要有，次序不限", "both words, in any order")),
            ("\"走访慰问\"", wording("一字不差", "exactly this text")),
            ("两癌 OR 妇女病", wording("有其一即可", "one of them")),
            ("走访慰问 -春节", wording("不要含有春节的", "without the word after -")),
            ("NEAR(调解 家庭, 20)", wording("相距 20 字以内", "within 20 characters")),
            ("两癌 年份:2015-2018 单位:区妇联", wording("限定年份与单位", "years and unit")),
            ("主题:维权 类型:plan", wording("限定主题与类型", "topic and kind")),
        ]
        let items = lines.map { question, meaning -> HTML in
            let link = visit.links.to(path, "q", question)
            return "<dt><a href=\"\(link)\">\(question)</a></dt><dd>\(meaning)</dd>\n"
        }
        return """
            <details class="help"><summary>\(wording("怎么写检索式", "how to ask"))</summary>
            <dl>\(items)</dl><p class="aside">\(wording("繁简、全半角、大小写互通。键盘：/ 到检索框，j、k 上下，回车打开，n、p 后一条前一条。",
                "Traditional and simplified, width and case find each other. Keys: / box, j and k, Enter, n and p for the next and the one before."))</p></details>

            """
    }

    /// The conditions in force, each with a link that takes it away.
    var chips: HTML {
        guard !request.filters.isEmpty else { return "" }
        let conditions = request.filters.conditions
        let items = conditions.indices.map { place -> HTML in
            var other = request
            other.filters.conditions.remove(at: place)
            other.page = 1
            let condition = conditions[place]
            let names = condition.field.names
            let field = wording(
                names[0], names.first { $0.utf8.allSatisfy { $0 < 0x80 } } ?? names[0])
            let label = "\(field)：\(Self.label(condition))"
            let remove = wording("去掉条件 \(label)", "remove \(label)")
            return """
                <li><a href="\(visit.links.to(path, other.parameters))" aria-label="\(remove)">\(label) \
                <span aria-hidden="true">×</span></a></li>
                """
        }
        return """
            <nav class="chips" aria-label="\(wording("条件", "conditions"))"><ul>\(items)</ul></nav>

            """
    }

    private static func label(_ condition: FilterRequest.Condition) -> String {
        let value = condition.value
        switch condition.field {
        case .topic: return wording(Topic(rawValue: value)?.chineseName ?? value, value)
        case .kind: return wording(Kind(rawValue: value)?.chineseName ?? value, value)
        default: return value == "unknown" ? wording("未知", value) : value
        }
    }

    /// The orders as links, and the same question asked of activities.
    var order: HTML {
        let orders: [(SearchOptions.Order?, String)] = [
            (nil, wording("按相关", "by relevance")), (.year, wording("按年份", "by year")),
            (.source, wording("按出处", "by source")),
        ]
        let links = orders.map { order, label -> HTML in
            guard request.order != order else { return "<b aria-current=\"true\">\(label)</b>" }
            var other = request
            other.order = order
            other.page = 1
            return "<a href=\"\(visit.links.to(path, other.parameters))\">\(label)</a>"
        }
        var activities = ActivitiesRequest()
        activities.query = request.query
        activities.filters = request.filters
        activities.filters.includesNoise = false
        let figures = visit.links.to(ActivitiesPage.view.path, activities.parameters)
        return """
            <p class="order">\(links.joined(" · ")) <span class="gap"></span>\
            <a href="\(figures)">\(wording("看活动与数字", "activities and figures"))</a> \
            <a class="tofacets" href="#facets">\(wording("筛选 ↓", "filters ↓"))</a></p>
            """
    }

    func pages(_ answer: SearchAnswer) -> HTML {
        func link(_ page: Int, _ label: String, _ relation: String) -> HTML {
            var other = request
            other.page = page
            let address = visit.links.to(path, other.parameters)
            return "<a rel=\"\(relation)\" href=\"\(address)\">\(label)</a>"
        }
        let hasNext =
            answer.hits.count == request.limit
            && request.page < WebLimits.reach / request.limit
            && (answer.matchCount ?? .max) > request.page * request.limit
        let before: HTML =
            request.page > 1 ? link(request.page - 1, wording("← 上一页", "← previous"), "prev") : ""
        let after: HTML = hasNext ? link(request.page + 1, wording("下一页 →", "next →"), "next") : ""
        guard !before.isEmpty || !after.isEmpty else { return "" }
        let number = wording("第 \(request.page) 页", "page \(request.page)")
        return """
            <nav class="pages" aria-label="\(wording("翻页", "pages of hits"))">\(before) \
            <span>\(number)</span> \(after)</nav>

            """
    }

    var nothing: HTML {
        """
        <p class="nothing">\(wording("没有找到。可以少写几个词、去掉条件，或到写作台贴一段话找相近的做法。",
            "Nothing found. Use fewer words, take conditions away, or paste a text at the writing desk."))</p>

        """
    }
}
