import ReportModel
import ReportQuery

extension Records {
    /// What two comparable passages share, and what the other has of its own.
    package static let likeness = RecordType<Likeness>(
        "likeness", "异同", "what both share, and what the other one has of its own",
        summary: { $0.words.joined(separator: "、") },
        [
            .texts("programmes", "项目", "两段都有的引号内名称", "names in quotation marks both have") {
                $0.programmes
            },
            .texts("themes", "主题", "两段共有的主题", "themes both show") { $0.themes },
            .texts("words", "词语", "两段共有的词语", "words both share") { $0.words },
            .texts("amounts", "数字", "只有对方才有的数字", "figures only the other one has") { $0.amounts },
            .texts("partners", "合作方", "只有对方才有的合作方", "partners only the other one names") {
                $0.partners
            },
        ])

    /// A comparable passage of another report.
    package static let similar = RecordType<SimilarHit>(
        "similar", "别的报告中可比的段落", "a passage of another report about the same work",
        [
            .integer("rank", "名次", "在结果中的位置，从 1 起", "place in the list, from 1") { $0.rank },
            .number("score", "得分", places: 4, "相似程度", "how alike they are") { $0.score },
            .text("why", "可比之处", "一句话：相同与不同", "in one line what both share, and what differs") {
                hit in
                // Chinese whatever the reader's language: what is exported does not depend on it.
                MessageLanguage.$current.withValue(.chinese) { hit.likeness.sentence }
            },
            .object(
                "likeness", "异同", "相同与不同，逐项列出；表格里是共有的词语",
                "the same as lists; in a table the words both share", likeness
            ) { $0.likeness },
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
