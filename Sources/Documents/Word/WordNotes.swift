/// Reads footnotes.xml or endnotes.xml into the lines of each note (脚注、尾注).
struct WordNotes {
    /// Lines by kind and id: `footnote 2`.
    private(set) var notes: [String: [String]] = [:]
    private var id: String?
    private var body = WordBody()

    mutating func take(_ event: MarkupEvent) {
        switch event {
        case .start(let name, let attributes) where name == "w:footnote" || name == "w:endnote":
            // Typed notes are separators.
            let isText = attributes["w:type"] ?? "normal" == "normal"
            id = isText ? attributes["w:id"].map { "\(name.dropFirst(2)) \($0)" } : nil
            body = WordBody()
        case .end(let name) where name == "w:footnote" || name == "w:endnote":
            body.flow.finish()
            if let id { notes[id] = body.flow.lines.map(\.text) }
            id = nil
        default:
            if id != nil { body.take(event) }
        }
    }
}
