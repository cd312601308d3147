import Documents
import ReportModel

/// Lines that a program cut at a width, not the writer at a paragraph's end (硬回车): joined into
/// paragraphs where the whole file shows it. The ledger tells every seam.
struct WrappedLines {
    /// The greatest width of the lines, in Chinese characters.
    private let width: Double
    /// Whether paragraphs begin with spaces.
    private let isIndented: Bool

    /// Whether the lines are cut at many widths: then the seams alone tell.
    private let isRagged: Bool

    /// `nil` when the file is not wrapped: nearly all lines are short, many are as long as the longest,
    /// and most of those break off within a sentence; or most of the longer ones do, at any width.
    init?(_ document: CleanedDocument) {
        let lines = document.lines.filter { !$0.isNoise }
        guard lines.count >= 8, lines.allSatisfy({ $0.locator == nil && $0.styleLevel == nil })
        else {
            return nil
        }
        let long = lines.count { $0.text.utf8.count > Self.longest * 3 }
        guard long * 50 <= lines.count else { return nil }
        let widths = lines.map { Self.width($0.indent) + Self.width($0.text) }
        let sorted = widths.sorted()
        width = sorted[sorted.count - 1 - sorted.count / 50]
        let indented = lines.count { !$0.indent.isEmpty }
        isIndented = indented * 12 >= lines.count
        if Self.isEven(lines, widths, widest: width) {
            isRagged = false
        } else if long == 0, Self.hasSeams(lines, widths) {
            isRagged = true
        } else {
            return nil
        }
    }

    private static func isEven(_ lines: [CleanedLine], _ widths: [Double], widest: Double) -> Bool {
        guard (shortest...Double(longest)).contains(widest) else { return false }
        let full = lines.indices.filter { widths[$0] >= widest - slack }
        let open = full.filter { !endsSentence(lines[$0].text) }
        guard full.count >= 5, full.count * 4 >= lines.count, open.count * 5 >= full.count * 3
        else {
            return false
        }
        // What follows an open line goes on with it: no indent, no number.
        let onward = open.filter { place in
            place + 1 < lines.count && lines[place + 1].indent.isEmpty
                && !isNumbered(lines[place + 1])
        }
        return onward.count * 4 >= open.count * 3
    }

    /// Whether four lines or more, and half of the longer ones, end within a word or a number.
    private static func hasSeams(_ lines: [CleanedLine], _ widths: [Double]) -> Bool {
        let longer = lines.indices.dropLast().filter { widths[$0] >= shortest }
        let seams = longer.filter { isSeam(lines[$0], lines[$0 + 1]) }
        return seams.count >= 4 && seams.count * 2 >= longer.count
    }

    /// Whether a line ends within a sentence and the next goes on: no mark between, no indent, no number.
    private static func isSeam(_ line: CleanedLine, _ next: CleanedLine) -> Bool {
        guard let last = line.text.unicodeScalars.last?.value,
            let first = next.text.unicodeScalars.first?.value
        else { return false }
        return (last.isHan || last.isDigit || last == 0xFF0C) && (first.isHan || first.isDigit)
            && next.indent.isEmpty && !isNumbered(next)
            && (!isNumbered(line) || LineForm.hasStop(Array(line.text.utf8)))
    }

    /// Joins the lines that go on with the one above.
    /// - Complexity: O(bytes).
    static func join(_ document: inout CleanedDocument) {
        guard let wrapped = WrappedLines(document) else { return }
        var joined: [CleanedLine] = []
        joined.reserveCapacity(document.lines.count)
        // The open paragraph, and the last physical line of it.
        var open: Int?
        var last: CleanedLine?
        for line in document.lines {
            if line.isNoise {
                joined.append(line)
                continue
            }
            if let open, let before = last, wrapped.goesOn(line, after: before) {
                document.repairs.removeAll { $0.kind == "broken-line" && $0.line == line.line }
                document.repairs.append(seam(joined[open], line))
                joined[open].append(line)
            } else {
                open = joined.count
                joined.append(line)
            }
            last = line
        }
        document.lines = joined
        document.repairs.sort { $0.line < $1.line }
    }

    private func goesOn(_ line: CleanedLine, after before: CleanedLine) -> Bool {
        guard line.indent.isEmpty, line.markup == .none, before.markup == .none,
            !Self.isNumbered(line)
        else { return false }
        if isRagged {
            // Whatever its width, a number is not at its end: 听讲8 / 6人.
            let isCut =
                before.text.utf8.last.map { (0x30...0x39).contains($0) } ?? false
                && line.text.utf8.first.map { (0x30...0x39).contains($0) } ?? false
            return isCut || Self.width(before.text) >= Self.shortest && Self.isSeam(before, line)
        }
        let isFull = Self.width(before.indent) + Self.width(before.text) >= width - Self.slack
        guard isFull else { return false }
        return isIndented || !Self.endsSentence(before.text)
    }

    private static func seam(_ before: CleanedLine, _ line: CleanedLine) -> Repair {
        let tail = String(String.UnicodeScalarView(before.text.unicodeScalars.suffix(12)))
        let head = String(String.UnicodeScalarView(line.text.unicodeScalars.prefix(12)))
        return Repair(
            kind: "joined-line", line: line.line, before: tail + "\n" + head, after: tail + head)
    }

    private static func isNumbered(_ line: CleanedLine) -> Bool {
        Numbering.opens(line.text.utf8Span.span, at: 0)
    }

    private static func endsSentence(_ text: String) -> Bool {
        text.unicodeScalars.last.map { stops.contains($0) } ?? false
    }

    /// ASCII characters are half as wide as others.
    private static func width(_ text: String) -> Double {
        var width = 0.0
        for byte in text.utf8 where byte & 0xC0 != 0x80 { width += byte < 0x80 ? 0.5 : 1 }
        return width
    }

    private static let stops = Set("。！？；!?;：:”".unicodeScalars)
    private static let shortest = 24.0
    private static let longest = 60
    /// How much a full line may lack: a mark or a long number goes to the next line.
    private static let slack = 3.0
}

extension CleanedLine {
    /// Adds a line that goes on with this one. The raw text keeps the line ends.
    mutating func append(_ line: CleanedLine) {
        var edits = ownEdits
        let seam = text.utf8.count
        let start = rawText.utf8.count
        let isLatin =
            text.utf8.last.map(Self.isLetter) ?? false
            && line.text.utf8.first.map(Self.isLetter) ?? false
        let glue = isLatin ? " " : ""
        // The line end and the white space behind it are one edit.
        var tail = line.ownEdits.map { edit in
            Edit(
                cleaned: edit.cleaned.lowerBound + seam + glue.utf8.count..<edit.cleaned.upperBound
                    + seam + glue.utf8.count,
                raw: edit.raw.lowerBound + start + 1..<edit.raw.upperBound + start + 1)
        }
        var gap = Edit(cleaned: seam..<seam + glue.utf8.count, raw: start..<start + 1)
        if let first = tail.first, first.cleaned.lowerBound == gap.cleaned.upperBound,
            first.raw.lowerBound == gap.raw.upperBound
        {
            gap = Edit(
                cleaned: gap.cleaned.lowerBound..<first.cleaned.upperBound,
                raw: gap.raw.lowerBound..<first.raw.upperBound)
            tail.removeFirst()
        }
        edits.append(gap)
        edits += tail
        raw = rawText + "\n" + line.rawText
        text += glue + line.text
        indent = ""
        self.edits = edits
        lastLine = line.lastLine ?? line.line
    }

    private var rawText: String { raw ?? indent + text }

    /// The edits, the white space before the text among them.
    private var ownEdits: [Edit] {
        guard edits.isEmpty, !indent.isEmpty else { return edits }
        return [Edit(cleaned: 0..<0, raw: 0..<indent.utf8.count)]
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
