import ReportModel

@testable import Documents

extension Target {
    /// Formats that are one stream of bytes.
    static let formats: [Target] = [
        reader("doc", ["doc", "wps"], DocReader(command: missing)),
        reader("rtf", ["rtf"], RTFReader()),
        reader("mht", ["mht"], MHTReader()), reader("html", ["html", "htm"], HTMLReader()),
        reader("xls", ["xls", "et"], XLSReader()), reader("ppt", ["ppt", "dps"], PPTReader()),
        reader("wordxml", ["xml"], WordXMLReader()),
        reader("text", ["txt", "md"], PlainTextReader()),
        mail("eml"), mail("msg"),
        reader("zip", ["zip", "7z", "gz"], ArchiveReader(readers: [PlainTextReader()])), pdf,
    ]

    /// No converter is started for what we cannot read ourselves.
    private static let missing = ExternalCommand(name: "no-such-converter", package: "")

    private static func reader(
        _ name: String, _ endings: [String], _ reader: any DocumentReader
    ) -> Target {
        Target(name: name, seeds: { $0.files(endings) }) { bytes in
            _ = try? reader.read(
                InputFile(path: "input.\(endings[0])", bytes: bytes), options: ReadOptions())
        }
    }

    private static func mail(_ name: String) -> Target {
        reader(name, [name], MailReader(archives: ArchiveReader(readers: [PlainTextReader()])))
    }

    /// What `pdftotext` prints, from its XML to paragraphs.
    private static let pdf = Target(
        name: "pdf",
        seeds: { files in
            let command = ExternalCommand(name: "pdftotext", package: "poppler-utils")
            return files.files(["pdf"]).flatMap { bytes in
                [["-bbox-layout"], ["-raw", "-bbox"]].compactMap { options in
                    try? command.run(["-q"] + options + ["{}", "-"], input: bytes).bytes
                }
            }
        }
    ) { bytes in
        var layout = PDFLayout()
        guard (try? MarkupParser.parse(bytes) { layout.take($0) }) != nil else { return }
        for index in layout.pages.indices {
            layout.pages[index].lines = PDFTables(layout.pages[index].words)
                .replacing(layout.pages[index].lines)
        }
        _ = PDFReader.document(
            path: "input.pdf", format: "pdf", pages: layout.pages, properties: [:],
            unknownSymbols: layout.unknownSymbols)
    }
}
