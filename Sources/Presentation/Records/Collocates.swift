import ReferenceCorpus

extension Records {
    /// A row of `collocates`.
    package static let collocate = RecordType<Collocates.Item>(
        "collocate", "一个搭配词", "a word that stands near the node",
        [
            .text("term", "词", "搭配的词", "the word") { $0.term },
            .integer("together", "共现", "窗口内的次数", "how often it stands near the node") {
                $0.together
            },
            .integer("left", "左", "在左的次数", "of these, to the left") { $0.left },
            .integer("right", "右", "在右的次数", "of these, to the right") { $0.right },
            .integer("total", "总次数", "总次数", "how often it stands in all") { $0.total },
            .number("log_dice", "logDice", head: "logDice", "logDice，至多 14", "logDice, at most 14")
            { $0.logDice },
            .number("log_likelihood", "G²", head: "G²", "对数似然 G²", "log-likelihood G²") {
                $0.logLikelihood
            },
            .number("mi3", "MI³", head: "MI³", "立方互信息", "cubic mutual information") {
                $0.cubicMutualInformation
            },
            .integer(
                "range", "报告数", head: "reports", "共现的报告数", "reports in which both stand together"
            ) {
                $0.range
            },
        ])
}
