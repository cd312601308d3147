import ReportModel

/// Reads presentations of PowerPoint 97 to 2003 and of WPS (.ppt, .dps; MS-PPT): the text of the slides in their
/// order, each followed by its notes; nothing of masters.
struct PPTReader: DocumentReader {
    func accepts(name: String, head: [UInt8]) -> Bool {
        let known = ["ppt", "pps", "pot", "dps"].contains(FileKind.extension(of: name))
        return known && (head.isEmpty || head.starts(with: CompoundFile.mark))
    }

    func read(_ file: InputFile, options: ReadOptions) throws(ReportError) -> [DecodedDocument] {
        [try refusing(file.path) { () throws(Refusal) in try decode(file) }]
    }

    private func decode(_ file: InputFile) throws(Refusal) -> DecodedDocument {
        guard let compound = CompoundFile(file.bytes) else {
            throw .notThisFormat("PowerPoint (.ppt)")
        }
        if compound.names.contains("EncryptedPackage") { throw .encrypted }
        guard let stream = compound.stream("PowerPoint Document"),
            let user = compound.stream("Current User")
        else { throw .notThisFormat("PowerPoint (.ppt)") }
        // The mark of an encrypted presentation.
        if user.long(12) == 0xF3D1_C4DF { throw .encrypted }
        let presentation = PPTPresentation(stream, edit: user.long(16))
        var flow = DocumentFlow()
        for (index, slide) in presentation.slides.enumerated() {
            add(slide.texts, to: &flow, place: "slide \(index + 1)")
            add(slide.notes, to: &flow, place: "slide \(index + 1), notes")
        }
        flow.hasPictures = compound.names.contains("Pictures")
        flow.finish()
        return try DecodedDocument(
            path: file.path, format: "ppt", flow: flow, properties: DocSummary(compound).values)
    }

    private func add(
        _ texts: [PPTPresentation.Text], to flow: inout DocumentFlow, place: String
    ) {
        guard !texts.isEmpty else { return }
        flow.beginAside(place)
        for text in texts {
            for line in text.text.splitLines() {
                flow.beginParagraph()
                flow.append(line)
                flow.endParagraph(styleLevel: text.isTitle ? 1 : nil)
            }
        }
        flow.endAside()
    }
}

/// The slides of a presentation, found by its directory of persistent objects.
struct PPTPresentation {
    struct Text: Hashable {
        var text: String
        var isTitle: Bool
    }

    struct Slide {
        var texts: [Text] = []
        var notes: [Text] = []
    }

    private let stream: ByteReader
    private(set) var slides: [Slide] = []
    private var places: [Int: Int] = [:]

    private struct Record {
        var type: Int
        var instance: Int
        var isContainer: Bool
        var start: Int
        var end: Int
    }

    /// What a list of the document says of one slide: its object, its number, and the texts of its outline.
    private struct Entry {
        var object: Int
        var number: Int
        var outline: [Text] = []
    }

    init(_ stream: ByteReader, edit: Int) {
        self.stream = stream
        readDirectory(edit)
        guard let document = document(edit) else { return }
        var shown: [Entry] = []
        var notes: [Int: Entry] = [:]
        for list in children(document) where list.type == 0x0FF0 {
            // Instance 0 lists the slides, 2 their notes; 1 the masters.
            if list.instance == 0 { shown = entries(list) }
            if list.instance == 2 {
                for entry in entries(list) { notes[entry.number] = entry }
            }
        }
        for entry in shown.prefix(PPTXReader.slideLimit) {
            var slide = Slide()
            guard let record = places[entry.object].flatMap({ record(at: $0) }) else { continue }
            slide.texts = texts(record, outline: entry.outline)
            // The slide's own record names its notes.
            let atom = children(record).first { $0.type == 0x03EF }
            let number = atom.map { stream.long($0.start + 16) } ?? 0
            if let note = notes[number],
                let record = places[note.object].flatMap({ self.record(at: $0) })
            {
                slide.notes = texts(record, outline: note.outline).filter { !$0.isTitle }
            }
            slides.append(slide)
        }
    }

    private func record(at place: Int) -> Record? {
        guard place >= 0, place + 8 <= stream.count else { return nil }
        let head = stream.word(place)
        let end = place + 8 + stream.long(place + 4)
        guard end <= stream.count else { return nil }
        return Record(
            type: stream.word(place + 2), instance: head >> 4, isContainer: head & 0xF == 0xF,
            start: place + 8, end: end)
    }

    private func children(_ record: Record) -> [Record] {
        var found: [Record] = []
        var place = record.start
        while place < record.end, let child = self.record(at: place), child.end <= record.end {
            found.append(child)
            place = child.end
        }
        return found
    }

    /// The chain of saves, the newest first: each has a directory of the objects it wrote.
    private mutating func readDirectory(_ newest: Int) {
        var edit = newest
        var seen: Set<Int> = []
        while let record = record(at: edit), record.type == 0x0FF5, seen.insert(edit).inserted,
            seen.count < 1_000
        {
            if let directory = self.record(at: stream.long(record.start + 12)) {
                var place = directory.start
                while place + 4 <= directory.end {
                    let head = stream.long(place)
                    place += 4
                    for index in 0..<(head >> 20) where place + 4 <= directory.end {
                        let object = (head & 0xF_FFFF) + index
                        places[object] = places[object] ?? stream.long(place)
                        place += 4
                    }
                }
            }
            edit = stream.long(record.start + 8)
            if edit == 0 { return }
        }
    }

    private func document(_ edit: Int) -> Record? {
        guard let record = record(at: edit) else { return nil }
        return places[stream.long(record.start + 16)].flatMap { self.record(at: $0) }
    }

    private func entries(_ list: Record) -> [Entry] {
        var entries: [Entry] = []
        var kind = 0
        for atom in children(list) {
            switch atom.type {
            case 0x03F3:
                entries.append(
                    Entry(object: stream.long(atom.start), number: stream.long(atom.start + 12)))
            case 0x0F9F:
                kind = stream.long(atom.start)
                // Boxes refer to the outline's texts by number, empty ones too.
                if let last = entries.indices.last {
                    entries[last].outline.append(Text(text: "", isTitle: false))
                }
            default:
                guard let text = text(atom, kind), let last = entries.indices.last,
                    let place = entries[last].outline.indices.last
                else { continue }
                entries[last].outline[place] = text
            }
        }
        return entries
    }

    private func text(_ atom: Record, _ kind: Int) -> Text? {
        let length = atom.end - atom.start
        let text: String
        switch atom.type {
        case 0x0FA0: text = stream.text(atom.start, length / 2)
        case 0x0FA8:
            let units = stream.slice(atom.start, length).map { UInt16($0) }
            text = String(decoding: units, as: UTF16.self)
        default: return nil
        }
        let shown = text.replacing("\u{0B}", with: "\n").replacing("\r", with: "\n").trimmed()
        return shown.isEmpty ? nil : Text(text: shown, isTitle: kind == 0 || kind == 6)
    }

    /// The texts of a slide's boxes in their order; a box may refer to the outline.
    private func texts(_ slide: Record, outline: [Text]) -> [Text] {
        var found: [Text] = []
        var kind = 4
        func walk(_ record: Record, _ depth: Int) {
            for child in children(record) where found.count < 10_000 {
                switch child.type {
                case 0x0F9F: kind = stream.long(child.start)
                case 0x0F9E:
                    let index = stream.long(child.start)
                    if outline.indices.contains(index), !outline[index].text.isEmpty {
                        found.append(outline[index])
                    }
                case 0x0FA0, 0x0FA8:
                    if let text = text(child, kind), text.text != "*" { found.append(text) }
                case 0xF00D:
                    kind = 4
                    walk(child, depth + 1)
                default: if child.isContainer, depth < 16 { walk(child, depth + 1) }
                }
            }
        }
        // Only the drawing: the slide's other records hold what its master shows.
        for drawing in children(slide) where drawing.type == 0x040C { walk(drawing, 0) }
        return found
    }
}
