/// What the property modifiers of Word 97-2003 say that bears on structure (格式属性; MS-DOC 2.6).
struct DocProperties {
    var list: Int?
    var listLevel: Int?
    /// 0 to 8 for headings, 9 for text.
    var outline: Int?
    var isInTable = false
    var endsRow = false
    var endsInnerRow = false
    var style: Int?
    var isHidden = false
    var isDeleted = false
    var isBold = false
    /// The font's number, and the character of a symbol that stands for a mark in the text.
    var font: Int?
    var symbol: Int?

    /// Takes a list of modifiers: two bytes of code and an operand whose length the code tells.
    mutating func apply(_ bytes: ByteReader, from start: Int, length: Int) {
        var place = start
        let end = min(bytes.count, start + length)
        while place + 2 < end + 1, place + 1 < bytes.count {
            let code = bytes.word(place)
            place += 2
            apply(code, bytes, place)
            switch code >> 13 {
            case 0, 1: place += 1
            case 2, 4, 5: place += 2
            case 3: place += 4
            case 7: place += 3
            default:
                // Table definitions have two bytes of length.
                place += code == 0xD608 ? bytes.word(place) + 1 : bytes.byte(place) + 1
            }
        }
    }

    private mutating func apply(_ code: Int, _ bytes: ByteReader, _ place: Int) {
        switch code {
        case 0x460B: list = bytes.word(place)
        case 0x260A: listLevel = bytes.byte(place)
        case 0x2640: outline = bytes.byte(place)
        case 0x2416: isInTable = bytes.byte(place) != 0
        case 0x2417: endsRow = bytes.byte(place) != 0
        case 0x244C: endsInnerRow = bytes.byte(place) != 0
        case 0x4600: style = bytes.word(place)
        case 0x083C: isHidden = bytes.byte(place) & 1 == 1
        case 0x0835: isBold = bytes.byte(place) & 1 == 1
        case 0x4A4F: font = bytes.word(place)
        case 0x6A09:
            font = bytes.word(place)
            symbol = bytes.word(place + 2)
        case 0x0800: isDeleted = bytes.byte(place) & 1 == 1
        default: break
        }
    }
}

/// The runs of properties of a Word file by place in the file (属性页; MS-DOC 2.9.33, 2.9.174).
struct DocRuns {
    struct Run {
        var start: Int
        var end: Int
        var properties: DocProperties
    }

    private(set) var runs: [Run] = []

    /// - Parameters:
    ///   - index: Where the table stream has the list of property pages, and its length.
    ///   - isParagraph: Paragraph pages have longer entries than character pages.
    init(document: ByteReader, table: ByteReader, index: (Int, Int), isParagraph: Bool) {
        let count = (index.1 - 4) / 8
        guard count > 0, count <= document.count / 512 + 1 else { return }
        for number in 0..<count {
            let page = (table.long(index.0 + 4 * (count + 1) + 4 * number) & 0x3F_FFFF) * 512
            readPage(document, page, isParagraph: isParagraph)
        }
        runs.sort { $0.start < $1.start }
    }

    private mutating func readPage(_ document: ByteReader, _ page: Int, isParagraph: Bool) {
        let count = document.byte(page + 511)
        guard count > 0, page + 512 <= document.count, 4 * (count + 1) + count <= 511 else {
            return
        }
        for number in 0..<count {
            let entry = page + 4 * (count + 1) + number * (isParagraph ? 13 : 1)
            let offset = document.byte(entry) * 2
            var properties = DocProperties()
            if offset > 0 {
                let place = page + offset
                var length = document.byte(place)
                var start = place + 1
                if isParagraph {
                    if length == 0 {
                        length = 2 * document.byte(place + 1)
                        start = place + 2
                    } else {
                        length = 2 * length - 1
                    }
                    properties.style = document.word(start)
                    start += 2
                    length -= 2
                }
                if length > 0 { properties.apply(document, from: start, length: length) }
            }
            runs.append(
                Run(
                    start: document.long(page + 4 * number),
                    end: document.long(page + 4 * number + 4), properties: properties))
        }
    }

    /// The properties at a place in the file. Complexity: O(log runs).
    func properties(at place: Int) -> DocProperties {
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].end <= place { low = middle + 1 } else { high = middle }
        }
        guard low < runs.count, runs[low].start <= place else { return DocProperties() }
        return runs[low].properties
    }
}
