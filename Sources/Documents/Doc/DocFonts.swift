/// The names of a Word 97-2003 file's fonts (字体表; MS-DOC 2.9.286).
struct DocFonts {
    private(set) var names: [String] = []

    init(table: ByteReader, place: (Int, Int)) {
        let end = min(table.count, place.0 + place.1)
        let count = min(table.word(place.0), 1_024)
        var position = place.0 + 4
        while names.count < count, position < end {
            let length = table.byte(position)
            // The name stands after 39 bytes of metrics and ends with a zero.
            let name = table.text(position + 40, max(0, (length - 39) / 2))
            names.append(String(name.prefix { $0 != "\0" }))
            position += length + 1
        }
    }
}
