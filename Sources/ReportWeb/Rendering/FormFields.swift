import Presentation
import ReportIndex
import ReportModel

/// The parts of forms (表单), each with its label.
struct FormFields: Sendable {
    let visit: Visit

    private func value(_ name: String) -> String {
        visit.parameters.values(name).joined(separator: ",")
    }

    func text(_ name: String, _ label: String, hint: String = "", list: String? = nil) -> HTML {
        let suggestions: HTML = list.map { " list=\"\($0)\"" } ?? ""
        return """
            <label>\(label) <input name="\(name)" value="\(value(name))" \
            placeholder="\(hint)" autocomplete="off"\(suggestions)></label>

            """
    }

    /// A choice of one; the empty choice is all.
    func choice(_ name: String, _ label: String, _ values: [(value: String, label: String)]) -> HTML
    {
        let chosen = value(name)
        let options = ([("", wording("全部", "all"))] + values).map { item -> HTML in
            let mark: HTML = item.0 == chosen ? " selected" : ""
            return "<option value=\"\(item.0)\"\(mark)>\(item.1)</option>"
        }
        return "<label>\(label) <select name=\"\(name)\">\(options)</select></label>\n"
    }

    func flag(_ name: String, _ label: String) -> HTML {
        let mark: HTML = visit.parameters.values(name).isEmpty ? "" : " checked"
        return """
            <label class="flag"><input type="checkbox" name="\(name)" value="1"\(mark)> \(label)</label>

            """
    }

    func unit(_ label: String) -> HTML {
        text("unit", label, hint: wording("如 区妇联", "a unit's name"), list: "known-units")
    }

    var year: HTML {
        text(
            "year", wording("工作年份", "year of the work"),
            hint: wording("如 2018 或 2015-2018", "2018, 2015-2018"))
    }

    var topic: HTML {
        choice(
            "topic", wording("主题", "topic"),
            Topic.allCases.map { ($0.rawValue, wording($0.chineseName, $0.rawValue)) })
    }

    /// A form that asks by address: what it asks can be kept as a bookmark.
    func form(_ path: String, _ fields: HTML, _ button: String, isSearch: Bool = false) -> HTML {
        let language: HTML =
            visit.links.chosenLanguage.map {
                "<input type=\"hidden\" name=\"lang\" value=\"\($0)\">"
            } ?? ""
        let role: HTML = isSearch ? " role=\"search\"" : ""
        return """
            <form action="\(path)" method="get"\(role)>\(language)\(fields)\
            <button type="submit">\(button)</button></form>

            """
    }

    /// The names of the units of the index, for fields that take one.
    func knownUnits() throws -> HTML {
        let names = Set(try visit.reading.reports().entries.compactMap(\.summary.unit.name))
            .sorted()
        let options = names.prefix(2000).map { "<option value=\"\($0)\"></option>" as HTML }
        return "<datalist id=\"known-units\">\(Array(options))</datalist>\n"
    }

    /// Where the same rows are to be had for other programs.
    func downloads(_ view: View, _ parameters: Parameters) -> HTML {
        let csv = parameters.setting("format", "csv").setting("headings", "chinese")
        return """
            <p class="downloads">\(wording("本页数据：", "these rows: "))\
            <a href="\(visit.links.to("/api" + view.path, csv))" download="\(view.name).csv">\
            \(wording("Excel 可开的 CSV", "CSV for Excel"))</a> · \
            <a href="\(visit.links.to("/api" + view.path, parameters))">JSON</a></p>

            """
    }
}
