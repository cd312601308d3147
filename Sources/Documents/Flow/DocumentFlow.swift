/// Puts the paragraphs, tables, text boxes and notes of an office document into lines (正文流).
///
/// Text boxes and notes come after the paragraph that holds them; a table comes row by row.
struct DocumentFlow {
    /// Beyond this many lines or bytes of text the rest is dropped and `isFull` is set.
    static let lineLimit = 500_000
    static let textLimit = 96 << 20
    static let tableDepth = 24
    static let cellLimit = 4_096
    static let columnLimit = 64

    /// A line before it has its number.
    private struct Line {
        var text: String
        var locator: String
        var styleLevel: Int?
        var boldLength = 0
    }

    /// A container that is open: the document, a table, a row, a cell, a box or note.
    private enum Container: Hashable {
        case body, table, row, cell
        case aside(String)
    }

    private struct Frame {
        var container: Container
        var lines: [Line] = []
        /// The row's cells.
        var cells: [[Line]] = []
        /// The open paragraph's text; `nil` between paragraphs.
        var paragraph: String?
        /// Bytes of bold text at its start, and whether more may follow.
        var boldLength = 0
        var isBoldSoFar = true
        /// What hangs on the open paragraph.
        var asides: [Line] = []
        /// Place of the table, and how many rows it had.
        var rows = 0
        var number = 0
        /// How many columns a cell goes over.
        var columns = 1
    }

    private var frames = [Frame(container: .body)]
    private var paragraphs = 0
    private var tables = 0
    private var size = 0
    private var openTables = 0
    private var made = 0
    private(set) var lines: [DecodedLine] = []
    /// Whether the text that is added next is bold.
    var isBold = false
    private(set) var isFull = false
    private(set) var isTooDeep = false
    /// Symbols that became a mark, and characters of text that is not shown.
    var unknownSymbols = 0
    var hiddenCount = 0
    var hasPictures = false

    init() {}

    // MARK: Paragraphs

    mutating func beginParagraph() {
        let top = frames.count - 1
        frames[top].paragraph = ""
        frames[top].boldLength = 0
        frames[top].isBoldSoFar = true
    }

    var isInParagraph: Bool { frames[frames.count - 1].paragraph != nil }

    /// The open paragraph's text so far.
    var openText: String { frames[frames.count - 1].paragraph ?? "" }

    /// Adds to the open paragraph, or to none when none is open; `\n` breaks the line.
    mutating func append(_ text: String) {
        size += text.utf8.count
        guard size <= Self.textLimit else {
            isFull = true
            return
        }
        let top = frames.count - 1
        if frames[top].isBoldSoFar {
            if isBold || text.unicodeScalars.allSatisfy(\.isBlank) {
                frames[top].boldLength += text.utf8.count
            } else {
                frames[top].isBoldSoFar = false
            }
        }
        frames[top].paragraph?.append(text)
    }

    /// - Parameters:
    ///   - number: The number the program shows before the text, with the space after it.
    ///   - styleLevel: The outline level of the paragraph's style; such a paragraph stays one line.
    mutating func endParagraph(number: String = "", styleLevel: Int? = nil) {
        let top = frames.count - 1
        guard let text = frames[top].paragraph else { return }
        frames[top].paragraph = nil
        let pieces = styleLevel == nil ? text.splitLines() : [text.joinedLines()]
        var isFirst = true
        let isAllBold = frames[top].isBoldSoFar && frames[top].boldLength > 0
        let indent = text.utf8.count - text.trimmedStart().utf8.count
        let boldStart = max(0, frames[top].boldLength - indent)
        for piece in pieces {
            let trimmed = piece.trimmed()
            guard !trimmed.isEmpty else { continue }
            if isFirst, frames[top].container == .body { paragraphs += 1 }
            var line = Line(
                text: isFirst ? number + trimmed : trimmed, locator: locator,
                styleLevel: styleLevel)
            if isAllBold {
                line.boldLength = line.text.utf8.count
            } else if isFirst, boldStart > 0 {
                line.boldLength = min(line.text.utf8.count, boldStart + number.utf8.count)
            }
            add(line)
            isFirst = false
        }
        let asides = frames[top].asides
        frames[top].asides = []
        for line in asides { add(line) }
    }

    /// Forgets the open paragraph's text, but not what hangs on it.
    mutating func dropParagraph() {
        frames[frames.count - 1].paragraph = ""
        endParagraph()
    }

    private var locator: String {
        for (index, frame) in frames.enumerated().reversed() {
            switch frame.container {
            case .table: return "table \(frame.number), row \(frame.rows)"
            case .aside(let name):
                // What hangs on no paragraph stands for itself.
                let isHung = index > 0 && frames[index - 1].paragraph != nil
                return isHung ? "paragraph \(paragraphs + 1), \(name)" : name
            case .body, .row, .cell: continue
            }
        }
        return "paragraph \(paragraphs)"
    }

    private mutating func add(_ line: Line) {
        let top = frames.count - 1
        made += 1
        // A line passes through each container it is in.
        guard made <= 4 * Self.lineLimit, frames[top].lines.count < Self.lineLimit else {
            isFull = true
            return
        }
        guard frames[top].container == .body else {
            frames[top].lines.append(line)
            return
        }
        guard lines.count < Self.lineLimit else {
            isFull = true
            return
        }
        var decoded = DecodedLine(
            text: line.text, line: lines.count + 1, locator: line.locator,
            styleLevel: line.styleLevel)
        if line.boldLength > 0 { decoded.boldLength = line.boldLength }
        lines.append(decoded)
    }

    // MARK: Text boxes and notes

    /// Opens a text box or note; what follows up to `endAside` goes after the open paragraph.
    mutating func beginAside(_ name: String) {
        frames.append(Frame(container: .aside(name)))
    }

    mutating func endAside() {
        close { if case .aside = $0 { true } else { false } }
    }

    // MARK: Tables

    mutating func beginTable() {
        openTables += 1
        if openTables > Self.tableDepth { isTooDeep = true }
        if openTables == 1 { tables += 1 }
        frames.append(Frame(container: .table, number: tables))
    }

    mutating func beginRow() {
        if frames[frames.count - 1].container == .table { frames[frames.count - 1].rows += 1 }
        frames.append(Frame(container: .row))
    }

    mutating func beginCell() { frames.append(Frame(container: .cell)) }

    /// The open cell goes over so many columns; the cells after it keep their columns.
    mutating func spanColumns(_ count: Int) {
        guard frames[frames.count - 1].container == .cell else { return }
        frames[frames.count - 1].columns = max(1, min(count, Self.columnLimit))
    }

    mutating func endCell() { close { $0 == .cell } }

    mutating func endRow() { close { $0 == .row } }

    mutating func endTable() {
        guard openTables > 0 else { return }
        openTables -= 1
        close { $0 == .table }
    }

    /// Closes frames up to the innermost one that `matches`; none when there is none.
    private mutating func close(_ matches: (Container) -> Bool) {
        guard let last = frames.lastIndex(where: { matches($0.container) }), last > 0 else {
            return
        }
        while frames.count > last { closeTop() }
    }

    private mutating func closeTop() {
        endParagraph()
        let frame = frames.removeLast()
        let top = frames.count - 1
        switch frame.container {
        case .body: return
        case .cell:
            guard frames[top].cells.count < Self.cellLimit else {
                isFull = true
                return
            }
            frames[top].cells.append(frame.lines)
            frames[top].cells += Array(repeating: [], count: frame.columns - 1)
        case .row:
            for line in Self.lines(ofRow: frame.cells) { add(line) }
        case .table:
            for line in frame.lines { add(line) }
        case .aside:
            if frames[top].paragraph == nil {
                for line in frame.lines { add(line) }
            } else if frames[top].asides.count < Self.lineLimit / 8 {
                frames[top].asides += frame.lines
            } else {
                isFull = true
            }
        }
    }

    /// Ends whatever is still open.
    mutating func finish() {
        while frames.count > 1 { closeTop() }
        endParagraph()
        // Where most is bold, bold says nothing.
        let bold = lines.count { $0.boldLength == $0.text.utf8.count }
        if bold * 2 > lines.count, lines.count > 4 {
            for index in lines.indices { lines[index].boldLength = nil }
        }
    }

    /// A row is one line, its cells separated by tabs. Where a table only lays out the page (one
    /// cell, or a cell that holds whole paragraphs) the paragraphs stay lines of their own.
    private static func lines(ofRow cells: [[Line]]) -> [Line] {
        let filled = cells.filter { !$0.isEmpty }
        guard let first = filled.first?.first else { return [] }
        let isLayout = filled.contains { cell in
            cell.count >= 3 && cell.reduce(0) { $0 + $1.text.utf8.count } > 600
        }
        if filled.count == 1 || isLayout { return filled.flatMap(\.self) }
        let last = cells.lastIndex { !$0.isEmpty } ?? 0
        let text = cells[...last].map { $0.map(\.text).joined(separator: " ") }
            .joined(separator: "\t")
        return [Line(text: text, locator: first.locator, styleLevel: first.styleLevel)]
    }
}
