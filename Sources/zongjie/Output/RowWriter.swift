import ArgumentParser
import Foundation

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
            if isFirst {
                line += "\u{FEFF}" + row.fields.map { Self.quote($0.name) }.joined(separator: ",")
                line += "\r\n"
            }
            line += row.fields.map { Self.quote($0.value.cell) }.joined(separator: ",") + "\r\n"
        } else {
            OutputValue.object(row).write(to: &line)
            line += "\n"
        }
        isFirst = false
        StandardOutput.write(line)
    }

    /// A cell, quoted when it must be; a cell a spreadsheet would run as a formula begins with an apostrophe.
    private static func quote(_ text: String) -> String {
        var text = text
        if let first = text.unicodeScalars.first, "=@".unicodeScalars.contains(first) {
            text = "'" + text
        }
        guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
            return text
        }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
