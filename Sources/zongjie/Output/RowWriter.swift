import ArgumentParser
import ReferenceCorpus

/// How rows are printed.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text, jsonl, csv
}

/// Prints rows as JSON Lines or as CSV that Excel opens (RFC 4180, byte-order mark first).
struct RowWriter {
    let format: OutputFormat
    private var isFirst = true

    init(format: OutputFormat) {
        self.format = format
    }

    mutating func write(_ row: OutputRow) {
        var line = ""
        if format == .csv {
            if isFirst { line += "\u{FEFF}" + CSVWriting.line(row.fields.map(\.name)) }
            line += CSVWriting.line(row.fields.map(\.value.cell))
        } else {
            OutputValue.object(row).write(to: &line)
            line += "\n"
        }
        isFirst = false
        StandardOutput.write(line)
    }
}
