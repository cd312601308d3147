import Foundation
import ReportIndex
import ReportModel
import ReportQuery

/// Writes a frozen corpus in one of the formats other tools open (导出). The same corpus from the same index
/// gives the same bytes.
package struct CorpusExport: Sendable {
    package enum Format: String, Sendable, CaseIterable {
        case jsonl, csv, vrt, tei, text, conllu, markdown, docx
    }

    let corpus: CorpusIndex
    let resolved: ResolvedCorpus
    let masking: Masking?
    let force: Bool

    /// Passages read at a time.
    private static let batch = 256

    package init(
        _ resolved: ResolvedCorpus, in corpus: CorpusIndex, masking: Masking?, force: Bool
    ) {
        self.corpus = corpus
        self.resolved = resolved
        self.masking = masking
        self.force = force
    }

    /// Calls `body` with every passage that is there, in the corpus's order; a few are in memory at a time.
    ///
    /// - Throws: `ReportError`, and what `body` throws.
    package static func forEachPassage(
        _ resolved: ResolvedCorpus, in corpus: CorpusIndex,
        where isWanted: (Int) -> Bool = { _ in true },
        _ body: (_ position: Int, Passage) throws -> Void
    ) throws {
        var batch: [(position: Int, id: Int64)] = []
        func drain() throws {
            let passages = try corpus.reading.passages(batch.map(\.id))
            for (place, passage) in zip(batch, passages) { try body(place.position, passage) }
            batch.removeAll(keepingCapacity: true)
        }
        for (position, state) in resolved.states.enumerated() where isWanted(position) {
            guard let ordinal = state.ordinal else { continue }
            batch.append((position, corpus.index.passage(at: ordinal)))
            if batch.count == Self.batch { try drain() }
        }
        try drain()
    }

    /// Writes the corpus, or those of its passages that `members` names, to a file or, for `text`, a folder.
    ///
    /// - Returns: the passages written.
    /// - Throws: `ReportError`.
    package func write(
        _ format: Format, to path: String, part: String? = nil, members: Set<Int>? = nil
    )
        throws -> Int
    {
        let chosen = resolved.states.indices.filter {
            resolved.states[$0].ordinal != nil && members?.contains($0) ?? true
        }
        let reports = Set(
            chosen.compactMap { resolved.states[$0].ordinal }
                .map { corpus.index.columns.reports[$0] })
        let header = ExportHeader(
            resolved, part: part, passages: chosen.count, reports: reports.count,
            masked: masking != nil)
        switch format {
        case .text:
            try TextTree(path: path, force: force).write(header) { try forEach(members, $0) }
        case .docx: try writeDocument(header, to: path, members)
        case .csv:
            let description = try OutputFile(path: path + "-metadata.json", force: force)
            let file = (path as NSString).lastPathComponent
            try description.write(CSVFormat.metadata(header, file: file))
            try write(CSVFormat(), header, to: path, members)
            try description.commit()
        case .jsonl: try write(JSONLinesFormat(), header, to: path, members)
        case .vrt: try write(VerticalFormat(), header, to: path, members)
        case .tei: try write(TEIFormat(), header, to: path, members)
        case .conllu: try write(CoNLLUFormat(), header, to: path, members)
        case .markdown: try write(MarkdownSheet(), header, to: path, members)
        }
        return chosen.count
    }

    private func forEach(_ members: Set<Int>?, _ body: (ExportPassage, Bool) throws -> Void) throws
    {
        var report: Int64?
        try Self.forEachPassage(resolved, in: corpus) {
            members?.contains($0) ?? true
        } _: {
            position, passage in
            let item = ExportPassage(
                frozen: resolved.selection.passages[position], passage: passage,
                position: position + 1, masking: masking)
            try body(item, report != passage.report.id)
            report = passage.report.id
        }
    }

    private func write(
        _ format: some PassageFormat, _ header: ExportHeader, to path: String, _ members: Set<Int>?
    ) throws {
        var format = format
        let file = try OutputFile(path: path, force: force)
        try file.write(format.begin(header))
        try forEach(members) { item, isNew in try file.write(format.write(item, isNewReport: isNew))
        }
        try file.write(format.end())
        try file.commit()
    }

    private func writeDocument(_ header: ExportHeader, to path: String, _ members: Set<Int>?) throws
    {
        var sheet = WordSheet()
        let file = try OutputFile(path: path, force: force)
        var document = sheet.begin(header)
        try forEach(members) { item, isNew in document += sheet.write(item, isNewReport: isNew) }
        document += sheet.end()
        var archive = StoredArchive()
        for part in WordPackage.files(document: document, header: header) {
            archive.add(part.name, Array(part.text.utf8))
        }
        try file.write(archive.finished())
        try file.commit()
    }
}

/// A folder of plain text files, one a report, with a table of what they are (纯文本目录). It is built beside
/// its place and then renamed into it.
struct TextTree {
    let path: String
    let force: Bool

    func write(
        _ header: ExportHeader, _ forEach: ((ExportPassage, Bool) throws -> Void) throws -> Void
    ) throws {
        try OutputFile.refuse(path, force: force)
        let temporary = path + ".part-\(ProcessInfo.processInfo.processIdentifier)"
        let files = FileManager.default
        do {
            try files.createDirectory(
                atPath: temporary + "/texts", withIntermediateDirectories: true)
        } catch {
            throw ReportError(
                .permission,
                place: path, problem: wording("无法建立目录", "the folder cannot be made"),
                advice: wording("请检查权限", "check the permissions"))
        }
        defer { try? files.removeItem(atPath: temporary) }
        do {
            try fill(temporary, header, forEach)
        } catch let error as ReportError {
            // The reader knows the folder asked for, not the one beside it.
            throw ReportError(
                error.kind, place: path, problem: error.problem, advice: error.advice)
        }
        try replace(with: temporary)
    }

    private func fill(
        _ temporary: String, _ header: ExportHeader,
        _ forEach: ((ExportPassage, Bool) throws -> Void) throws -> Void
    ) throws {
        let readme = try OutputFile(path: temporary + "/README.txt", force: true)
        for field in header.fields { try readme.write("\(field.name): \(field.value)\n") }
        try readme.commit()
        let table = try OutputFile(path: temporary + "/metadata.csv", force: true)
        try table.write(
            "\u{FEFF}"
                + CSVWriting.line([
                    "file", "title", "unit", "unit_type", "region", "year", "year_basis",
                    "source_path", "source_hash", "first_passage",
                ]))
        var file: OutputFile?
        try forEach { item, isNew in
            if isNew {
                try file?.commit(isLasting: false)
                let name = "texts/" + Self.name(item)
                file = try OutputFile(path: temporary + "/" + name, force: true)
                try table.write(Self.row(name, item))
            }
            try file?.write(item.text + "\n")
        }
        try file?.commit(isLasting: false)
        try table.commit()
    }

    private func replace(with temporary: String) throws(ReportError) {
        let files = FileManager.default
        let old = path + ".old-\(ProcessInfo.processInfo.processIdentifier)"
        if files.fileExists(atPath: path) { rename(path, old) }
        guard rename(temporary, path) == 0 else {
            rename(old, path)
            throw ReportError(
                place: path, problem: String(cString: strerror(errno)),
                advice: wording("请检查目录与权限", "check the folder and its permissions"))
        }
        try? files.removeItem(atPath: old)
    }

    private static func row(_ name: String, _ item: ExportPassage) -> String {
        let report = item.passage.report
        return CSVWriting.line([
            name, report.title, report.unit.name ?? "", report.unit.type.rawValue,
            report.unit.region.joined(separator: "; "), report.year.year.map(String.init) ?? "",
            report.year.basis.rawValue, report.path, item.frozen.sourceHash, item.id,
        ])
    }

    /// Sorts as the corpus does and says what it is, without characters that a file system refuses.
    private static func name(_ item: ExportPassage) -> String {
        let report = item.passage.report
        let parts = [report.unit.name, report.year.year.map(String.init)].compactMap { $0 }
        let plain = parts.joined(separator: "-").unicodeScalars.filter {
            !"/\\:*?\"<>|".unicodeScalars.contains($0) && $0.value >= 0x20
                && !$0.properties.isWhitespace
        }.prefix(60)
        let number = String(item.position)
        return String(repeating: "0", count: max(0, 6 - number.count)) + number
            + (plain.isEmpty ? "" : "-" + String(String.UnicodeScalarView(plain))) + ".txt"
    }
}
