import ReferenceCorpus
import ReportModel

/// A term of a frequency list with its place in it (词频行).
package struct FrequencyRow: Sendable {
    let rank: Int
    let item: FrequencyList.Item
    let perReport: Double
}

extension FrequencyList {
    package var rows: [FrequencyRow] {
        items.enumerated().map { place, item in
            FrequencyRow(
                rank: place + 1, item: item,
                perReport: Double(item.count) / Double(max(1, reportCount)))
        }
    }
}

/// A term counted in one part of a selection, or in all of it (分组词频).
package struct PartRow: Sendable {
    let term: String
    let part: String?
    package let count: Int
    let perMillion: Double
    var reports = 0
    var reportsInPart = 0
    var unitsInPart = 0
}

extension PartFrequencies {
    /// A row a term, all parts added up.
    package var totals: [PartRow] {
        let size = sizes.reduce(0, +)
        return zip(terms, counts).map { term, counts in
            let count = counts.reduce(0, +)
            return PartRow(
                term: term, part: nil, count: count, perMillion: PerMillion.of(count, size))
        }
    }

    /// A row a term and part in which it stands.
    package var rows: [PartRow] {
        terms.enumerated().flatMap { number, term in
            (0..<parts.count).filter { counts[number][$0] > 0 }.map { part in
                PartRow(
                    term: term, part: parts.names[part], count: counts[number][part],
                    perMillion: PerMillion.of(counts[number][part], sizes[part]),
                    reports: reportsWith[number][part], reportsInPart: reports[part],
                    unitsInPart: sizes[part])
            }
        }
    }
}

extension Records {
    /// A row of `frequency`.
    package static let frequency = RecordType<FrequencyRow>(
        "frequency", "一个词的频率", "how often a term stands",
        [
            .integer("rank", "序", "名次", "place in the list, from 1") { $0.rank },
            .text("term", "词", "词、字或其组合", "the word, character or run of them") { $0.item.term },
            .integer("count", "次数", "出现次数", "how often it stands") { $0.item.count },
            .number("per_million", "每百万", "每百万词的次数", "per million units") { $0.item.perMillion },
            .integer("reports", "报告数", "有它的报告数", "reports that have it") { $0.item.reports },
            .number(
                "report_share", "报告占比 %", head: "% of reports", "有它的报告所占百分比",
                "per cent of the reports"
            ) {
                $0.item.reportShare * 100
            },
            .number("per_report", "每份报告", "平均每份报告的次数", "per report") { $0.perReport },
        ])

    private static let term: RecordField<PartRow> = .text(
        "term", "词", "所数的词", "the term counted"
    ) { $0.term }
    private static let counted: [RecordField<PartRow>] = [
        .integer("count", "次数", "出现次数", "how often it stands") { $0.count },
        .number("per_million", "每百万", "每百万词的次数", "per million words") { $0.perMillion },
    ]

    /// A row of `frequency` for given terms.
    package static let termTotal = RecordType<PartRow>(
        "term-total", "所给词的次数", "how often a given term stands", [term] + counted)

    /// A row of `frequency --by`: the part is in a column of the criterion's name.
    package static func termInPart(_ criterion: PassageParts.Criterion) -> RecordType<PartRow> {
        RecordType(
            "term-in-part", "一个词在一个分组中的次数", "how often a term stands in a part",
            [
                term,
                .text(
                    criterion.rawValue, "分组", head: "part", "分组；未知为 null",
                    "the part; null when unknown"
                ) {
                    $0.part
                },
            ] + counted + [
                .integer("reports", "报告数", "组内有它的报告数", "reports of the part that have it") {
                    $0.reports
                },
                .integer(
                    "reports_in_part", "组内报告", head: "of reports", "组内报告数", "reports of the part"
                ) {
                    $0.reportsInPart
                },
                .integer("units_in_part", "组内词数", head: "of words", "组内词数", "words of the part") {
                    $0.unitsInPart
                },
            ])
    }
}
