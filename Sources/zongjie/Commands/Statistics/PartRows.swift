import ReferenceCorpus
import ReportModel

/// Counts by part as rows, a row a term and part (分组结果).
struct PartRows {
    private let frequencies: PartFrequencies
    private let isTotal: Bool
    private var rows: [[OutputValue]] = []
    let figure: Figure

    var isEmpty: Bool { rows.isEmpty }

    /// - Parameter isTotal: all parts added up, one row a term.
    init(_ frequencies: PartFrequencies, isTotal: Bool) {
        self.frequencies = frequencies
        self.isTotal = isTotal
        let parts = frequencies.parts
        if isTotal {
            let size = frequencies.sizes.reduce(0, +)
            for (term, counts) in zip(frequencies.terms, frequencies.counts) {
                let count = counts.reduce(0, +)
                rows.append([
                    .text(term), .integer(count), Decimal2.value(PerMillion.of(count, size)),
                ])
            }
            figure = .bars(
                title: wording("词频", "Frequency"),
                zip(frequencies.terms, frequencies.counts).map { ($0, Double($1.reduce(0, +))) })
            return
        }
        for (number, term) in frequencies.terms.enumerated() {
            for part in 0..<parts.count where frequencies.counts[number][part] > 0 {
                let count = frequencies.counts[number][part]
                rows.append([
                    .text(term), parts.names[part].map { .text($0) } ?? .null, .integer(count),
                    Decimal2.value(PerMillion.of(count, frequencies.sizes[part])),
                    .integer(frequencies.reportsWith[number][part]),
                    .integer(frequencies.reports[part]), .integer(frequencies.sizes[part]),
                ])
            }
        }
        let shown = (0..<parts.count).filter { frequencies.sizes[$0] > 0 && parts.names[$0] != nil }
        figure = .lines(
            title: wording("每百万词", "Per million words"), labels: shown.map(parts.label),
            zip(frequencies.terms, frequencies.counts).prefix(8).map { term, counts in
                (term, shown.map { PerMillion.of(counts[$0], frequencies.sizes[$0]) })
            })
    }

    func write(_ format: OutputFormat) {
        let term = TableWriter.Column("term", wording("词", "term"), isText: true)
        let count = TableWriter.Column("count", wording("次数", "count"))
        let perMillion = TableWriter.Column("per_million", wording("每百万", "per million"))
        let columns =
            isTotal
            ? [term, count, perMillion]
            : [
                term,
                .init(frequencies.parts.criterion.rawValue, wording("分组", "part"), isText: true),
                count, perMillion, .init("reports", wording("报告数", "reports")),
                .init("reports_in_part", wording("组内报告", "of reports")),
                .init("units_in_part", wording("组内词数", "of words")),
            ]
        TableWriter(format: format, columns: columns).write(rows)
    }
}
