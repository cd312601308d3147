import ReportIndex

/// A person's decision, whether it counts, and where it is (人工认定).
package struct ListedDecision: Sendable {
    package let decision: Decision
    package let state: DecisionState
    package let path: String

    package init(_ decision: Decision, _ state: DecisionState, path: String) {
        self.decision = decision
        self.state = state
        self.path = path
    }

    /// The paragraph's line, or the report's first.
    package var line: Int { decision.line > 0 ? decision.line : decision.firstLine }
}

extension Records {
    /// A row of `tags list`.
    package static let decision = RecordType<ListedDecision>(
        "decision", "一项人工认定", "a person's decision on a tag",
        [
            source(columns: ["path", "line"]) { RecordPlace(path: $0.path, line: $0.line) },
            .text("scope", "范围", "paragraph 段落，report 报告", "paragraph or report") {
                $0.decision.line > 0 ? "paragraph" : "report"
            },
            .text("field", "字段", "标签", "the tag") { $0.decision.field.rawValue },
            .text("value", "值", "认定的值", "the value decided") { $0.decision.value },
            .text("words", "文字", "认定时的原文", "the words it was made on") { $0.decision.words },
            .text("made", "时间", "认定的时间", "when it was made") { $0.decision.made },
            .text(
                "state", "状态", "applied 已用，outdated 过时，absent 文件不在", "applied, outdated or absent"
            ) {
                $0.state.rawValue
            },
        ])
}
