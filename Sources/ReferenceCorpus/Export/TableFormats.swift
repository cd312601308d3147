import ReportModel

/// A format passages are written in, one after another (导出格式).
protocol PassageFormat {
    mutating func begin(_ header: ExportHeader) -> String
    mutating func write(_ passage: ExportPassage, isNewReport: Bool) -> String
    mutating func end() -> String
}

/// The columns of JSON Lines and CSV.
enum PassageColumnsOfExport {
    static let names = [
        "id", "source_path", "source_line", "source_hash", "text_hash", "title", "unit",
        "unit_type", "admin_level", "region", "year", "year_basis", "concerns_year", "role",
        "kind", "headings", "topics", "copy_group", "text",
    ]

    static func cells(_ item: ExportPassage) -> [String?] {
        let passage = item.passage
        let report = passage.report
        return [
            item.id, report.path, String(passage.line), item.frozen.sourceHash,
            item.frozen.textHash, report.title, report.unit.name, report.unit.type.rawValue,
            report.unit.level.rawValue, report.unit.region.joined(separator: "; "),
            report.year.year.map(String.init), report.year.basis.rawValue,
            passage.concernsYear.map(String.init), passage.role.rawValue, passage.kind.rawValue,
            passage.headings.joined(separator: "; "),
            passage.topics.map(\.rawValue).joined(separator: "; "),
            item.frozen.copies > 0 ? String(item.frozen.copies) : nil, item.text,
        ]
    }
}

/// JSON Lines: the corpus in the first line, then a passage a line.
struct JSONLinesFormat: PassageFormat {
    mutating func begin(_ header: ExportHeader) -> String {
        let fields = header.fields.map { ($0.name, JSONWriting.string($0.value)) }
        return JSONWriting.object([
            (
                "corpus",
                JSONWriting.object(
                    fields + [("definition", header.definition), ("counts", header.counts)])
            )
        ]) + "\n"
    }

    mutating func write(_ item: ExportPassage, isNewReport: Bool) -> String {
        let passage = item.passage
        let report = passage.report
        func text(_ value: String?) -> String { value.map(JSONWriting.string) ?? "null" }
        func number(_ value: Int?) -> String { value.map(String.init) ?? "null" }
        var fields: [(name: String, json: String)] = [
            ("id", text(item.id)),
            (
                "source",
                JSONWriting.object([
                    ("path", text(report.path)), ("line", number(passage.line)),
                    ("hash", text(item.frozen.sourceHash)),
                ])
            ),
            ("text_hash", text(item.frozen.textHash)), ("tag_hash", text(item.frozen.tagHash)),
            ("title", text(report.title)),
            ("unit", text(report.unit.name)), ("unit_type", text(report.unit.type.rawValue)),
            ("admin_level", text(report.unit.level.rawValue)),
            ("region", JSONWriting.list(report.unit.region)), ("year", number(report.year.year)),
            ("year_basis", text(report.year.basis.rawValue)),
            ("concerns_year", number(passage.concernsYear)), ("role", text(passage.role.rawValue)),
            ("kind", text(passage.kind.rawValue)),
            ("headings", JSONWriting.list(passage.headings)),
            ("topics", JSONWriting.list(passage.topics.map(\.rawValue))),
        ]
        if item.frozen.copies > 0 { fields.append(("copy_group", number(item.frozen.copies))) }
        fields.append(("text", text(item.text)))
        return JSONWriting.object(fields) + "\n"
    }

    mutating func end() -> String { "" }
}

/// CSV with a byte-order mark, so that Excel opens it; what the corpus is stands in the file beside it.
struct CSVFormat: PassageFormat {
    mutating func begin(_ header: ExportHeader) -> String {
        "\u{FEFF}" + CSVWriting.line(PassageColumnsOfExport.names)
    }

    mutating func write(_ item: ExportPassage, isNewReport: Bool) -> String {
        CSVWriting.line(PassageColumnsOfExport.cells(item).map { $0 ?? "" })
    }

    mutating func end() -> String { "" }

    /// The description of the table for `FILE.csv-metadata.json` (W3C, "Metadata Vocabulary for Tabular Data",
    /// 2015).
    static func metadata(_ header: ExportHeader, file: String) -> String {
        let columns = PassageColumnsOfExport.names.map { name in
            var fields: [(name: String, json: String)] = [
                ("name", JSONWriting.string(name)), ("titles", JSONWriting.string(name)),
            ]
            if ["source_line", "year", "concerns_year", "copy_group"].contains(name) {
                fields.append(("datatype", JSONWriting.string("integer")))
            }
            if ["headings", "topics", "region"].contains(name) {
                fields.append(("separator", JSONWriting.string("; ")))
            }
            return JSONWriting.object(fields)
        }
        var fields: [(name: String, json: String)] = [
            ("@context", JSONWriting.string("http://www.w3.org/ns/csvw")),
            ("url", JSONWriting.string(file)), ("dc:title", JSONWriting.string(header.name)),
        ]
        fields += header.fields.map { ("zongjie:" + $0.name, JSONWriting.string($0.value)) }
        fields.append(
            (
                "tableSchema",
                JSONWriting.object([
                    ("columns", "[" + columns.joined(separator: ", ") + "]"),
                    ("primaryKey", JSONWriting.string("id")),
                ])
            ))
        return JSONWriting.object(fields) + "\n"
    }
}
