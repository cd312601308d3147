import ReportQuery

extension Records {
    /// A comparable passage of another report.
    package static let similar = RecordType<SimilarHit>(
        "similar", "别的报告中可比的段落", "a passage of another report about the same work",
        [
            .integer("rank", "名次", "在结果中的位置，从 1 起", "place in the list, from 1") { $0.rank },
            .number("score", "得分", places: 4, "相似程度", "how alike they are") { $0.score },
            .text("why", "可比之处", "一句话：相同与不同", "in one line what both share, and what differs") {
                $0.why
            },
            .texts("matched", "共有词", "两段共有的词语", "words both share") { $0.matched },
            .ranges(
                "highlights", "共有位置", "共有部分在 text 中的起止，按字符计",
                "what both share, as [start, end] in characters of text"
            ) { $0.highlights },
            .integers(
                "copies", "副本", "并入此条的近似段落编号", "ids of near-identical passages folded under it"
            ) {
                $0.copies.map { Int($0) }
            },
        ] + passage.fields { $0.passage })

    /// The same for a draft, whose paragraphs are numbered.
    package static let similarToDraft = RecordType<(paragraph: Int, hit: SimilarHit)>(
        "similar-to-draft", "与草稿各段可比的段落", "a passage comparable to a paragraph of a draft",
        [
            .integer(
                "draft_paragraph", "草稿段", "草稿的第几段，从 1 起", "which paragraph of the draft, from 1"
            ) {
                $0.paragraph
            }
        ] + similar.fields { $0.hit })
}
