/// The fields that are open while a Word text is read (域): their code, then their result.
struct WordFields {
    private struct Field {
        var code = ""
        var isResult = false
        /// What a form's list offers and which of it is chosen; whether its box is ticked.
        var entries: [String] = []
        var chosen = 0
        var isTicked: Bool?
        var hasText = false
        var kind: String { FieldCode.kind(code) }
    }

    private var fields: [Field] = []

    /// Whether the text that comes belongs to the code of a field whose code is its text.
    var isInShownCode: Bool { fields.last.map { !$0.isResult && $0.kind == "EQ" } ?? false }

    /// Whether the code of a field is being passed.
    var isInCode: Bool { fields.contains { !$0.isResult } }

    /// Whether a table of contents is being passed.
    var isInContents: Bool { fields.contains { $0.kind == "TOC" } }

    mutating func begin() { fields.append(Field()) }

    mutating func separate() {
        if !fields.isEmpty { fields[fields.count - 1].isResult = true }
    }

    mutating func addCode(_ text: String) {
        guard !fields.isEmpty, !fields[fields.count - 1].isResult else { return }
        if fields[fields.count - 1].code.utf8.count < 1 << 14 {
            fields[fields.count - 1].code += text
        }
    }

    /// Notes that text is shown.
    mutating func noteText() {
        if !fields.isEmpty { fields[fields.count - 1].hasText = true }
    }

    /// Takes what a form's field offers.
    mutating func define(_ name: String, _ attributes: MarkupAttributes) {
        guard !fields.isEmpty else { return }
        let top = fields.count - 1
        let value = attributes["w:val"]
        switch name {
        case "w:listEntry": fields[top].entries.append(value ?? "")
        case "w:result": fields[top].chosen = value.flatMap { Int($0) } ?? 0
        case "w:checkBox": fields[top].isTicked = false
        case "w:checked": fields[top].isTicked = WordToggle.isOn(value)
        case "w:default":
            fields[top].chosen = value.flatMap { Int($0) } ?? 0
            if fields[top].isTicked != nil { fields[top].isTicked = WordToggle.isOn(value) }
        default: break
        }
    }

    /// Ends the innermost field and gives the text that only its code or form holds.
    mutating func end() -> String? {
        guard let field = fields.popLast(), !field.hasText else { return nil }
        switch field.kind {
        case "FORMDROPDOWN":
            return field.entries.indices.contains(field.chosen) ? field.entries[field.chosen] : nil
        case "FORMCHECKBOX": return field.isTicked.map { $0 ? "☑" : "☐" }
        default: return FieldCode.text(of: field.code)
        }
    }
}
