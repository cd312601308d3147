import ReferenceCorpus
import ReportIndex

/// A passage that is no longer as it was frozen, or would no longer be chosen (语料库的变化).
package struct CorpusChange: Sendable {
    /// `moved`, `retagged`, `changed`, `gone`, `would come`, `would go`.
    let change: String
    let path: String
    /// Where it was when it was frozen.
    let line: Int?
    /// Where it is now.
    let now: Int?

    package init(_ change: String, path: String, line: Int?, now: Int?) {
        self.change = change
        self.path = path
        self.line = line
        self.now = now
    }
}

/// Which part a passage of a corpus was dealt to (划分).
package struct DealtPassage: Sendable {
    let number: Int
    let part: String
    let frozen: FrozenPassage

    package init(number: Int, part: String, frozen: FrozenPassage) {
        self.number = number
        self.part = part
        self.frozen = frozen
    }
}

/// How large a part of a split corpus is (划分的部分).
package struct DealtPart: Sendable {
    let name: String
    let passages: Int
    let percent: Double
    let wanted: Double
    let units: Int

    package init(name: String, passages: Int, percent: Double, wanted: Double, units: Int) {
        self.name = name
        self.passages = passages
        self.percent = percent
        self.wanted = wanted
        self.units = units
    }
}

extension Records {
    /// A row of `corpus list`.
    package static let corpus = RecordType<(selection: FrozenSelection, count: Int)>(
        "corpus", "一个冻结的语料库", "a frozen corpus",
        [
            .text("name", "名称", "名称", "its name") { $0.selection.name },
            .integer("passages", "段落", "段数", "passages") { $0.count },
            .text("made", "冻结时间", head: "frozen", "冻结的时间（UTC）", "when it was frozen, in UTC") {
                $0.selection.made
            },
            .text("query", "检索式", "检索式", "what was asked") {
                CorpusDefinition(json: $0.selection.definition)?.query ?? ""
            },
            .text("filters", "条件", "条件", "the conditions") {
                CorpusDefinition(json: $0.selection.definition)?.summary ?? ""
            },
        ])

    /// A row of `corpus diff`.
    package static let corpusChange = RecordType<CorpusChange>(
        "corpus-change", "语料库的一处变化", "a passage that is not as it was frozen",
        [
            .text(
                "change", "变化", "moved 移动，retagged 改标签，changed 改文字，gone 不在，would come/go 重选会增减",
                "moved, retagged, changed, gone, would come or would go"
            ) {
                $0.change
            },
            .text("path", "文件", "文件", "the file") { $0.path },
            .integer("line", "行", "冻结时的行", "its line when it was frozen") { $0.line },
            .integer("now", "现行", "现在的行", "its line now") { $0.now },
        ])

    /// A row of `corpus personal`.
    package static let personalData = RecordType<Masking.Entry>(
        "personal-data", "一项个人信息", "an item of personal data",
        [
            .text("kind", "类别", "类别", "what it is") { $0.kind },
            .text("text", "原文", "原文", "the words") { $0.text },
            .text("replacement", "替换", "遮蔽后的文字", "what a masked export puts in its place") {
                $0.replacement
            },
            .integer("count", "次数", "次数", "how often it stands") { $0.count },
            .text("first", "首见", "首次出现的位置", "where it is first found") { $0.place },
        ])

    /// A row of `corpus split`.
    package static let dealtPassage = RecordType<DealtPassage>(
        "dealt-passage", "一个段落归入的部分", "which part a passage was dealt to",
        [
            .text("id", "编号", "语料库内的编号", "its id in the corpus") { "p\($0.number)" },
            .text("part", "部分", "部分", "the part") { $0.part },
            .text("path", "文件", "文件", "the file") { $0.frozen.path },
            .integer("line", "行", "所在的行", "the line") { $0.frozen.line },
            .integer("copy_group", "副本组", "副本组", "the group of copies it is in") {
                $0.frozen.copies > 0 ? $0.frozen.copies : nil
            },
        ])

    /// A part of a split corpus, for the eye.
    package static let dealtPart = RecordType<DealtPart>(
        "dealt-part", "划分出的一个部分", "a part of a split corpus",
        [
            .text("part", "部分", "部分", "the part") { $0.name },
            .integer("passages", "段落", "段数", "passages") { $0.passages },
            .number("percent", "实际 %", head: "actual %", "实际百分比", "per cent it has") { $0.percent },
            .number("wanted", "要求 %", head: "wanted %", "要求的百分比", "per cent it should have") {
                $0.wanted
            },
            .integer("units", "单位", "单位数", "units") { $0.units },
        ])
}
