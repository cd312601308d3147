/// What the control words of rich text do (控制字).
extension RTFParser {
    mutating func control(_ word: String, _ value: Int?) {
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
        if state.destination == .skipped, word != "shptxt", word != "dptxbxtext" {
            if word == "pict" { flow.hasPictures = true }
            return true
        }
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
        case "field":
            state.opensField = true
            fields.begin()
        case "fldinst": state.destination = .code
        case "fldrslt": fields.separate()
        case "pict", "object":
            flow.hasPictures = true
            if word == "pict" { state.destination = .skipped }
        case "shpinst", "do", "shp", "result": break
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
        "footerf", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "xe",
        "tc", "rxe", "txe", "nonshppict", "shprslt", "sp", "objdata", "datafield",
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
            styles.name = ""
        case (.styles, "cs"), (.styles, "ds"), (.styles, "ts"): state.destination = .skipped
        case (.style, "sbasedon"): styles.bases[state.style] = value
        case (.style, "outlinelevel"): styles.levels[state.style] = value ?? 0
        case (.style, "f"): state.font = value
        default: break
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
