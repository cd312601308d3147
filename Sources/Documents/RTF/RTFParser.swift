/// Follows rich text from control word to control word (RTF 解析).
///
/// An own parser, because the converters at hand (unrtf, catdoc) lose Chinese: they know neither
/// fonts' charsets nor double bytes. Numbers of automatic lists stand in the file as text.
struct RTFParser {
    static let depthLimit = 512

    enum Destination: Hashable {
        case text, skipped, fonts, styles, style, info, title, number, code
    }

    /// What a group inherits from the one around it.
    struct State {
        var destination = Destination.text
        var font: Int?
        var wideFont: Int?
        var isWideNext = false
        /// How many characters follow `\u` for readers that do not know it.
        var fallback = 1
        var isHidden = false
        var isDeleted = false
        var isBold = false
        /// What follows is for scripts written from right to left.
        var isRightToLeft = false
        var style = 0
        var outline: Int?
        var isInTable = false
        var opensAside = false
        var opensField = false
    }

    var flow = DocumentFlow()
    private(set) var isTooDeep = false
    private(set) var title = ""
    private(set) var sawText = false
    var tokens: RTFTokens
    var charsets = RTFCharsets()
    var state = State()
    var stack: [State] = []
    var ignorable = false
    /// Characters to pass over after `\u`.
    var passed = 0
    private var pending: [UInt8] = []
    private var needsTrail = false
    var units: [UInt16] = []
    private var run = ""
    var number = ""
    var styles = RTFStyles()
    var notes = 0
    private var isRowOpen = false
    private var isCellOpen = false
    private var isTableOpen = false
    var fontInTable: Int?
    var fields = WordFields()
    private var isInContents = false

    init(_ bytes: [UInt8]) { tokens = RTFTokens(bytes) }

    mutating func parse() {
        while let token = tokens.next() {
            switch token {
            case .open:
                flush()
                state.isRightToLeft = false
                stack.append(state)
                state.opensAside = false
                state.opensField = false
                passed = 0
                if stack.count > Self.depthLimit {
                    isTooDeep = true
                    return
                }
            case .close: closeGroup()
            case .control(let word, let value): control(word, value)
            case .byte(let byte): take(byte)
            }
            if flow.isFull { return }
        }
        flush()
        endParagraph()
        flow.finish()
    }

    private mutating func closeGroup() {
        flush()
        passed = 0
        ignorable = false
        if state.destination == .style { styles.endStyle(state.style) }
        if state.opensAside {
            endParagraph()
            flow.endAside()
        }
        let shown = state.opensField ? fields.end() : nil
        if let outer = stack.popLast() {
            if outer.isBold != state.isBold, state.destination == .text { flushRun() }
            state = outer
        }
        if let shown { add(shown) }
    }

    // MARK: Characters

    private mutating func take(_ byte: UInt8) {
        if passed > 0 {
            passed -= 1
            return
        }
        if !units.isEmpty { flush() }
        ignorable = false
        if byte >= 0x80 || needsTrail {
            if needsTrail {
                needsTrail = false
            } else {
                let encoding = charsets.encoding(font: state.font, wideFont: state.wideFont)
                needsTrail = byte > 0x80 && RTFCharsets.isWide(encoding)
            }
            pending.append(byte)
        } else {
            if !pending.isEmpty { flushBytes() }
            add(String(UnicodeScalar(byte)))
        }
    }

    mutating func flushBytes() {
        guard !pending.isEmpty else { return }
        guard !charsets.isSymbol(state.font) else {
            let text = pending.reduce(into: "") { $0.unicodeScalars.append(UnicodeScalar($1)) }
            pending = []
            needsTrail = false
            return add(text)
        }
        let name = charsets.encoding(font: state.font, wideFont: state.wideFont)
        let text = LenientText.decode(pending[...], as: TextEncoding.named(name) ?? .gb18030)
        pending = []
        needsTrail = false
        add(text)
    }

    /// Puts collected bytes and UTF-16 units into text.
    mutating func flush() {
        flushBytes()
        if !units.isEmpty {
            let text = String(decoding: units, as: UTF16.self)
            units = []
            add(text)
        }
    }

    private mutating func add(_ text: String) {
        switch state.destination {
        case .text:
            if state.isHidden, !state.isDeleted {
                flow.hiddenCount += text.unicodeScalars.count { !$0.isBlank }
            } else if !state.isDeleted {
                let font = charsets.name(state.font)
                run += SymbolFonts.standard.meant(text, font: font, unknown: &flow.unknownSymbols)
                fields.noteText()
            }
        case .code: fields.addCode(text)
        case .fonts: if let fontInTable { charsets.names[fontInTable, default: ""] += text }
        case .number: number += text
        case .style: styles.name += text
        case .title: title += text
        case .skipped, .styles, .info: break
        }
    }

    mutating func mark(_ text: String) {
        flush()
        add(text)
    }

    // MARK: Paragraphs

    mutating func openParagraph() {
        guard !flow.isInParagraph else { return }
        if state.isInTable {
            if !isTableOpen {
                flow.beginTable()
                isTableOpen = true
            }
            if !isRowOpen {
                flow.beginRow()
                isRowOpen = true
            }
            if !isCellOpen {
                flow.beginCell()
                isCellOpen = true
            }
        } else if isTableOpen, !stack.contains(where: \.opensAside), !state.opensAside {
            flow.endTable()
            isTableOpen = false
            isRowOpen = false
            isCellOpen = false
        }
        flow.beginParagraph()
    }

    mutating func flushRun() {
        flush()
        guard !run.isEmpty else { return }
        sawText = true
        openParagraph()
        flow.isBold = state.isBold
        flow.append(run)
        run = ""
    }

    mutating func endParagraph() {
        flushRun()
        let outline = state.outline ?? styles.level(state.style)
        let label = number.withoutSymbols().trimmed()
        number = ""
        guard flow.isInParagraph else { return }
        // A table of contents that is told by its field alone: its entries end with a page's number.
        let isEntry =
            (isInContents || fields.isInContents)
            && flow.openText.trimmed().unicodeScalars.last.map {
                $0.properties.numericType != nil
            } ?? true
        isInContents = fields.isInContents
        if isEntry || styles.contents.contains(state.style) {
            flow.dropParagraph()
            return
        }
        flow.endParagraph(
            number: label.isEmpty ? "" : ListNumber.spaced(label, suffix: "tab"),
            styleLevel: outline.flatMap { (0..<9).contains($0) ? $0 + 1 : nil })
    }

    mutating func endCell() {
        endParagraph()
        state.isInTable = true
        if !isCellOpen {
            openParagraph()
            flow.endParagraph()
        }
        flow.endCell()
        isCellOpen = false
    }

    mutating func endRow() {
        endParagraph()
        guard isRowOpen else { return }
        flow.endRow()
        isRowOpen = false
        isCellOpen = false
    }
}
