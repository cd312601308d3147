import ReferenceCorpus
import ReportModel

/// Figures of frequencies (词频图).
package enum FrequencyView {
    package static func figure(_ list: FrequencyList) -> Figure {
        .bars(
            title: wording("词频", "Frequency"), list.items.map { ($0.term, Double($0.count)) })
    }

    /// - Parameter isTotal: a bar a term, all parts added up; else a line a term over the parts.
    package static func figure(_ frequencies: PartFrequencies, isTotal: Bool) -> Figure {
        let counts = zip(frequencies.terms, frequencies.counts)
        if isTotal {
            return .bars(
                title: wording("词频", "Frequency"),
                counts.map { ($0, Double($1.reduce(0, +))) })
        }
        let parts = frequencies.parts
        let shown = (0..<parts.count).filter {
            frequencies.sizes[$0] > 0 && parts.names[$0] != nil
        }
        return .lines(
            title: wording("每百万词", "Per million words"), labels: shown.map(parts.label),
            counts.prefix(8).map { term, counts in
                (term, shown.map { PerMillion.of(counts[$0], frequencies.sizes[$0]) })
            })
    }
}

/// Figures of trends (趋势图).
package enum TrendView {
    package static func figure(_ trend: Trend, of name: String, isOfActivity: Bool) -> Figure {
        let known = trend.years.filter { $0.year != nil }
        let rate =
            isOfActivity
            ? wording("每千项活动", "per 1000 activities") : wording("每百万词", "per million")
        return .lines(
            title: rate + " " + name, labels: known.map { "\($0.year ?? 0) (\($0.base))" },
            [(name, known.map(\.rate))])
    }
}
