import ReportQuery

extension Records {
    /// A hit of `search`.
    package static let hit = RecordType<Hit>(
        "hit", "检索命中的一个段落", "a passage that search found",
        [
            .integer("rank", "名次", "在结果中的位置，从 1 起", "place in the list, from 1") { $0.rank },
            .number(
                "score", "得分", places: 4, "排序所用的分值，只在同一次检索内可比",
                "what it is ranked by; comparable within one search"
            ) {
                $0.score
            },
            .texts(
                "matched", "命中词", "段落中有的检索词；~ 后为同义词",
                "words of the question it has; substitutes after ~"
            ) {
                $0.matched
            },
            .ranges(
                "highlights", "命中位置", "命中在 text 中的起止，按字符计",
                "matches as [start, end] in characters of text"
            ) {
                $0.highlights
            },
            .flag(
                "cuts_words", "跨词", "检索词是否只在别的词之间出现（童工 在 儿童工作 中）",
                "whether the words stand there only across other words"
            ) {
                $0.cutsWords
            },
            .flag(
                "by_meaning", "按意思", "是否没有检索词、只是意思相近（--meaning）",
                "whether it has no word of the question and is near it in meaning only"
            ) {
                $0.isByMeaning
            },
            .text(
                "following", "下文", "命中标题时，标题下的第一段；否则为 null",
                "the first text under a heading that was found; null for other passages"
            ) {
                $0.following
            },
            .integers(
                "copies", "副本", "并入此条的近似段落编号", "ids of near-identical passages folded under it"
            ) {
                $0.copies.map { Int($0) }
            },
        ] + passage.fields { $0.passage })

    /// How many matches fall to each unit, year, topic and kind: the last row of `search --facets`.
    package static let facets = RecordType<SearchAnswer>(
        "facets", "命中的分面计数", "how many matches fall to each value",
        [
            .object("facets", "分面", "分面计数", "counts by field", facetCounts) { $0.facets }
        ])

    private static let facetCounts = RecordType<Facets>(
        "facets", "分面计数", "counts by field",
        [
            .integer("base", "段数", "计数所基于的段数", "passages counted") { $0.base },
            facet("units", "单位", "unit") { $0.units },
            facet("years", "年份", "year of the work") { $0.years },
            facet("topics", "主题", "topic, by id") { $0.topics },
            facet("kinds", "类型", "kind, by id") { $0.kinds },
        ])

    private static func facet(
        _ name: String, _ heading: String, _ english: String,
        _ counts: @escaping @Sendable (Facets) -> [Facets.Count]
    ) -> RecordField<Facets> {
        .objects(name, heading, "按\(heading)计数", "counts by \(english)", facetCount, counts)
    }

    private static let facetCount = RecordType<Facets.Count>(
        "count", "一个值的计数", "a value with its count",
        [
            .text("value", "值", "值；未知为 null", "the value; null when unknown") { $0.value },
            .integer("count", "段数", "段数", "passages") { $0.count },
        ])
}
