import ReportIndex
import ReportModel
import ReportQuery

/// Values given one by one, or with commas (多值).
package enum ValueList {
    package static func split(_ values: [String]) -> [String] {
        values.flatMap { value in
            value.split { ",，、".contains($0) }.map { String($0) }
        }.map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
    }

    /// Years and spans of years, rising.
    ///
    /// - Throws: `ReportError` when a value is no definite year or a span has more than a hundred.
    package static func years(_ values: [String]) throws(ReportError) -> [Int] {
        var request = FilterRequest()
        request[.year] = split(values)
        var years: Set<Int> = []
        for choice in try request.filter.years {
            guard case .years(let range) = choice,
                range.upperBound - range.lowerBound < 100
            else {
                throw ReportError(
                    place: "years",
                    problem: wording("需要确定的年份", "definite years are needed"),
                    advice: wording("例如 2017-2020", "for example 2017-2020"))
            }
            years.formUnion(range)
        }
        return years.sorted()
    }
}

/// What `compare` is asked (对照请求).
package struct CompareRequest: Request {
    package var units: [String] = []
    package var topics: [String] = []
    package var years: [String] = []
    package var limit: Int?

    package init() {}

    package static var fields: [RequestField<CompareRequest>] {
        [
            .texts("units", aliases: ["unit"], "单位，用逗号隔开", "units, with commas", \.units),
            .texts("topic", "主题，用逗号隔开", "topics, with commas", \.topics),
            .texts(
                "years", "工作年份：2019,2020 或 2017-2020", "years of the work: 2019,2020 or 2017-2020",
                \.years),
            .optionalNumber("limit", "行数", "kinds shown", in: NumberRange.rows, \.limit),
        ]
    }

    package func check() throws(ReportError) {
        guard !ValueList.split(units).isEmpty else {
            throw ReportError(
                place: "units", problem: wording("请给出单位", "name the units to compare"))
        }
        _ = try scope
    }

    /// What the engine is asked.
    package var scope: ComparisonScope {
        get throws(ReportError) {
            var filter = FilterRequest()
            filter[.topic] = topics
            var scope = ComparisonScope()
            scope.units = ValueList.split(units)
            scope.years = try ValueList.years(years)
            scope.topics = try filter.filter.topics
            return scope
        }
    }

    package func answer(in reading: IndexReading) throws -> UnitComparison {
        try ComparisonEngine().compare(try scope, in: reading)
    }
}

/// What `gaps` is asked (缺项请求).
package struct GapsRequest: Request {
    package var unit = ""
    package var peers: [String] = []
    package var years: [String] = []
    /// Only the kinds whose name has this, with every passage.
    package var open: String?
    package var limit: Int?

    package init() {}

    package static var fields: [RequestField<GapsRequest>] {
        [
            .text("unit", "单位", "the unit", \.unit),
            .texts("peers", "对照单位，用逗号隔开", "units to compare with, with commas", \.peers),
            .texts(
                "years", "报告年份：2018 或 2017-2019", "years of the reports: 2018, or 2017-2019",
                \.years),
            .optionalText("open", "展开名称含此的活动类", "open the kinds whose name has this", \.open),
            .optionalNumber("limit", "行数", "kinds shown", in: NumberRange.rows, \.limit),
        ]
    }

    package func check() throws(ReportError) { _ = try ValueList.years(years) }

    package func answer(in reading: IndexReading) throws -> ActivityGaps {
        var gaps = try ComparisonEngine().gaps(
            of: unit, peers: ValueList.split(peers), years: try ValueList.years(years),
            in: reading)
        if let open { gaps.keep { $0.kind.contains(open) } }
        return gaps
    }
}

/// What `promises` is asked (计划兑现请求).
package struct PromisesRequest: Request {
    package var unit = ""
    /// The year of the results; the latest with plans and results when `nil`.
    package var year: Int?

    package init() {}

    package static var fields: [RequestField<PromisesRequest>] {
        [
            .text("unit", "单位", "the unit", \.unit),
            .optionalNumber(
                "year", "结果的年份", "the year of the results", in: NumberRange.years, \.year),
        ]
    }

    package func answer(in reading: IndexReading) throws -> PlanReview {
        try ComparisonEngine().promises(of: unit, year: year, in: reading)
    }
}

/// What `trend --activity … --unit …` is asked (年度表请求).
package struct ActivityYearsRequest: Request {
    package var activity = ""
    package var units: [String] = []
    package var years: [String] = []

    package init() {}

    package static var fields: [RequestField<ActivityYearsRequest>] {
        [
            .text("activity", "活动，任何说法", "the activity, in any wording", \.activity),
            .texts("units", aliases: ["unit"], "单位，用逗号隔开", "units, with commas", \.units),
            .texts("years", "年份：2017-2020", "years: 2017-2020", \.years),
        ]
    }

    package func answer(in reading: IndexReading) throws -> ActivityYears {
        try ComparisonEngine().years(
            of: activity, units: ValueList.split(units), years: try ValueList.years(years),
            in: reading)
    }
}
