import Presentation

extension Visit {
    /// Rows for programs: the same rows as the command prints, as one JSON object, JSON Lines or CSV.
    ///
    /// - Parameters:
    ///   - notes: what the command says beside the rows.
    ///   - facets: the row of counts, where there is one.
    func answer<Subject>(
        _ type: RecordType<Subject>, _ subjects: some Sequence<Subject>, notes: [String] = [],
        facets: RecordValue? = nil
    ) -> WebResponse {
        var text = ""
        switch format {
        case .csv:
            write(type, subjects, .csv(isChinese: hasChineseHeadings), to: &text)
            return WebResponse(type: "text/csv; charset=utf-8", text)
        case .jsonLines:
            write(type, subjects, .jsonLines, to: &text)
            if let facets { text += facets.json + "\n" }
            return WebResponse(type: "application/jsonl; charset=utf-8", text)
        case .json, .page:
            var members: [RecordValue.Member] = [
                .init("record", .text(type.name)),
                .init("rows", .list(subjects.map { type.object($0) })),
            ]
            if !notes.isEmpty { members.append(.init("notes", .list(notes.map { .text($0) }))) }
            if case .object(let counts)? = facets { members += counts }
            return WebResponse(
                type: "application/json; charset=utf-8", RecordValue.object(members).json + "\n")
        }
    }

    private func write<Subject>(
        _ type: RecordType<Subject>, _ subjects: some Sequence<Subject>, _ format: RecordFormat,
        to text: inout String
    ) {
        var written = ""
        var writer = RecordWriter(type, format) { written += $0 }
        for subject in subjects { writer.write(subject) }
        text += written
    }
}
