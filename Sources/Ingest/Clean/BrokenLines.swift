import ReportModel

/// Sentences that were cut over two lines (断行): told in the ledger, never joined, because every
/// physical line stays a paragraph of its own.
enum BrokenLines {
    private static let openEnds = scalars("，、（(“《,")
    private static let badStarts = scalars("，。、；：！？）)”》,;的")

    static func report(in document: inout CleanedDocument) {
        var previous: Int?
        for index in document.lines.indices where !document.lines[index].isNoise {
            defer { previous = index }
            let text = document.lines[index].text.unicodeScalars
            guard let previous, let first = text.first,
                let last = document.lines[previous].text.unicodeScalars.last,
                openEnds.contains(last) || badStarts.contains(first)
            else { continue }
            document.repairs.append(
                Repair(
                    kind: "broken-line", line: document.lines[index].line,
                    before: String(document.lines[previous].text.unicodeScalars.suffix(12)),
                    after: String(text.prefix(12))))
        }
    }

    private static func scalars(_ text: String) -> [Unicode.Scalar] {
        Array(text.unicodeScalars)
    }
}
