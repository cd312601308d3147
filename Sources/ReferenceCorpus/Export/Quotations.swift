import ReportIndex

/// Quotations somebody collected, with notes and sources ready to cite (摘录): Markdown, or a Word document.
package struct Quotations: Sendable {
    package struct Item: Sendable {
        let text: String
        let note: String
        let citation: String

        /// - Parameters:
        ///   - note: what the collector says of it; empty for nothing.
        ///   - citation: who said it, when and where.
        package init(text: String, note: String, citation: String) {
            self.text = text
            self.note = note
            self.citation = citation
        }
    }

    package let title: String
    /// ISO 8601, UTC.
    package let made: String
    package let items: [Item]

    package init(title: String, made: String, items: [Item]) {
        self.title = title
        self.made = made
        self.items = items
    }

    /// Unit, report, year, file and line of a passage.
    package static func citation(of passage: Passage) -> String {
        ExportPassage.citation(of: passage)
    }

    package func markdown() -> String {
        let escape = MarkdownSheet.escape
        var text = "# \(escape(title))\n\n"
        for item in items {
            if !item.note.isEmpty { text += escape(item.note) + "\n\n" }
            text += "> \(escape(item.text))\n>\n> ——\(escape(item.citation))\n\n"
        }
        return text
    }

    /// A .docx (ECMA-376).
    package func word() -> [UInt8] {
        let header = ExportHeader(name: title, made: made, [])
        var sheet = WordSheet()
        var document = sheet.begin(header)
        for item in items {
            for line in item.note.split(whereSeparator: \.isNewline) {
                document += WordSheet.paragraph(String(line), style: "Normal")
            }
            document += WordSheet.paragraph(item.text, style: "Quote")
            document += WordSheet.paragraph("——" + item.citation, style: "Source")
        }
        document += sheet.end()
        var archive = StoredArchive()
        for part in WordPackage.files(document: document, header: header) {
            archive.add(part.name, Array(part.text.utf8))
        }
        return archive.finished()
    }
}
