/// Follows a Word text from element to element and puts it into lines (正文).
///
/// Revisions count as accepted; fields show their result (or what only their code holds); comments, headers, footers, tables of
/// contents and hidden text are left out.
struct WordBody {
    let styles: WordStyles
    var numbering: WordNumbering
    /// The lines of foot- and endnotes by kind and id.
    let notes: [String: [String]]
    /// The lines of embedded files by the id of their relationship.
    let chunks: [String: [String]]
    var flow = DocumentFlow()

    /// What is known of a paragraph before its text.
    struct Properties {
        var style: String?
        var list: String?
        var listLevel: Int?
        var outline: Int?
        /// The mark at its end is deleted, so that the next paragraph goes on in it.
        var isJoined = false
        /// It only holds the end of a section or page, and takes no number then.
        var breaks = false
        var isInContents = false
    }

    var paragraphs: [Properties] = []
    private var skipped = 0
    private var inParagraphProperties = 0
    var inRun = 0
    private var inRunProperties = 0
    /// What the run says; `nil` leaves it to the paragraph's style.
    var isHidden: Bool?
    var isBold: Bool?
    var font: String?
    var fields = WordFields()
    private var inText = 0
    private var inCode = 0
    private var contents: [Bool] = []
    /// The paragraph's mark is deleted: it stays open for the next one.
    private var isOpen = false
    var noteCount = 0
    var hasForeignParts = false

    init(
        styles: WordStyles = WordStyles(), numbering: WordNumbering = WordNumbering(),
        notes: [String: [String]] = [:], chunks: [String: [String]] = [:]
    ) {
        self.styles = styles
        self.numbering = numbering
        self.notes = notes
        self.chunks = chunks
    }

    mutating func take(_ event: MarkupEvent) {
        if flow.isFull || flow.isTooDeep { return }
        switch event {
        case .start(let name, let attributes):
            if skipped > 0 {
                skipped += 1
            } else {
                start(name, attributes)
            }
        case .end(let name):
            if skipped > 0 {
                skipped -= 1
            } else {
                end(name)
            }
        case .text(let text):
            if skipped == 0 { take(text) }
        }
    }

    var isShown: Bool { !(isHidden ?? styles.isHidden(paragraphs.last?.style)) }

    private mutating func take(_ text: String) {
        if inCode > 0 || (inText > 0 && fields.isInShownCode) { return fields.addCode(text) }
        guard inText > 0 else { return }
        guard isShown else {
            flow.hiddenCount += text.unicodeScalars.count { !$0.isBlank }
            return
        }
        flow.isBold = isBold ?? styles.isBold(paragraphs.last?.style)
        flow.append(text, font: font)
        fields.noteText()
    }

    /// Elements whose content is not part of the text as accepted and printed.
    private static let left: Set<String> = [
        "w:del", "w:moveFrom", "w:pPrChange", "w:rPrChange", "w:sectPrChange", "w:tblPrChange",
        "w:trPrChange", "w:tcPrChange", "w:tblGridChange", "w:tblPrExChange", "w:numberingChange",
        "mc:Fallback", "w:delText", "w:delInstrText", "w:rt", "w:sectPr",
        "w:tblPr", "w:tblGrid",
    ]

    private mutating func start(_ name: String, _ attributes: MarkupAttributes) {
        if inParagraphProperties > 0 {
            property(name, attributes)
            inParagraphProperties += 1
            return
        }
        if inRunProperties > 0 {
            runProperty(name, attributes)
            inRunProperties += 1
            return
        }
        switch name {
        case "w:p": beginParagraph()
        case "w:pPr": inParagraphProperties = 1
        case "w:r":
            inRun += 1
            (isHidden, isBold, font) = (nil, nil, nil)
        case "w:rPr": inRunProperties = 1
        case "w:t", "m:t": inText += 1
        case "w:instrText": inCode += 1
        case "w:tab", "w:ptab": mark("\t")
        case "w:br", "w:cr": lineBreak(attributes["w:type"])
        case "w:noBreakHyphen": mark("-")
        case "w:sym": symbol(attributes)
        case "w:fldChar": field(attributes["w:fldCharType"])
        case "w:fldSimple":
            fields.begin()
            fields.addCode(attributes["w:instr"] ?? "")
            fields.separate()
        case "w:listEntry", "w:result", "w:checkBox", "w:checked", "w:default":
            fields.define(name, attributes)
        case "w:footnoteReference", "w:endnoteReference": note(name, attributes["w:id"])
        case "w:footnote", "w:endnote":
            noteCount += 1
            flow.beginAside("\(name.dropFirst(2)) \(noteCount)")
        case "w:txbxContent": flow.beginAside("text box")
        case "v:textpath": aside("text box", [attributes["string"] ?? ""])
        case "w:drawing", "w:pict", "w:object": flow.hasPictures = true
        case "w:tbl": flow.beginTable()
        case "w:tr": flow.beginRow()
        case "w:tc": flow.beginCell()
        case "w:gridSpan": flow.spanColumns(attributes["w:val"].flatMap { Int($0) } ?? 1)
        case "dgm:relIds": aside("diagram", attributes["r:dm"].flatMap { chunks[$0] } ?? [])
        case "w:altChunk": chunk(attributes["r:id"])
        case "w:sdt": contents.append(false)
        case "w:docPartGallery":
            if attributes["w:val"] == "Table of Contents", !contents.isEmpty {
                contents[contents.count - 1] = true
            }
        case "w:sdtContent":
            if contents.last == true { skipped = 1 }
        case let name where Self.left.contains(name): skipped = 1
        default: break
        }
    }

    private mutating func property(_ name: String, _ attributes: MarkupAttributes) {
        guard !paragraphs.isEmpty else { return }
        let top = paragraphs.count - 1
        let value = attributes["w:val"]
        switch name {
        case "w:pPrChange", "w:numberingChange", "w:rPrChange":
            // Counted by `skipped`, so that the old properties in it are not taken.
            skipped = 1
            inParagraphProperties -= 1
        case "w:pStyle": paragraphs[top].style = value
        case "w:numId": paragraphs[top].list = value
        case "w:ilvl": paragraphs[top].listLevel = value.flatMap { Int($0) }
        case "w:outlineLvl": paragraphs[top].outline = value.flatMap { Int($0) }
        case "w:sectPr": paragraphs[top].breaks = true
        // In the run properties of the paragraph mark.
        case "w:del", "w:moveFrom": paragraphs[top].isJoined = true
        default: break
        }
    }

    private mutating func end(_ name: String) {
        if inParagraphProperties > 0 {
            inParagraphProperties -= 1
            return
        }
        if inRunProperties > 0 {
            inRunProperties -= 1
            return
        }
        switch name {
        case "w:p": endParagraph()
        case "w:r":
            inRun = max(0, inRun - 1)
            (isHidden, isBold, font) = (nil, nil, nil)
        case "w:t", "m:t": inText = max(0, inText - 1)
        case "w:instrText": inCode = max(0, inCode - 1)
        case "w:fldSimple": field("end")
        case "w:txbxContent", "w:footnote", "w:endnote": flow.endAside()
        case "w:tbl": flow.endTable()
        case "w:tr": flow.endRow()
        case "w:tc": flow.endCell()
        case "w:sdt": _ = contents.popLast()
        default: break
        }
    }

    private mutating func beginParagraph() {
        paragraphs.append(Properties(isInContents: fields.isInContents))
        if isOpen, flow.isInParagraph {
            isOpen = false
        } else {
            flow.beginParagraph()
        }
    }

    private mutating func endParagraph() {
        guard let paragraph = paragraphs.popLast() else { return }
        if paragraph.isJoined {
            isOpen = true
            return
        }
        isOpen = false
        let isLeft = paragraph.breaks && flow.openText.unicodeScalars.allSatisfy(\.isBlank)
        if isLeft || styles.isContents(paragraph.style) || isEntryOfContents(paragraph) {
            flow.dropParagraph()
            return
        }
        let level =
            paragraph.outline.map { (0..<9).contains($0) ? $0 + 1 : nil }
            ?? styles.level(of: paragraph.style)
        flow.endParagraph(number: number(of: paragraph), styleLevel: level)
    }

    private mutating func number(of paragraph: Properties) -> String {
        var list = paragraph.list
        var level = paragraph.listLevel
        if list == nil, let inherited = styles.list(of: paragraph.style) {
            list = inherited.instance
            level =
                level ?? paragraph.style.flatMap {
                    numbering.level(ofStyle: $0, instance: inherited.instance)
                }
                ?? numbering.level(ofStyle: inherited.style, instance: inherited.instance)
                ?? inherited.level
        }
        // List 0 takes a paragraph out of its style's list.
        guard let list, list != "0" else { return "" }
        return numbering.next(instance: list, level: level ?? 0)
    }
}
