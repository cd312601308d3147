/// Where the physical lines of a file begin and end, in bytes (物理行).
///
/// Lines end at LF or CR LF; CR alone ends a line only in a file without any LF. Other separators are
/// found once the text is known (`TextLines`). All encodings that are detected keep the bytes (or units) of CR and
/// LF for themselves, so lines are found before decoding and offsets stay those of the file.
struct ByteLines {
    /// The lines without their ends, in order; the text after the last end is a line when not empty.
    private(set) var ranges: [Range<Int>] = []

    /// - Parameters:
    ///   - start: first byte after a byte order mark.
    ///   - unit: bytes a code unit: 1, 2 or 4.
    ///   - bigEndian: byte order of longer units.
    /// - Complexity: O(bytes).
    init(_ bytes: [UInt8], from start: Int = 0, unit: Int = 1, bigEndian: Bool = false) {
        if unit == 1 {
            scanBytes(bytes, from: start)
        } else {
            scanUnits(bytes, from: start, unit: unit, bigEndian: bigEndian)
        }
    }

    /// The lines of a text file after its byte order mark.
    init(_ bytes: [UInt8], as encoding: TextEncoding) {
        self.init(
            bytes, from: encoding.mark, unit: encoding.unit, bigEndian: encoding.bigEndian)
    }

    private mutating func scanBytes(_ bytes: [UInt8], from start: Int) {
        let end: UInt8 = bytes.contains(10) ? 10 : 13
        var lineStart = start
        let bytes = bytes.span
        for position in start..<max(start, bytes.count) where bytes[position] == end {
            let hasReturn = end == 10 && position > lineStart && bytes[position - 1] == 13
            ranges.append(lineStart..<(hasReturn ? position - 1 : position))
            lineStart = position + 1
        }
        if lineStart < bytes.count { ranges.append(lineStart..<bytes.count) }
    }

    private mutating func scanUnits(
        _ bytes: [UInt8], from start: Int, unit: Int, bigEndian: Bool
    ) {
        // A last incomplete unit stays with the last line, where strict decoding refuses it.
        let whole = start + (bytes.count - start) / unit * unit
        func value(_ position: Int) -> UInt8? {
            for offset in 0..<unit where offset != (bigEndian ? unit - 1 : 0) {
                if bytes[position + offset] != 0 { return nil }
            }
            return bytes[position + (bigEndian ? unit - 1 : 0)]
        }
        let starts = stride(from: start, to: whole, by: unit)
        let end: UInt8 = starts.contains { value($0) == 10 } ? 10 : 13
        var lineStart = start
        for position in starts where value(position) == end {
            let before = position - unit
            let hasReturn = end == 10 && before >= lineStart && value(before) == 13
            ranges.append(lineStart..<(hasReturn ? before : position))
            lineStart = position + unit
        }
        if lineStart < bytes.count { ranges.append(lineStart..<bytes.count) }
    }
}
