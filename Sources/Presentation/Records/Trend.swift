import ReferenceCorpus

extension Records {
    /// A row of `trend`.
    ///
    /// - Parameter isOfActivity: whether activities were counted, not words.
    package static func trend(isOfActivity: Bool) -> RecordType<Trend.Year> {
        let rate: RecordField<Trend.Year> =
            isOfActivity
            ? .number(
                "per_thousand", "每千项活动", head: "per 1000 activities", "每千项活动中的项数",
                "per thousand activities"
            ) { $0.rate }
            : .number("per_million", "每百万词", "每百万词的次数", "per million words") { $0.rate }
        return RecordType(
            "trend", "一年的次数", "a year's count",
            [
                .integer("year", "年份", "年份；未知为 null", "the year; null when unknown") { $0.year }
                    .setAsText(),
                .integer("count", "次数", "次数", "how often") { $0.count }, rate,
                .integer(
                    "reports", "出现的报告", head: "reports with it", "有它的报告数", "reports that have it"
                ) {
                    $0.reports
                },
                .integer("base", "当年报告", head: "reports", "当年的报告数", "reports of the year") {
                    $0.base
                },
                .number("share", "占比 %", head: "share %", "有它的报告所占百分比", "per cent of the reports") {
                    Double($0.reports) * 100 / Double($0.base)
                },
                .integer("size", "总量", "当年的词数或活动数", "words, or activities, of the year") {
                    $0.size
                },
            ])
    }
}
