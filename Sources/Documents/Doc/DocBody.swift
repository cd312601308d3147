/// Puts the characters of a Word 97-2003 file into lines (正文).
struct DocBody {
    private let file: DocFile
    private var numbering: WordNumbering
    private(set) var flow = DocumentFlow()
    private var run: [UInt16] = []
    /// The font of the run's text, when it draws symbols.
    private var font: String?
    /// How much of the run is bold from its start.
    private var boldLength = 0
    private var isTableOpen = false
    private var isRowOpen = false
    private var isCellOpen = false
    private var noteCount = 0
    private var fields = WordFields()
    private var isInContents = false

    init(_ file: DocFile) {
        self.file = file
        numbering = file.numbering
        read(file.main)
        closeTable()
        for box in file.boxes {
            flow.beginAside("text box")
            read(box)
            closeTable()
            flow.endAside()
        }
        flow.finish()
    }

    private mutating func read(_ range: Range<Int>) {
        fields = WordFields()
        var position = range.lowerBound
        while position < range.upperBound, !flow.isFull {
            let unit = file.text.units[position]
            take(unit, at: position)
            position += 1
        }
        if !run.isEmpty { endParagraph(DocProperties()) }
    }

    private mutating func take(_ unit: UInt16, at position: Int) {
        switch unit {
        case 0x13: fields.begin()
        case 0x14: fields.separate()
        case 0x15: if let text = fields.end(), isShown(position) { run += Array(text.utf16) }
        // Not printed: paragraph marks count, but not deleted ones.
        case 0x0D, 0x07: endAt(position, isCell: unit == 0x07)
        case 0x0C:
            // A section's end in place of a paragraph's; one of a page's ends nothing.
            guard file.sectionEnds.contains(position) else { return }
            if position + 1 < file.text.units.count { endAt(position, isCell: false) }
        case 0x02: if isShown(position) { note(position) }
        case 0x01, 0x08: flow.hasPictures = true
        default: character(unit, at: position)
        }
    }

    private mutating func character(_ unit: UInt16, at position: Int) {
        if fields.isInCode {
            return fields.addCode(String(decoding: CollectionOfOne(unit), as: UTF16.self))
        }
        let properties = file.characters.properties(at: Int(file.text.places[position]))
        let symbol = unit == 0x28 ? properties.symbol.map { UInt16(truncatingIfNeeded: $0) } : nil
        guard let shown = Self.shown(symbol ?? unit), !properties.isDeleted else { return }
        guard !properties.isHidden else {
            if shown > 0x20 { flow.hiddenCount += 1 }
            return
        }
        if (0xF000...0xF0FF).contains(shown) {
            let number = properties.font ?? -1
            let name = file.fonts.indices.contains(number) ? file.fonts[number] : nil
            if name != font { flushRun() }
            font = name
        } else if font != nil {
            flushRun()
            font = nil
        }
        run.append(shown)
        fields.noteText()
        if properties.isBold, boldLength == run.count - 1 { boldLength = run.count }
    }

    /// The character to show for one in the file; `nil` for pictures and marks.
    private static func shown(_ unit: UInt16) -> UInt16? {
        switch unit {
        case 0x09: 0x09
        case 0x0B: 0x0A
        case 0x1E: 0x2D
        case 0xA0: 0x20
        case 0..<0x20, 0xAD: nil
        default: unit
        }
    }

    private func isShown(_ position: Int) -> Bool {
        guard !fields.isInCode else { return false }
        let properties = file.characters.properties(at: Int(file.text.places[position]))
        return !properties.isHidden && !properties.isDeleted
    }

    private mutating func note(_ position: Int) {
        guard let note = file.notes[position], flow.isInParagraph || !run.isEmpty else { return }
        if file.paragraphs.properties(at: Int(file.text.places[position])).isInTable { openCell() }
        flushRun()
        noteCount += 1
        flow.beginAside("\(note.kind) \(noteCount)")
        let outer = (fields, isTableOpen, isRowOpen, isCellOpen)
        (isTableOpen, isRowOpen, isCellOpen) = (false, false, false)
        read(note.range)
        (fields, isTableOpen, isRowOpen, isCellOpen) = outer
        flow.endAside()
    }

    private mutating func flushRun() {
        if !flow.isInParagraph { flow.beginParagraph() }
        for (isBold, part) in [(true, run[..<boldLength]), (false, run[boldLength...])]
        where !part.isEmpty {
            flow.isBold = isBold
            flow.append(String(decoding: part, as: UTF16.self), font: font)
        }
        run = []
        boldLength = 0
    }

    // MARK: Paragraphs and tables

    private mutating func endAt(_ position: Int, isCell: Bool) {
        let place = Int(file.text.places[position])
        let properties = file.paragraphs.properties(at: place)
        if !isCell, file.characters.properties(at: place).isDeleted { return }
        if properties.endsInnerRow { return run.append(0x0A) }
        if properties.isInTable {
            openCell()
        } else {
            closeTable()
        }
        if isCell, properties.endsRow {
            run = []
            boldLength = 0
            if flow.isInParagraph { flow.dropParagraph() }
            flow.endRow()
            (isRowOpen, isCellOpen) = (false, false)
            return
        }
        endParagraph(properties, endsSection: file.sectionEnds.contains(position))
        if isCell, isCellOpen {
            flow.endCell()
            isCellOpen = false
        }
    }

    private mutating func openCell() {
        if !isTableOpen { flow.beginTable() }
        if !isRowOpen { flow.beginRow() }
        if !isCellOpen, !flow.isInParagraph { flow.beginCell() }
        (isTableOpen, isRowOpen, isCellOpen) = (true, true, true)
    }

    private mutating func closeTable() {
        guard isTableOpen else { return }
        flow.endTable()
        (isTableOpen, isRowOpen, isCellOpen) = (false, false, false)
    }

    private mutating func endParagraph(_ properties: DocProperties, endsSection: Bool = false) {
        flushRun()
        let style = properties.style ?? 0
        let text = flow.openText.trimmed()
        // A table of contents that is told by its field alone: its entries end with a page's number.
        let isEntry =
            (isInContents || fields.isInContents)
            && text.unicodeScalars.last.map { $0.properties.numericType != nil } ?? true
        isInContents = fields.isInContents
        let isBreak = endsSection && text.isEmpty
        if isBreak || isEntry || file.styles.isContents(style) {
            flow.dropParagraph()
            return
        }
        let outline = properties.outline ?? file.styles.outline(style)
        flow.endParagraph(
            number: number(properties, style: style),
            styleLevel: outline.flatMap { (0..<9).contains($0) ? $0 + 1 : nil })
    }

    private mutating func number(_ properties: DocProperties, style: Int) -> String {
        var list = properties.list
        var level = properties.listLevel
        if list == nil, let inherited = file.styles.list(style) {
            list = inherited.list
            let name = String(inherited.list)
            level =
                level ?? numbering.level(ofStyle: String(style), instance: name)
                ?? numbering.level(ofStyle: String(inherited.style), instance: name)
                ?? inherited.level
        }
        guard let list, list > 0, list < 0xF801 else { return "" }
        return numbering.next(instance: String(list), level: level ?? 0)
    }
}
