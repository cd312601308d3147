import ReportModel

/// Reads pictures of pages (图片: .jpg, .png, .tif …) where text recognition is asked for.
struct PictureReader: DocumentReader {
    func accepts(name: String, head: [UInt8]) -> Bool {
        FileKind.pictures.contains(FileKind.extension(of: name))
    }

    func read(_ file: InputFile, options: ReadOptions) throws(ReportError) -> [DecodedDocument] {
        [
            try refusing(file.path) { () throws(Refusal) in
                guard let recognition = options.recognition else { throw .picture }
                let pages = try recognition.pages(of: file.bytes)
                guard pages.contains(where: { !$0.lines.isEmpty }) else { throw .noText }
                return PDFReader.document(
                    path: file.path, format: "picture", pages: pages, properties: [:],
                    unknownSymbols: 0, recognised: Set(1...pages.count))
            }
        ]
    }
}
