/// The words of a diagram (SmartArt): the paragraphs of its points, in their order.
struct DiagramText {
    private(set) var lines: [String] = []
    private var line = ""
    private var isText = false

    mutating func take(_ event: MarkupEvent) {
        switch event {
        case .start("a:p", _): line = ""
        case .start("a:t", _): isText = true
        case .end("a:t"): isText = false
        case .end("a:p"):
            if !line.trimmed().isEmpty, lines.count < DocumentFlow.cellLimit { lines.append(line) }
        case .text(let text): if isText { line += text }
        default: break
        }
    }
}
