/// What means the same in every OpenDocument file, a letter's or a slide's (共同标记).
extension DocumentFlow {
    /// Blanks, pictures and the beginnings of tables; all else is left alone.
    mutating func beginShared(_ name: String, _ attributes: MarkupAttributes) {
        switch name {
        case "text:s":
            let count = attributes["text:c"].flatMap { Int($0) } ?? 1
            append(String(repeating: " ", count: max(0, min(count, 64))))
        case "text:tab": append("\t")
        case "text:line-break": append("\n")
        case "draw:image": hasPictures = true
        case "table:table": beginTable()
        case "table:table-row": beginRow()
        case "table:table-cell", "table:covered-table-cell": beginCell()
        default: break
        }
    }
}
