/// The records of a workbook of Excel 5 to 2003 (BIFF 记录; MS-XLS).
struct XLSWorkbook {
    struct Sheet {
        var name: String
        var place: Int
        var isHidden: Bool
    }

    private let stream: ByteReader
    private(set) var sheets: [Sheet] = []
    private(set) var isEncrypted = false
    private var isWide = true
    private var is1904 = false
    private var encoding = TextEncoding.gb18030
    private var strings: [String] = []
    private var codes: [Int: String] = [:]
    private var formats: [CellFormat] = []

    private struct Record {
        var type: Int
        var place: Int
        var length: Int
    }

    init(_ stream: ByteReader) {
        self.stream = stream
        var place = 0
        var numbers: [Int] = []
        while let record = record(&place) {
            switch record.type {
            case 0x809: isWide = stream.word(record.place) >= 0x600
            case 0x2F: isEncrypted = true
            case 0x22: is1904 = stream.word(record.place) == 1
            case 0x42: encoding = Self.encoding(stream.word(record.place))
            case 0x85: addSheet(record)
            case 0xFC: readStrings(record, &place)
            case 0x41E:
                codes[stream.word(record.place)] = string(record.place + 2, end(record))
            case 0xE0: numbers.append(stream.word(record.place + 2))
            default: break
            }
            // The end of the part for the whole workbook.
            if record.type == 0x0A { break }
        }
        formats = numbers.map { number in
            codes[number].map { CellFormat(code: $0) } ?? CellFormat(builtIn: number)
        }
    }

    private func end(_ record: Record) -> Int { record.place + record.length }

    private func record(_ place: inout Int) -> Record? {
        guard place >= 0, place + 4 <= stream.count else { return nil }
        let record = Record(
            type: stream.word(place), place: place + 4, length: stream.word(place + 2))
        place = record.place + record.length
        return record
    }

    private static func encoding(_ page: Int) -> TextEncoding {
        switch page {
        case 950: .big5
        case 1200, 936: .gb18030
        default: TextEncoding.named("windows-\(page)") ?? .gb18030
        }
    }

    private mutating func addSheet(_ record: Record) {
        // Only sheets of cells: charts and macros have other types.
        guard stream.byte(record.place + 5) == 0 else { return }
        let length = stream.byte(record.place + 6)
        sheets.append(
            Sheet(
                name: characters(record.place + 7, length), place: stream.long(record.place),
                isHidden: stream.byte(record.place + 4) & 3 != 0))
    }

    /// Text whose length stands before it in two bytes.
    private func string(_ place: Int, _ end: Int) -> String {
        let length = min(stream.word(place), max(0, end - place - 2))
        return characters(place + 2, length)
    }

    /// Characters after the byte that says whether they have one byte or two.
    private func characters(_ place: Int, _ length: Int) -> String {
        guard isWide else {
            return LenientText.decode(stream.slice(place, length)[...], as: encoding)
        }
        if stream.byte(place) & 1 == 1 { return stream.text(place + 1, length) }
        return String(decoding: stream.slice(place + 1, length).map { UInt16($0) }, as: UTF16.self)
    }

    /// The texts that cells share; they run on through the records that continue the first.
    private mutating func readStrings(_ first: Record, _ place: inout Int) {
        var parts = [first]
        var next = place
        while let record = record(&next), record.type == 0x3C {
            parts.append(record)
            place = next
        }
        var reader = XLSStrings(stream, parts.map { ($0.place, $0.place + $0.length) })
        let count = stream.long(first.place + 4)
        reader.skip(8)
        while strings.count < min(count, SheetLines.cellLimit), let text = reader.next() {
            strings.append(text)
        }
    }

    // MARK: Cells

    /// The texts of a sheet's cells by row and column, and its hidden rows.
    func cells(of sheet: Sheet, _ lines: inout SheetLines) -> SheetCells {
        var cells = SheetCells()
        var place = sheet.place
        var depth = 0
        /// The formula whose text comes in the next record.
        var open: (row: Int, column: Int)?
        func set(_ row: Int, _ column: Int, _ text: String) {
            if !text.isEmpty, lines.admits(text) { cells.rows[row, default: [:]][column] = text }
        }
        while let record = record(&place), !lines.isFull {
            let at = record.place
            let (row, column, style) = (stream.word(at), stream.word(at + 2), stream.word(at + 4))
            switch record.type {
            case 0x809: depth += 1
            case 0x0A:
                depth -= 1
                if depth <= 0 { return cells }
            // What is embedded in the sheet is no part of its cells.
            case _ where depth > 1: break
            case 0x208: if stream.word(at + 12) & 0x20 != 0 { cells.hidden.insert(row) }
            case 0x7D:
                if stream.word(at + 8) & 1 == 1, row <= column {
                    cells.hiddenColumns.append(row...column)
                }
            case 0xE5:
                for index in 0..<min(row, max(0, (record.length - 2) / 8)) {
                    guard cells.merges.count < MergedCells.limit else { break }
                    if let merged = merged(at + 2 + 8 * index) { cells.merges.append(merged) }
                }
            case 0xFD:
                let number = stream.long(at + 6)
                if strings.indices.contains(number) {
                    set(row, column, format(style).text(strings[number]))
                }
            case 0x204, 0xD6: set(row, column, string(at + 6, end(record)))
            case 0x203: set(row, column, shown(double(at + 6), style))
            case 0x27E: set(row, column, shown(compact(stream.long(at + 6)), style))
            case 0xBD:
                for index in 0..<max(0, (record.length - 6) / 6) {
                    let cell = at + 4 + 6 * index
                    let value = compact(stream.long(cell + 2))
                    set(row, column + index, shown(value, stream.word(cell)))
                }
            case 0x06:
                open = nil
                if stream.word(at + 12) != 0xFFFF {
                    set(row, column, shown(double(at + 6), style))
                } else if stream.byte(at + 6) == 0 {
                    open = (row, column)
                } else if stream.byte(at + 6) == 1 {
                    set(row, column, stream.byte(at + 8) != 0 ? "TRUE" : "FALSE")
                }
            case 0x207:
                if let open { set(open.row, open.column, string(at, end(record))) }
                open = nil
            case 0x205 where stream.byte(at + 7) == 0:
                set(row, column, stream.byte(at + 6) != 0 ? "TRUE" : "FALSE")
            default: break
            }
        }
        return cells
    }

    private func merged(_ place: Int) -> MergedCells? {
        let (top, bottom) = (stream.word(place), stream.word(place + 2))
        let (left, right) = (stream.word(place + 4), stream.word(place + 6))
        guard top <= bottom, left <= right else { return nil }
        return MergedCells(rows: top...bottom, columns: left...right)
    }

    private func double(_ place: Int) -> Double {
        let bits = UInt64(stream.long(place)) | UInt64(stream.long(place + 4)) << 32
        return Double(bitPattern: bits)
    }

    /// A number in four bytes: an integer or the upper half of a double, perhaps of a hundredth.
    private func compact(_ bits: Int) -> Double {
        let value =
            bits & 2 != 0
            ? Double(Int32(truncatingIfNeeded: bits) >> 2)
            : Double(bitPattern: UInt64(bits & 0xFFFF_FFFC) << 32)
        return bits & 1 != 0 ? value / 100 : value
    }

    private func format(_ style: Int) -> CellFormat {
        formats.indices.contains(style) ? formats[style] : .general
    }

    private func shown(_ value: Double, _ style: Int) -> String {
        format(style).text(value, is1904: is1904)
    }
}

/// Reads the shared texts (共享字符串; MS-XLS 2.5.293) across the records they run through.
private struct XLSStrings {
    private let stream: ByteReader
    private let parts: [(start: Int, end: Int)]
    private var part = 0
    private var place: Int

    init(_ stream: ByteReader, _ parts: [(Int, Int)]) {
        self.stream = stream
        self.parts = parts.map { (start: $0.0, end: min($0.1, stream.count)) }
        place = self.parts.first?.start ?? 0
    }

    private var isAtEnd: Bool {
        part >= parts.count || (part == parts.count - 1 && place >= parts[part].end)
    }

    /// Goes to the next record at the end of one.
    private mutating func turn() -> Bool {
        guard part < parts.count, place >= parts[part].end, part + 1 < parts.count else {
            return false
        }
        part += 1
        place = parts[part].start
        return true
    }

    mutating func skip(_ count: Int) {
        var left = count
        while left > 0, part < parts.count {
            let step = min(left, max(0, parts[part].end - place))
            place += step
            left -= step
            if left > 0, !turn() { return }
        }
    }

    private mutating func byte() -> Int {
        _ = turn()
        defer { place += 1 }
        return stream.byte(place)
    }

    private mutating func word() -> Int { byte() | byte() << 8 }

    mutating func next() -> String? {
        guard !isAtEnd else { return nil }
        let length = word()
        var flags = byte()
        let runs = flags & 8 != 0 ? word() : 0
        let extra = flags & 4 != 0 ? word() | word() << 16 : 0
        var units: [UInt16] = []
        while units.count < length, !isAtEnd {
            // Where the characters go on in another record, it says anew how wide they are.
            if turn() { flags = byte() }
            units.append(UInt16(flags & 1 == 1 ? stream.word(place) : stream.byte(place)))
            place += flags & 1 == 1 ? 2 : 1
        }
        skip(4 * runs + extra)
        return String(decoding: units, as: UTF16.self)
    }
}
