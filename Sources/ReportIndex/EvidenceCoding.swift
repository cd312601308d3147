import ReportModel

/// A paragraph's evidence as a small blob; the line is the paragraph's own.
package enum EvidenceCoding {
    static func encode(_ evidence: [Evidence]) -> [UInt8]? {
        guard !evidence.isEmpty else { return nil }
        var writer = ByteWriter()
        for item in evidence {
            for text in [item.field, item.rule, item.quote, item.note] { writer.append(text) }
        }
        return writer.bytes
    }

    package static func decode(_ bytes: [UInt8]?, line: Int) -> [Evidence] {
        guard let bytes else { return [] }
        var reader = ByteReader(bytes)
        var evidence: [Evidence] = []
        while !reader.isAtEnd {
            let (field, rule, quote, note) =
                (reader.text(), reader.text(), reader.text(), reader.text())
            evidence.append(
                Evidence(field: field, rule: rule, line: line, quote: quote, note: note))
        }
        return evidence
    }
}
