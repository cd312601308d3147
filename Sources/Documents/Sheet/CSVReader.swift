import ReportModel

/// Reads tables saved as text (.csv, .tsv): a record is a row, its fields cells (RFC 4180; semicolons and tabs too).
struct CSVReader: DocumentReader {
    func accepts(name: String, head: [UInt8]) -> Bool {
        ["csv", "tsv"].contains(FileKind.extension(of: name))
    }

    func read(_ file: InputFile, options: ReadOptions) throws(ReportError) -> [DecodedDocument] {
        let texts = try PlainTextReader().read(file, options: options)
        guard let text = texts.first else { return texts }
        return [
            try refusing(file.path) { () throws(Refusal) in
                var document = try Self.lines(of: text).document(
                    path: file.path, format: "csv (\(text.encoding))")
                document.doubts += text.doubts
                return document
            }
        ]
    }

    private static func lines(of text: DecodedDocument) -> SheetLines {
        let separator = separator(of: text.lines.first?.text ?? "")
        var lines = SheetLines()
        var cells = SheetCells()
        var record: [String] = []
        var field = ""
        var isQuoted = false
        var first = 0
        for line in text.lines {
            if isQuoted { field += "\n" } else { first = line.line }
            var isStart = !isQuoted
            var wasQuote = false
            for character in line.text {
                if character == "\"", isQuoted || isStart || wasQuote {
                    // Two marks within marks are one.
                    if wasQuote, !isQuoted { field.append(character) }
                    wasQuote = isQuoted
                    isQuoted.toggle()
                    isStart = false
                } else if character == separator, !isQuoted {
                    record.append(field)
                    (field, isStart, wasQuote) = ("", true, false)
                } else {
                    field.append(character)
                    (isStart, wasQuote) = (false, false)
                }
            }
            if isQuoted { continue }
            add(record + [field], row: first - 1, &cells, &lines)
            (record, field) = ([], "")
        }
        // A mark without its brother: the rest is one field.
        if isQuoted { add(record + [field], row: first - 1, &cells, &lines) }
        lines.add(sheet: "", cells, isHidden: false)
        return lines
    }

    private static func add(
        _ record: [String], row: Int, _ cells: inout SheetCells, _ lines: inout SheetLines
    ) {
        for (column, field) in record.enumerated() where !field.isEmpty && lines.admits(field) {
            cells.rows[row, default: [:]][column] = field
        }
    }

    /// What stands most often in the first line.
    private static func separator(of line: String) -> Character {
        let candidates: [Character] = ["\t", ",", ";", "，"]
        let counts = candidates.map { candidate in line.count { $0 == candidate } }
        guard let most = counts.max(), most > 0, let place = counts.firstIndex(of: most) else {
            return ","
        }
        return candidates[place]
    }
}
