import ReferenceCorpus

extension Records {
    /// A row of `keyness`.
    package static let keyness = RecordType<Keyness.Item>(
        "keyness", "一个关键词", "a word that sets the target apart",
        [
            .text("term", "词", "关键的词", "the word") { $0.term },
            .integer("target", "目标", "目标中的次数", "how often it stands in the target") { $0.target },
            .integer("reference", "参照", "参照中的次数", "how often it stands in the reference") {
                $0.reference
            },
            .number(
                "target_per_million", "目标每百万", head: "target pm", "目标中每百万词的次数",
                "per million words of the target"
            ) {
                $0.targetPerMillion
            },
            .number(
                "reference_per_million", "参照每百万", head: "reference pm", "参照中每百万词的次数",
                "per million words of the reference"
            ) { $0.referencePerMillion },
            .number(
                "log_likelihood", "G²", head: "G²", "对数似然 G²；15.13 以上为 0.01 % 水平",
                "log-likelihood G²; above 15.13 the 0.01 % level"
            ) { $0.logLikelihood },
            .number("log_ratio", "对数比", "对数比；1 为两倍", "log ratio; 1 is twice as frequent") {
                $0.logRatio
            },
            .number("percent_difference", "%DIFF", head: "%DIFF", "相差百分比", "difference in per cent")
            {
                $0.percentDifference
            },
            .integer(
                "range", "报告数", head: "reports", "目标中有它的报告数", "reports of the target that have it"
            ) {
                $0.range
            },
        ])
}
