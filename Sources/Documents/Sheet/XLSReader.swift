import ReportModel

/// Reads workbooks of Excel 5 to 2003 and of WPS (.xls, .et).
///
/// An own parser of the few records that hold text: libfreexl lays out a sheet as large as its header
/// claims, in this process and without limits, and knows neither hidden rows nor hidden sheets.
struct XLSReader: DocumentReader {
    func accepts(name: String, head: [UInt8]) -> Bool {
        let known = ["xls", "xlt", "et", "ett"].contains(FileKind.extension(of: name))
        return known && (head.isEmpty || head.starts(with: CompoundFile.mark))
    }

    func read(_ file: InputFile, options: ReadOptions) throws(ReportError) -> [DecodedDocument] {
        [try refusing(file.path) { () throws(Refusal) in try decode(file) }]
    }

    private func decode(_ file: InputFile) throws(Refusal) -> DecodedDocument {
        guard let compound = CompoundFile(file.bytes) else { throw .notThisFormat("Excel (.xls)") }
        if compound.names.contains("EncryptedPackage") { throw .encrypted }
        guard let stream = compound.stream("Workbook") ?? compound.stream("Book") else {
            throw .notThisFormat("Excel (.xls)")
        }
        let workbook = XLSWorkbook(stream)
        if workbook.isEncrypted { throw .encrypted }
        guard !workbook.sheets.isEmpty else {
            throw .noSheets
        }
        var lines = SheetLines()
        for sheet in workbook.sheets.prefix(XLSXReader.sheetLimit) where !lines.isFull {
            let cells = workbook.cells(of: sheet, &lines)
            lines.add(sheet: sheet.name, cells, isHidden: sheet.isHidden)
        }
        return try lines.document(
            path: file.path, format: "xls", properties: DocSummary(compound).values)
    }
}
