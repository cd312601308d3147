import ReportQuery

/// One activity of a comparison, with the row and the column it stands in (对照表的一格).
package struct ComparisonCell: Sendable {
    package let row: UnitComparison.Row
    package let column: String
    package let record: ActivityRecord
}

extension UnitComparison {
    /// The activities of some rows, row by row and column by column.
    package func cells(limit: Int = .max) -> [ComparisonCell] {
        rows.prefix(limit).flatMap { row in
            zip(columns, row.cells).flatMap { column, records in
                records.map { ComparisonCell(row: row, column: column, record: $0) }
            }
        }
    }
}

extension Records {
    /// A row for each activity of a comparison: kind, topic, course, column, then the activity's fields.
    ///
    /// - Parameter isOverYears: whether the columns are years of one unit, which tell each kind's course.
    package static func comparison(isOverYears: Bool) -> RecordType<ComparisonCell> {
        let course: [RecordField<ComparisonCell>] = [
            .text("course", "变化", "kept 延续，dropped 末年未提及，new 新增", "kept, dropped or new") {
                $0.row.course?.rawValue
            }
        ]
        let head: [RecordField<ComparisonCell>] = [
            .text(
                "kind", "活动类", "活动的种类；仅一方写到为 null",
                "the kind of activity; null for what one column only has"
            ) {
                $0.row.kind
            },
            .text("topic", "主题组", "该类的主题代码", "id of the kind's topic") { $0.row.topic?.rawValue },
        ]
        let columns: [RecordField<ComparisonCell>] = [
            .text("column", "列", "单位或年份", "the unit, or the year") { $0.column },
            .integer("columns", "列数", "有此类活动的列数", "columns that have the kind") { $0.row.count },
        ]
        return RecordType(
            "comparison", "对照表中的一项活动", "an activity of a comparison",
            head + (isOverYears ? course : []) + columns + activity.fields { $0.record })
    }
}
