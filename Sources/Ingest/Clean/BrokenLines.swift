import ReportModel

/// Sentences that were cut over two lines (断行): told in the ledger, never joined, because every
/// physical line stays a paragraph of its own.
enum BrokenLines {
    private static let openEnds = scalars("，、（(“《,")
    private static let badStarts = scalars("，。、；：！？）)”》,;的")

    static func report(in document: inout CleanedDocument) {
        var previous: CleanedLine?
        for line in document.lines where !line.isNoise {
            defer { previous = line }
            guard let before = previous, let last = before.text.unicodeScalars.last,
                let first = line.text.unicodeScalars.first,
                openEnds.contains(last) || badStarts.contains(first)
            else { continue }
            document.repairs.append(
                Repair(
                    kind: "broken-line", line: line.line,
                    before: String(before.text.unicodeScalars.suffix(12)),
                    after: String(line.text.unicodeScalars.prefix(12))))
        }
    }

    private static func scalars(_ text: String) -> Set<Unicode.Scalar> {
        Set(text.unicodeScalars)
    }
}
