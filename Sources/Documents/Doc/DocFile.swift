/// A Word 97-2003 file, opened: its text, properties, styles and lists (Word 二进制文件; MS-DOC).
///
/// An own parser, because the converters at hand (antiword, wv, catdoc, AbiWord) drop automatic
/// numbers, with which the outline of a report goes.
struct DocFile {
    /// Why a file is left to a converter, or refused.
    enum Trouble: Error {
        case noWord
        case encrypted
        case older
        case damaged
    }

    let text: DocText
    let paragraphs: DocRuns
    let characters: DocRuns
    let styles: DocStyles
    let numbering: WordNumbering
    /// The names of the fonts that properties name by number.
    let fonts: [String]
    /// Places of the characters that end a section; others like them end a page.
    let sectionEnds: Set<Int>
    /// The ranges of characters of the text's parts.
    let main: Range<Int>
    let boxes: [Range<Int>]
    /// The notes by the place of their mark in the text.
    let notes: [Int: (kind: String, range: Range<Int>)]

    init(_ file: CompoundFile) throws(Trouble) {
        if file.names.contains("EncryptedPackage") { throw .encrypted }
        guard let document = file.stream("WordDocument") else { throw .noWord }
        guard document.word(0) == 0xA5EC else { throw .older }
        let flags = document.word(0x0A)
        if flags & 0x0100 != 0 { throw .encrypted }
        // Word 6 and 95 have no table stream.
        guard document.word(2) >= 0xC1 else { throw .older }
        guard let table = file.stream(flags & 0x0200 != 0 ? "1Table" : "0Table") else {
            throw .damaged
        }
        // Where the table stream has its n-th structure, and how long that is.
        func place(_ number: Int) -> (Int, Int) {
            (document.long(0x9A + 8 * number), document.long(0x9E + 8 * number))
        }
        guard let text = DocText(document: document, table: table, index: place(33)) else {
            throw .damaged
        }
        self.text = text
        paragraphs = DocRuns(document: document, table: table, index: place(13), isParagraph: true)
        characters = DocRuns(document: document, table: table, index: place(12), isParagraph: false)
        styles = DocStyles(table: table, place: place(1).0, length: place(1).1)
        numbering =
            place(73).1 > 0
            ? DocLists.numbering(
                table: table, lists: place(73).0,
                overrides: place(74).1 > 0 ? place(74).0 : nil)
            : WordNumbering()
        fonts = DocFonts(table: table, place: place(15)).names
        let sections = (place(6).1 - 4) / 16
        sectionEnds = Set(
            (0..<max(0, min(sections, text.units.count))).map {
                table.long(place(6).0 + 4 * ($0 + 1)) - 1
            })
        // Text, footnotes, headers, macros, comments, endnotes, boxes follow one another.
        var starts = [0]
        for offset in stride(from: 0x4C, through: 0x64, by: 4) {
            starts.append(starts[starts.count - 1] + max(0, document.signed(offset)))
        }
        let total = text.units.count
        func part(_ number: Int) -> Range<Int> {
            min(starts[number], total)..<min(starts[number + 1], total)
        }
        main = part(0)
        boxes = Self.ranges(table, place(56), entry: 22, within: part(6))
        var notes: [Int: (kind: String, range: Range<Int>)] = [:]
        for (kind, marks, texts, number) in [("footnote", 2, 3, 1), ("endnote", 46, 47, 5)] {
            let ranges = Self.ranges(table, place(texts), entry: 0, within: part(number))
            for (index, range) in ranges.enumerated() {
                guard 4 * index < place(marks).1 - 4 else { break }
                notes[table.long(place(marks).0 + 4 * index)] = (kind, range)
            }
        }
        self.notes = notes
    }

    /// The ranges between the places of a list, moved to the part of the text they are in.
    private static func ranges(
        _ table: ByteReader, _ list: (Int, Int), entry: Int, within part: Range<Int>
    ) -> [Range<Int>] {
        let count = (list.1 - 4) / (4 + entry)
        guard count > 0, count <= part.count else { return [] }
        return (0..<count).compactMap { index in
            let start = part.lowerBound + table.long(list.0 + 4 * index)
            let end = part.lowerBound + table.long(list.0 + 4 * index + 4)
            return start < end && end <= part.upperBound ? start..<end : nil
        }
    }
}
