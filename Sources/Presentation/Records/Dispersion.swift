import ReferenceCorpus

/// How evenly a term is spread (分布行).
package struct DispersionRow: Sendable {
    let term: String
    package let count: Int
    let dispersion: Dispersion
}

extension PartFrequencies {
    package var dispersions: [DispersionRow] {
        terms.enumerated().map { number, term in
            DispersionRow(
                term: term, count: counts[number].reduce(0, +),
                dispersion: dispersion(ofTerm: number))
        }
    }
}

extension Records {
    /// A row of `dispersion`.
    package static let dispersion = RecordType<DispersionRow>(
        "dispersion", "一个词的分布", "how evenly a term is spread",
        [
            .text("term", "词", "所测的词", "the term") { $0.term },
            .integer("count", "次数", "出现次数", "how often it stands") { $0.count },
            .integer("range", "出现于", "有它的分组数", "parts that have it") { $0.dispersion.range },
            .integer("parts", "共", "分组数", "parts there are") { $0.dispersion.parts },
            .number("dp", "DP", head: "DP", "DP：0 均匀，近 1 集中", "DP: 0 even, near 1 in one place") {
                $0.dispersion.deviation
            },
            .number("dp_norm", "DPnorm", head: "DPnorm", "标准化的 DP", "DP, normalized") {
                $0.dispersion.normalized
            },
        ])
}
