/// Follows rich text from control word to control word (RTF 解析).
///
/// An own parser, because the converters at hand (unrtf, catdoc) lose Chinese: they know neither
/// fonts' charsets nor double bytes. Numbers of automatic lists stand in the file as text.
struct RTFParser {
    static let depthLimit = 512

    private enum Destination: Hashable {
        case text, skipped, fonts, styles, style, info, title, number
    }

    /// What a group inherits from the one around it.
    private struct State {
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
    }

    private(set) var flow = DocumentFlow()
    private(set) var isTooDeep = false
    private(set) var title = ""
    private(set) var sawText = false
    private var tokens: RTFTokens
    private var charsets = RTFCharsets()
    private var state = State()
    private var stack: [State] = []
    private var ignorable = false
    /// Characters to pass over after `\u`.
    private var passed = 0
    private var pending: [UInt8] = []
    private var needsTrail = false
    private var units: [UInt16] = []
    private var run = ""
    private var number = ""
    private var styleLevels: [Int: Int] = [:]
    private var styleBases: [Int: Int] = [:]
    private var contentsStyles: Set<Int> = []
    private var styleName = ""
    private var notes = 0
    private var isRowOpen = false
    private var isCellOpen = false
    private var isTableOpen = false
    private var fontInTable: Int?

    init(_ bytes: [UInt8]) { tokens = RTFTokens(bytes) }

    mutating func parse() {
        while let token = tokens.next() {
            switch token {
            case .open:
                flush()
                state.isRightToLeft = false
                stack.append(state)
                state.opensAside = false
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
        if state.destination == .style { endStyle() }
        if state.opensAside {
            endParagraph()
            flow.endAside()
        }
        if let outer = stack.popLast() {
            if outer.isBold != state.isBold, state.destination == .text { flushRun() }
            state = outer
        }
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

    private mutating func flushBytes() {
        guard !pending.isEmpty else { return }
        let name = charsets.encoding(font: state.font, wideFont: state.wideFont)
        let text = LenientText.decode(pending[...], as: TextEncoding.named(name) ?? .gb18030)
        pending = []
        needsTrail = false
        if !charsets.isSymbol(state.font) { add(text) }
    }

    /// Puts collected bytes and UTF-16 units into text.
    private mutating func flush() {
        flushBytes()
        if !units.isEmpty {
            let text = String(decoding: units, as: UTF16.self)
            units = []
            add(text)
        }
    }

    private mutating func add(_ text: String) {
        switch state.destination {
        case .text: if !state.isHidden, !state.isDeleted { run += text }
        case .number: number += text
        case .style: styleName += text
        case .title: title += text
        case .skipped, .fonts, .styles, .info: break
        }
    }

    private mutating func mark(_ text: String) {
        flush()
        add(text)
    }

    // MARK: Paragraphs

    private mutating func openParagraph() {
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

    private mutating func flushRun() {
        flush()
        guard !run.isEmpty else { return }
        sawText = true
        openParagraph()
        flow.isBold = state.isBold
        flow.append(run)
        run = ""
    }

    private mutating func endParagraph() {
        flushRun()
        let outline = state.outline ?? styleLevel(state.style)
        let label = number.withoutSymbols().trimmed()
        number = ""
        guard flow.isInParagraph else { return }
        if contentsStyles.contains(state.style) {
            flow.dropParagraph()
            return
        }
        flow.endParagraph(
            number: label.isEmpty ? "" : ListNumber.spaced(label, suffix: "tab"),
            styleLevel: outline.flatMap { (0..<9).contains($0) ? $0 + 1 : nil })
    }

    private mutating func endCell() {
        endParagraph()
        state.isInTable = true
        if !isCellOpen {
            openParagraph()
            flow.endParagraph()
        }
        flow.endCell()
        isCellOpen = false
    }

    private mutating func endRow() {
        endParagraph()
        guard isRowOpen else { return }
        flow.endRow()
        isRowOpen = false
        isCellOpen = false
    }

    // MARK: Control words

    private mutating func control(_ word: String, _ value: Int?) {
        if passed > 0, word != "u" {
            passed -= 1
            return
        }
        if word == "u" {
            flushBytes()
            units.append(UInt16(truncatingIfNeeded: value ?? 0xFFFD))
            passed = state.fallback
            return
        }
        if word == "bin" {
            tokens.skip(value ?? 0)
            return
        }
        flush()
        if word == "*" {
            ignorable = true
            return
        }
        let isIgnorable = ignorable
        ignorable = false
        if destination(word, isIgnorable) { return }
        if state.destination == .fonts || state.destination == .styles
            || state.destination == .style
        {
            define(word, value)
            return
        }
        property(word, value)
        if state.destination == .text { text(word) }
    }

    /// Turns to the destination that a control word opens; true when it opens one.
    private mutating func destination(_ word: String, _ isIgnorable: Bool) -> Bool {
        // What stands in a skipped group is skipped; only text within shapes is looked for.
        if state.destination == .skipped, word != "shptxt", word != "dptxbxtext" { return true }
        switch word {
        case "fonttbl": state.destination = .fonts
        case "stylesheet": state.destination = .styles
        case "info": state.destination = .info
        case "title": if state.destination == .info { state.destination = .title }
        case "listtext", "pntext":
            state.destination = .number
            number = ""
        case "footnote":
            flushRun()
            notes += 1
            beginAside("footnote \(notes)")
        case "shptxt", "dptxbxtext":
            flushRun()
            beginAside("text box")
        case "shpinst", "do", "shp", "fldrslt", "result": break
        case let word where Self.skipped.contains(word): state.destination = .skipped
        default:
            if isIgnorable, !(state.destination == .styles || state.destination == .style) {
                state.destination = .skipped
                return true
            }
            return false
        }
        return true
    }

    private static let skipped: Set<String> = [
        "colortbl", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr",
        "footerf", "pict", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "xe",
        "tc", "rxe", "txe", "nonshppict", "shprslt", "sp", "objdata", "fldinst", "datafield",
        "listtable", "listoverridetable", "rsidtbl", "generator", "themedata", "latentstyles",
        "annotation", "atnid", "atnauthor", "bkmkstart", "bkmkend", "pntxta", "pntxtb",
    ]

    private mutating func beginAside(_ name: String) {
        // Where the note hangs on nothing yet, its paragraph is opened for it.
        openParagraph()
        flow.beginAside(name)
        state.destination = .text
        state.opensAside = true
        state.isInTable = false
        state.outline = nil
        state.style = 0
    }

    /// Fonts and styles.
    private mutating func define(_ word: String, _ value: Int?) {
        switch (state.destination, word) {
        case (.fonts, "f"): fontInTable = value
        case (.fonts, "fcharset"):
            if let fontInTable { charsets.fonts[fontInTable] = value ?? 0 }
        case (.styles, "s"), (.style, "s"):
            state.destination = .style
            state.style = value ?? 0
            styleName = ""
        case (.styles, "cs"), (.styles, "ds"), (.styles, "ts"): state.destination = .skipped
        case (.style, "sbasedon"): styleBases[state.style] = value
        case (.style, "outlinelevel"): styleLevels[state.style] = value ?? 0
        case (.style, "f"): state.font = value
        default: break
        }
    }

    /// The level of a style or of one it is based on.
    private func styleLevel(_ style: Int) -> Int? {
        var next = style
        for _ in 0..<32 {
            if let level = styleLevels[next] { return level }
            guard let base = styleBases[next], base != next else { return nil }
            next = base
        }
        return nil
    }

    private mutating func endStyle() {
        let name = styleName.lowercased().trimmed()
        styleName = ""
        if name.hasPrefix("toc ") { contentsStyles.insert(state.style) }
        if name.hasPrefix("heading "), let level = Int(name.dropFirst(8).prefix { $0 != ";" }) {
            styleLevels[state.style] = styleLevels[state.style] ?? level - 1
        }
    }

    private mutating func property(_ word: String, _ value: Int?) {
        switch word {
        case "ansicpg": charsets.page = value ?? 1252
        case "uc": state.fallback = max(0, min(8, value ?? 1))
        case "f":
            if state.isWideNext { state.wideFont = value }
            state.isWideNext = false
            state.font = value
        case "af":
            if state.isWideNext { state.wideFont = value }
            state.isWideNext = false
        case "dbch": state.isWideNext = true
        case "loch", "hich": state.isWideNext = false
        case "plain":
            if state.isBold { flushRun() }
            state.isBold = false
            state.isHidden = false
            state.isDeleted = false
        case "b", "ab":
            // Some programs say `\ab` of Chinese; of Hebrew it follows `\rtlch`.
            let isOn = value != 0
            if !state.isRightToLeft, isOn != state.isBold {
                flushRun()
                state.isBold = isOn
            }
        case "rtlch": state.isRightToLeft = true
        case "ltrch": state.isRightToLeft = false
        case "v": state.isHidden = value != 0
        case "deleted": state.isDeleted = value != 0
        case "pard":
            state.outline = nil
            state.style = 0
            state.isInTable = false
        case "s": state.style = value ?? 0
        case "outlinelevel": state.outline = value ?? 0
        case "intbl": state.isInTable = true
        default: break
        }
    }

    /// Control words that stand for text or end a piece of it.
    private mutating func text(_ word: String) {
        switch word {
        case "par", "sect": endParagraph()
        case "line", "page", "column", "softline", "softpage": mark("\n")
        case "cell": endCell()
        case "row": endRow()
        case "nestcell": mark("\t")
        case "nestrow": mark("\n")
        case "tab": mark("\t")
        case "emdash": mark("—")
        case "endash": mark("–")
        case "bullet": mark("•")
        case "lquote": mark("‘")
        case "rquote": mark("’")
        case "ldblquote": mark("“")
        case "rdblquote": mark("”")
        case "~", "emspace", "enspace", "qmspace": mark(" ")
        case "_": mark("-")
        default: break
        }
    }
}
