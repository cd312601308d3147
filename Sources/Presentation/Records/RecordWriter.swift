import ReferenceCorpus
import ReportModel

/// How rows are written for other programs (行的格式).
package enum RecordFormat: Sendable {
    case jsonLines
    /// - `isChinese`: headings in Chinese in place of the fields' names.
    case csv(isChinese: Bool)
}

/// Writes rows as JSON Lines, or as CSV that Excel opens (RFC 4180, byte-order mark first).
package struct RecordWriter<Subject> {
    private let type: RecordType<Subject>
    private let format: RecordFormat
    private let columns: [RecordColumn<Subject>]
    private let output: (String) -> Void
    private var isFirst = true

    /// - Parameter output: takes each row's text, its line end included.
    package init(
        _ type: RecordType<Subject>, _ format: RecordFormat, to output: @escaping (String) -> Void
    ) {
        self.type = type
        self.format = format
        self.output = output
        columns = type.columns
    }

    package mutating func write(_ subject: Subject) {
        switch format {
        case .jsonLines: output(type.json(subject) + "\n")
        case .csv(let isChinese):
            let row = CSVWriting.line(columns.map { $0.value(subject).cell })
            let header = isFirst ? Self.header(columns, isChinese: isChinese) : ""
            output(header + row)
        }
        isFirst = false
    }

    private static func header(_ columns: [RecordColumn<Subject>], isChinese: Bool) -> String {
        "\u{FEFF}"
            + CSVWriting.line(columns.map { isChinese ? $0.heading.chinese : $0.name })
    }
}
