import ReportModel

/// Reads Word 97-2003 files and those of WPS (.doc, .wps), which are the same inside.
///
/// Files of Word 6 and 95, and damaged ones, go to `antiword`, which knows no automatic numbers.
struct DocReader: DocumentReader {
    var command = ExternalCommand(name: "antiword", package: "antiword")

    func accepts(name: String, head: [UInt8]) -> Bool {
        let known = ["doc", "dot", "wps", "wpt"].contains(FileKind.extension(of: name))
        if head.isEmpty { return known }
        guard head.starts(with: CompoundFile.mark) else { return false }
        // Encrypted .docx files are compound files too; other programs' files are not ours.
        return !["xls", "ppt", "msg", "et", "dps", "vsd", "msi", "db"].contains(
            FileKind.extension(of: name))
    }

    func read(_ file: InputFile, options: ReadOptions) throws(ReportError) -> [DecodedDocument] {
        [try refusing(file.path) { () throws(Refusal) in try decode(file) }]
    }

    private func decode(_ file: InputFile) throws(Refusal) -> DecodedDocument {
        guard let compound = CompoundFile(file.bytes) else {
            throw .notThisFormat("Word (.doc)")
        }
        let body: DocBody
        do throws(DocFile.Trouble) {
            body = DocBody(try DocFile(compound))
        } catch {
            switch error {
            case .encrypted: throw .encrypted
            case .noWord: throw .notThisFormat("Word (.doc)")
            case .older, .damaged: return try convert(file)
            }
        }
        return try document(
            file.path, flow: body.flow, properties: DocSummary(compound).values, doubts: [])
    }

    private func convert(_ file: InputFile) throws(Refusal) -> DecodedDocument {
        let output = try command.run(["-m", "UTF-8", "-w", "0", "{}"], input: file.bytes)
        guard output.status == 0 else {
            throw .commandFailed(command.name, status: output.status)
        }
        var flow = DocumentFlow()
        for line in String(decoding: output.bytes, as: UTF8.self).splitLines() {
            flow.beginParagraph()
            flow.append(Self.row(line))
            flow.endParagraph()
        }
        return try document(
            file.path, flow: flow,
            doubts: [.lostNumbering(command: command.name)])
    }

    /// The cells that antiword draws between bars, separated by tabs.
    private static func row(_ line: String) -> String {
        guard line.hasPrefix("|"), line.hasSuffix("|") else { return line }
        return line.dropFirst().dropLast().split(separator: "|").map { String($0).trimmed() }
            .joined(separator: "\t")
    }

    private func document(
        _ path: String, flow: DocumentFlow, properties: [String: String] = [:], doubts: [Doubt]
    ) throws(Refusal) -> DecodedDocument {
        guard !flow.lines.isEmpty else { throw .noText }
        return try DecodedDocument(
            path: path, format: "doc", flow: flow, properties: properties, doubts: doubts)
    }
}
