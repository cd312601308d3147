import ReportModel

/// Reads web archives (.mht, 单个文件网页), also those that web systems call `.doc`.
struct MHTReader: DocumentReader {
    let pages = HTMLReader()

    func accepts(name: String, head: [UInt8]) -> Bool {
        if head.isEmpty { return ["mht", "mhtml"].contains(FileKind.extension(of: name)) }
        return FileKind.contains(head, "MIME-Version:")
            && FileKind.contains(head, "Content-Type:")
    }

    func read(_ file: InputFile, options: ReadOptions) throws(ReportError) -> [DecodedDocument] {
        [
            try refusing(file.path) { () throws(Refusal) in
                let parts = MIMEArchive(file.bytes).parts
                // Frames are pages too; the one with the most text is the page.
                let page = parts.filter { $0.type == "text/html" }
                    .max { $0.body.count < $1.body.count }
                guard let page else { throw .notThisFormat("MHT") }
                return try pages.document(
                    path: file.path, bytes: page.decoded(), header: page.parameter("charset"),
                    option: options.encoding)
            }
        ]
    }
}
