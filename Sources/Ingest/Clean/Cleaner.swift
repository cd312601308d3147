import ReportModel
import Vocabulary

/// Takes scraping damage and markup out of a document's lines and keeps a ledger of it (清洗).
///
/// Every non-empty line stays a line of its own; masked values (x名, **市, 20xx) stay as written.
/// Cleaning a cleaned text changes nothing, unless damage is nested deeper than sixteen times.
package struct Cleaner: Sendable {
    private let rules: CleaningRules

    /// - Throws: `VocabularyError` when a `clean.yml` cannot be read.
    package init() throws(VocabularyError) {
        self.init(rules: CleaningRules(try VocabularyFile.rows("clean.yml")))
    }

    init(rules: CleaningRules) {
        self.rules = rules
    }

    /// - Complexity: O(bytes) for lines without damage.
    package func clean(_ document: DecodedDocument) -> CleanedDocument {
        var cleaned = CleanedDocument(
            path: document.path, encoding: document.encoding, lines: [],
            lineCount: document.lineCount, properties: document.properties,
            doubts: document.doubts, repairs: [])
        cleaned.lines.reserveCapacity(document.lines.count)
        let isNamedMarkdown = ["md", "markdown"].contains(pathExtension(document.path))
        let isMarkdown = isNamedMarkdown || Self.hasBoldHeadings(document.lines)
        let frontMatter = isNamedMarkdown ? FrontMatter(document.lines) : nil
        if let frontMatter {
            cleaned.properties.merge(frontMatter.properties) { own, _ in own }
        }
        for (index, line) in document.lines.enumerated() {
            if let frontMatter, index < frontMatter.lineCount {
                let bytes = Array(line.text.utf8)
                cleaned.lines.append(
                    Self.untouched(line, bytes, WhiteSpace.trimmed(bytes), isNoise: true))
            } else {
                cleaned.lines.append(
                    clean(line, isMarkdown: isMarkdown, repairs: &cleaned.repairs)
                        .marked(bold: line.boldLength))
            }
        }
        BrokenLines.report(in: &cleaned)
        cleaned.repairs.sort { $0.line < $1.line }
        return cleaned
    }

    /// Whether a text that is not named Markdown is Markdown all the same: several lines open with a bold
    /// number (**一、…**). A mask never stands before a number like that.
    private static func hasBoldHeadings(_ lines: [DecodedLine]) -> Bool {
        var found = 0
        for line in lines where line.text.utf8.contains(0x2A) {
            let bytes = Array(line.text.utf8)
            let start = WhiteSpace.trimmed(bytes).lowerBound
            guard bytes.count > start + 2, bytes[start] == 0x2A, bytes[start + 1] == 0x2A,
                Numbering.opens(bytes, at: start + 2)
            else { continue }
            found += 1
            if found == 3 { return true }
        }
        return false
    }

    /// A line with nothing but the white space around it gone.
    private static func untouched(
        _ line: DecodedLine, _ bytes: [UInt8], _ kept: Range<Int>, isNoise: Bool
    ) -> CleanedLine {
        let whole = kept.count == bytes.count
        return CleanedLine(
            line: line.line, byteOffset: line.byteOffset, locator: line.locator,
            styleLevel: line.styleLevel,
            text: whole ? line.text : String(decoding: bytes[kept], as: UTF8.self),
            raw: nil,
            indent: kept.lowerBound == 0
                ? "" : String(decoding: bytes[..<kept.lowerBound], as: UTF8.self),
            edits: [], markup: .none, isNoise: isNoise)
    }

    private func clean(
        _ line: DecodedLine, isMarkdown: Bool, repairs: inout [Repair]
    ) -> CleanedLine {
        let bytes = Array(line.text.utf8)
        let kept = WhiteSpace.trimmed(bytes)
        guard isSuspect(bytes, kept, isMarkdown: isMarkdown) else {
            return Self.untouched(line, bytes, kept, isNoise: false)
        }
        var mended = MendedText(bytes, line: line.line)
        var markup = MarkupScanner(isMarkdown: isMarkdown)
        for _ in 0..<16 {
            let count = mended.bytes.count
            mended.trim()
            takeOut(&mended)
            markup.strip(&mended)
            if mended.bytes.count == count { break }
        }
        mended.trim()
        let kind = noiseKind(mended.bytes, isMarkdown: isMarkdown)
        if kind != nil || mended.bytes.isEmpty {
            let noise = Self.untouched(line, bytes, kept, isNoise: true)
            // Noise keeps its text; what emptied a line is its kind.
            let kind = kind ?? mended.repairs.last?.kind ?? "control-character"
            repairs.append(
                Repair(kind: kind, line: line.line, before: Self.head(noise.text), after: ""))
            return noise
        }
        repairs += mended.repairs
        let isChanged = !mended.repairs.isEmpty
        return CleanedLine(
            line: line.line, byteOffset: line.byteOffset, locator: line.locator,
            styleLevel: line.styleLevel, text: String(decoding: mended.bytes, as: UTF8.self),
            raw: isChanged ? line.text : nil,
            indent: isChanged ? "" : String(decoding: bytes[..<kept.lowerBound], as: UTF8.self),
            edits: isChanged ? mended.edits : [], markup: markup.result(mended), isNoise: false)
    }

    private static func head(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.prefix(40)))
    }

    /// Whether something in a line may have to go. One pass, mostly table look-ups.
    private func isSuspect(_ bytes: [UInt8], _ kept: Range<Int>, isMarkdown: Bool) -> Bool {
        var position = kept.lowerBound
        let end = kept.upperBound
        if isMarkdown, position < end {
            switch bytes[position] {
            case 0x23, 0x2D, 0x2B, 0x3E, 0x7C, 0x21, 0x2A: return true
            default: break
            }
        }
        while position < end {
            let byte = bytes[position]
            if byte >= 0xE3 {
                if rules.mayBegin(bytes, at: position) { return true }
                // Zero width no-break space.
                if byte == 0xEF, position + 2 < end, bytes[position + 1] == 0xBB { return true }
                position += byte >= 0xF0 ? 4 : 3
                continue
            }
            if byte < 0x80 {
                if byte < 0x20 || byte == 0x7F || byte == 0x2A || byte == 0x5C { return true }
                if rules.isMark[Int(byte)], rules.mayBeStray(bytes, at: position) { return true }
                if byte == 0x23 || byte == 0x3C || byte == 0x2D || byte == 0x3D,
                    position == kept.lowerBound
                {
                    return true
                }
                if byte != 0x2E, rules.mayBegin(bytes, at: position) { return true }
                position += 1
                continue
            }
            if Invisible.length(bytes, at: position) > 0 { return true }
            if rules.mayBegin(bytes, at: position) { return true }
            position += byte >= 0xE0 ? 3 : 2
        }
        return false
    }

    /// Takes out invisible characters, literal patterns and stray marks.
    private func takeOut(_ text: inout MendedText) {
        let bytes = text.bytes
        let strays = StrayMarks(rules.strays, in: bytes)
        var mends: [MendedText.Mend] = []
        var position = 0
        while position < bytes.count {
            var end = position
            while end < bytes.count {
                let length = Invisible.length(bytes, at: end)
                if length == 0 { break }
                end += length
            }
            if end > position {
                mends.append(.init(range: position..<end, kind: "control-character"))
            } else if rules.mayBegin(bytes, at: position),
                let pattern = rules.pattern(
                    in: bytes, at: position, where: { $0.match == .inline })
            {
                end = position + pattern.bytes.count
                mends.append(
                    .init(range: position..<end, new: pattern.replacement, kind: pattern.kind))
            } else {
                end = position + 1
                if rules.isMark[Int(bytes[position])], let kind = strays.kind(at: position) {
                    mends.append(.init(range: position..<end, kind: kind))
                }
            }
            position = end
        }
        text.apply(mends)
    }

    /// Why a mended line is nothing of the report; `nil` when it is.
    private func noiseKind(_ bytes: [UInt8], isMarkdown: Bool) -> String? {
        if bytes.isEmpty { return nil }
        if MarkupScanner.isRule(bytes) { return "rule-line" }
        if MarkupScanner.isComment(bytes) { return "markup" }
        if isMarkdown, MarkupScanner.isPicture(bytes) { return "markup" }
        if Numbering.opens(bytes, at: 0) { return nil }
        let length = bytes.reduce(into: 0) { if $1 & 0xC0 != 0x80 { $0 += 1 } }
        if let pattern = rules.pattern(
            in: bytes, at: 0, where: { $0.match == .start && length <= $0.limit })
        {
            return pattern.kind
        }
        guard length <= 200 else { return nil }
        for position in bytes.indices where rules.mayBegin(bytes, at: position) {
            if let pattern = rules.pattern(
                in: bytes, at: position, where: { $0.match == .has && length <= $0.limit })
            {
                return pattern.kind
            }
        }
        return nil
    }
}
