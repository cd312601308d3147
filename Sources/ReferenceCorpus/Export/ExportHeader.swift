import ReportModel

/// What every export says of itself (导出说明), always in the same order.
package struct ExportHeader: Sendable {
    package private(set) var fields: [(name: String, value: String)] = []
    let name: String
    let made: String
    /// The definition and what was counted, as JSON.
    let definition: String
    let counts: String

    init(_ corpus: ResolvedCorpus, part: String?, passages: Int, reports: Int, masked: Bool) {
        let selection = corpus.selection
        name = selection.name
        made = selection.made
        self.definition = selection.definition
        self.counts = selection.counts
        let definition = corpus.definition
        let counts = corpus.counts
        fields = [
            ("name", selection.name), ("query", definition.query),
            ("filters", definition.summary), ("passages", String(passages)),
            ("reports", String(reports)), ("matched", String(counts.matched)),
            ("copies_left_out", String(counts.copiesLeftOut)),
            ("boilerplate_left_out", String(counts.boilerplateLeftOut)),
            ("frozen", selection.made), ("index", selection.content),
            ("tool", "zongjie \(selection.tool)"), ("masked", masked ? "yes" : "no"),
        ]
        if let part { fields.append(("part", part)) }
        let lost = corpus.states.count { $0.ordinal == nil }
        let other = corpus.states.count { !$0.isSame } - lost
        if lost + other > 0 {
            fields.append(("changed_since", "\(lost) passages missing, \(other) moved or retagged"))
        }
    }

    /// What is exported without being a corpus.
    init(name: String, made: String, _ fields: [(name: String, value: String)]) {
        self.name = name
        self.made = made
        self.fields = fields
        definition = "{}"
        counts = "{}"
    }

    func value(_ name: String) -> String {
        fields.first { $0.name == name }?.value ?? ""
    }
}
