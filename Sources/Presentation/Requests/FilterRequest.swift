import ReportModel
import ReportQuery

/// Which passages are looked at, as people give it (筛选), the same for every request that looks at passages.
package struct FilterRequest: Sendable, Equatable {
    package struct Condition: Sendable, Equatable {
        package let field: FilterField
        package let value: String

        package init(_ field: FilterField, _ value: String) {
            self.field = field
            self.value = value
        }
    }

    package var conditions: [Condition] = []
    /// Whether noise is looked at too.
    package var includesNoise = false

    package init() {}

    package var isEmpty: Bool { conditions.isEmpty }

    /// Adds the conditions to a filter.
    ///
    /// - Throws: `ReportError` for a value the field does not have.
    package func apply(to filter: inout Filter) throws(ReportError) {
        for condition in conditions {
            do throws(ReportError) {
                try condition.field.apply(condition.value, to: &filter)
            } catch {
                throw ReportError(
                    place: error.place, problem: error.problem, advice: error.advice)
            }
        }
        if includesNoise { filter.includesNoise = true }
    }

    package var filter: Filter {
        get throws(ReportError) {
            var filter = Filter()
            try apply(to: &filter)
            return filter
        }
    }

    /// The values of one field.
    package subscript(_ field: FilterField) -> [String] {
        get { conditions.filter { $0.field == field }.map(\.value) }
        set {
            conditions.removeAll { $0.field == field }
            conditions += newValue.map { Condition(field, $0) }
        }
    }
}

/// A request that is about a choice of passages.
package protocol FilteredRequest: Request {
    var filters: FilterRequest { get set }
}

extension FilteredRequest {
    /// The filters as parameters, under the names of the options.
    package static var filterFields: [RequestField<Self>] {
        [
            filter(
                .unit, "unit", ["units"], "单位名或其一部分；unknown 为未知",
                "unit name or part of it; unknown too"),
            filter(.unitType, "type", [], "单位类型", "unit type"),
            filter(.level, "level", [], "行政层级", "administrative level"),
            filter(.region, "region", [], "地名或其一部分", "place name or part of it"),
            filter(
                .year, "year", ["years"], "工作年份：2018、2015-2018、unknown",
                "year the work concerns: 2018, 2015-2018, unknown"),
            filter(.reportYear, "report-year", [], "报告年份", "year the report is filed under"),
            filter(.topic, "topic", [], "主题", "topic"),
            filter(.kind, "kind", [], "类型", "kind"),
            filter(.path, "path", [], "文件路径的一部分", "part of the source's path"),
            .flag("all", "也看噪声", "look at noise too", \.filters.includesNoise),
        ]
    }

    private static func filter(
        _ field: FilterField, _ name: String, _ aliases: [String], _ chinese: String,
        _ english: String
    ) -> RequestField<Self> {
        RequestField(name: name, aliases: aliases, meaning: Bilingual(chinese, english)) {
            values, owner in
            owner.filters[field] = values.filter { !$0.isEmpty }
        } write: {
            $0.filters[field]
        }
    }
}

extension FilteredRequest {
    /// Refuses `all` where noise is never looked at.
    func refuseNoise() throws(ReportError) {
        guard filters.includesNoise else { return }
        throw ReportError(
            place: "all", problem: wording("此处从不看噪声", "noise is never looked at here"),
            advice: wording("search 与 export 可用", "search and export take it"))
    }
}
