/// Puts the main text of a page into lines (网页成行): block elements and breaks end a line, tables
/// come row by row, numbered lists get their numbers.
struct HTMLText {
    private let tree: HTMLTree
    private let dropped: Set<Int>
    private(set) var flow = DocumentFlow()
    /// The next number of each open ordered list.
    private var counters: [(next: Int, format: String)?] = []
    private var number = ""
    private var isPreformatted = false
    private var font: String?
    private var tables: [SpannedCells] = []

    init(_ main: MainText) {
        tree = main.tree
        dropped = main.dropped
        if tree.nodes[main.root].name == "table" {
            walk(main.root, level: nil)
        } else {
            for child in tree.nodes[main.root].children { walk(child, level: nil) }
        }
        endLine(level: nil)
        flow.finish()
    }

    private static let blocks: Set<String> = [
        "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd",
        "section", "article", "main", "header", "blockquote", "pre", "center", "form", "fieldset",
        "legend", "figure", "figcaption", "address", "hr", "body", "caption", "details", "summary",
        "option", "title",
    ]

    /// Levels of headings count up to the depth of the page, which the parser limits.
    private mutating func walk(_ index: Int, level: Int?) {
        guard !dropped.contains(index), !flow.isFull else { return }
        let node = tree.nodes[index]
        switch node.name {
        case "":
            append(node.text)
            return
        case "br":
            endLine(level: level)
            return
        case "table":
            endLine(level: level)
            flow.beginTable()
            tables.append(SpannedCells())
        case "tr":
            endLine(level: level)
            flow.beginRow()
            if !tables.isEmpty { tables[tables.count - 1].beginRow() }
        case "td", "th":
            endLine(level: level)
            beginCell(node)
        case "p" where node.hints.hasPrefix("msotoc"): return
        case _ where node.isListNumber:
            number = Self.listNumber(tree.text(index))
            return
        case let name where Self.blocks.contains(name): endLine(level: level)
        default: break
        }
        open(node)
        let inner = Self.headingLevel(node.name) ?? level
        let wasBold = flow.isBold
        if node.isBold { flow.isBold = true }
        let (wasPreformatted, outerFont) = (isPreformatted, font)
        font = node.font ?? font
        if node.name == "pre" { isPreformatted = true }
        for child in node.children { walk(child, level: inner) }
        (isPreformatted, font) = (wasPreformatted, outerFont)
        flow.isBold = wasBold
        close(node, level: inner)
    }

    /// A cell, after empty ones for those that reach down from the rows above.
    private mutating func beginCell(_ node: HTMLTree.Node) {
        if !tables.isEmpty {
            for _ in 0..<tables[tables.count - 1].place(columns: node.columns, rows: node.rows) {
                flow.beginCell()
                flow.endCell()
            }
        }
        flow.beginCell()
        flow.spanColumns(node.columns)
    }

    private mutating func open(_ node: HTMLTree.Node) {
        switch node.name {
        case "ol": counters.append((node.number ?? 1, Self.formats[node.format ?? ""] ?? "decimal"))
        case "ul": counters.append(nil)
        case "li":
            guard let last = counters.last, var counter = last else { return }
            counter.next = node.number ?? counter.next
            number = (ListNumber.text(counter.next, format: counter.format) ?? "") + ". "
            counter.next &+= 1
            counters[counters.count - 1] = counter
        default: break
        }
    }

    private static let formats = [
        "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    ]

    private mutating func close(_ node: HTMLTree.Node, level: Int?) {
        switch node.name {
        case "table":
            endLine(level: level)
            flow.endTable()
            _ = tables.popLast()
        case "tr":
            endLine(level: level)
            flow.endRow()
        case "td", "th":
            endLine(level: level)
            flow.endCell()
        case "ol", "ul":
            endLine(level: level)
            _ = counters.popLast()
        case let name where Self.blocks.contains(name): endLine(level: level)
        default: break
        }
        if node.name == "li" { number = "" }
    }

    private mutating func append(_ text: String) {
        if !flow.isInParagraph {
            if !isPreformatted, text.unicodeScalars.allSatisfy(\.isBlank) { return }
            flow.beginParagraph()
        }
        flow.append(isPreformatted ? text : Self.collapsed(text), font: font)
    }

    /// The number Word wrote, with the gap after it; empty for a bullet, which is one character.
    private static func listNumber(_ text: String) -> String {
        let label = text.trimmed()
        guard let first = label.unicodeScalars.first else { return "" }
        let isBullet =
            label.unicodeScalars.count == 1 && !first.isWide
            && first.properties.numericType == nil
        return isBullet ? "" : ListNumber.spaced(label, suffix: "tab")
    }

    /// White space as a browser shows it, except that a line break in the file between two Chinese
    /// characters is no space.
    private static func collapsed(_ text: String) -> String {
        var result = ""
        var hasBreak = false
        var isBlank = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n", "\r": (hasBreak, isBlank) = (true, true)
            case " ", "\t": isBlank = true
            default:
                if isBlank {
                    let isWide = scalar.isWide && (result.unicodeScalars.last?.isWide ?? true)
                    if !(hasBreak && isWide) { result += " " }
                }
                (hasBreak, isBlank) = (false, false)
                result.unicodeScalars.append(scalar)
            }
        }
        return isBlank && !hasBreak ? result + " " : result
    }

    private mutating func endLine(level: Int?) {
        guard flow.isInParagraph else { return }
        flow.endParagraph(number: number, styleLevel: isPreformatted ? nil : level)
        number = ""
    }

    private static func headingLevel(_ name: String) -> Int? {
        guard name.utf8.count == 2, name.utf8.first == 0x68 else { return nil }
        return Int(name.dropFirst()).flatMap { (1...6).contains($0) ? $0 : nil }
    }
}
