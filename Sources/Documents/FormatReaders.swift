extension Readers {
    /// The readers of office documents, pages and archives, in the order they are asked.
    ///
    /// Content tells before names: offices keep pages and rich text under the name of Word files.
    static let formats: [any DocumentReader] = {
        let single: [any DocumentReader] = [
            PDFReader(), OFDReader(), ODTReader(), WordReader(), WordXMLReader(), RTFReader(),
            MHTReader(), XLSXReader(), XLSReader(), ODSReader(), PPTXReader(), PPTReader(),
            ODPReader(),
            PictureReader(),
            DocReader(), HTMLReader(),
        ]
        let archives = ArchiveReader(readers: [PlainTextReader()] + single)
        return [MailReader(archives: archives)] + single + [archives]
    }()
}
