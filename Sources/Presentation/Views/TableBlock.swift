import ReportModel

/// Figures in rows and columns (表格).
package struct TableBlock: Sendable {
    package struct Column: Sendable {
        /// The field's name in machine-readable output.
        package let name: String
        package let heading: String
        /// Whether cells are words, set to the left.
        package let isText: Bool
    }

    package let columns: [Column]
    /// Cells as people read them: numbers with two decimals.
    package let rows: [[String]]

    init(columns: [Column], rows: [[String]]) {
        self.columns = columns
        self.rows = rows
    }

    /// The columns of a record.
    ///
    /// - Parameter unknown: what is shown where a record has no value.
    package init<Subject>(
        _ type: RecordType<Subject>, _ subjects: some Sequence<Subject>, unknown: String = ""
    ) {
        let all = type.columns
        columns = all.map {
            Column(name: $0.name, heading: $0.heading.current, isText: $0.isText)
        }
        rows = subjects.map { subject in
            all.map { Self.shown($0.value(subject), unknown: unknown) }
        }
    }

    private static func shown(_ value: RecordValue, unknown: String) -> String {
        switch value {
        case .number(let number): text(number)
        case .null: unknown
        default: value.cell
        }
    }

    /// A number with two decimals; – when there is none, ∞ when it is beyond all measure.
    static func text(_ number: Double) -> String {
        guard number.isFinite else { return "–" }
        if abs(number) >= 1e12 { return "∞" }
        let hundredths = (abs(number) * 100).rounded()
        let whole = Int(hundredths / 100)
        let rest = Int(hundredths) - whole * 100
        let sign = number < 0 && hundredths > 0 ? "-" : ""
        return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }
}
