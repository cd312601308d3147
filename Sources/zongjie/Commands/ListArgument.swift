import ReportModel
import ReportQuery

/// Options that take several values (多值选项).
enum ListArgument {
    /// Values given one by one, or with commas.
    static func values(_ arguments: [String]) -> [String] {
        arguments.flatMap { argument in
            argument.split { ",，、".contains($0) }.map { String($0) }
        }.map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
    }

    /// Years and spans of years, rising.
    static func years(_ arguments: [String]) throws(QueryError) -> [Int] {
        var filter = Filter()
        for argument in values(arguments) { try FilterField.year.apply(argument, to: &filter) }
        var years: Set<Int> = []
        for choice in filter.years {
            guard case .years(let range) = choice, range.count <= 100 else {
                throw QueryError(
                    place: "--years",
                    problem: wording("需要确定的年份", "definite years are needed"),
                    advice: wording("例如 2017-2020", "for example 2017-2020"))
            }
            years.formUnion(range)
        }
        return years.sorted()
    }
}
