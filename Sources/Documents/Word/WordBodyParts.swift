import ReportModel

/// What stands in a paragraph beside its plain text: marks, symbols, fields, notes, embedded files.
extension WordBody {
    mutating func runProperty(_ name: String, _ attributes: MarkupAttributes) {
        switch name {
        case "w:vanish": isHidden = WordToggle.isOn(attributes["w:val"])
        case "w:b": isBold = WordToggle.isOn(attributes["w:val"])
        case "w:rFonts": font = attributes["w:ascii"] ?? attributes["w:hAnsi"]
        case "w:rStyle":
            if styles.isBold(character: attributes["w:val"]) { isBold = isBold ?? true }
            if styles.isHidden(character: attributes["w:val"]) { isHidden = isHidden ?? true }
        default: break
        }
    }

    mutating func mark(_ text: String) {
        if inRun > 0, isShown { flow.append(text) }
    }

    /// The end of a page or column is no end of a line.
    mutating func lineBreak(_ type: String?) {
        if type == "page" || type == "column" {
            if !paragraphs.isEmpty { paragraphs[paragraphs.count - 1].breaks = true }
        } else {
            mark("\n")
        }
    }

    mutating func symbol(_ attributes: MarkupAttributes) {
        guard inRun > 0, let code = attributes["w:char"].flatMap({ UInt32($0, radix: 16) }),
            let scalar = Unicode.Scalar(code < 0x100 ? code + 0xF000 : code)
        else { return }
        guard isShown else { return flow.hiddenCount += 1 }
        flow.append(String(scalar), font: attributes["w:font"])
        fields.noteText()
    }

    mutating func field(_ type: String?) {
        switch type {
        case "begin": fields.begin()
        case "separate": fields.separate()
        case "end":
            if let text = fields.end(), isShown { flow.append(text) }
        default: break
        }
    }

    /// An entry of a table of contents that is told by its field alone: it ends with a page's number.
    func isEntryOfContents(_ paragraph: Properties) -> Bool {
        guard paragraph.isInContents || fields.isInContents else { return false }
        let text = flow.openText.trimmed()
        return text.isEmpty || text.unicodeScalars.last?.properties.numericType != nil
    }

    mutating func note(_ name: String, _ id: String?) {
        guard let id else { return }
        let kind = name == "w:footnoteReference" ? "footnote" : "endnote"
        guard let lines = notes["\(kind) \(id)"], !lines.isEmpty else { return }
        noteCount += 1
        aside("\(kind) \(noteCount)", lines)
    }

    mutating func aside(_ name: String, _ lines: [String]) {
        flow.beginAside(name)
        add(lines)
        flow.endAside()
    }

    private mutating func add(_ lines: [String]) {
        flow.isBold = false
        for line in lines {
            flow.beginParagraph()
            flow.append(line)
            flow.endParagraph()
        }
    }

    /// The text of an embedded file stands between paragraphs.
    mutating func chunk(_ id: String?) {
        guard let lines = id.flatMap({ chunks[$0] }), !flow.isInParagraph else {
            hasForeignParts = true
            return
        }
        add(lines)
    }

    /// The document that the body has become.
    func document(path: String, format: String, properties: [String: String]) throws(Refusal)
        -> DecodedDocument
    {
        let doubts: [Doubt] = hasForeignParts ? [.foreignContent] : []
        return try DecodedDocument(
            path: path, format: format, flow: flow, properties: properties, doubts: doubts)
    }
}
