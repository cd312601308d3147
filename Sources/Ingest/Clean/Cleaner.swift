import Documents
import ReportModel
import Vocabulary

/// Takes scraping damage and markup out of a document's lines and keeps a ledger of it (清洗).
///
/// Every non-empty line stays a line of its own; masked values (x名, **市, 20xx) stay as written.
/// Cleaning a cleaned text changes nothing, unless damage is nested deeper than sixteen times.
package struct Cleaner: Sendable {
    private let rules: CleaningRules

    /// - Throws: `ReportError` when a `clean.yml` cannot be read.
    package init() throws(ReportError) {
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
                cleaned.lines.append(Self.untouched(line, isNoise: true))
            } else {
                cleaned.lines.append(
                    clean(line, isMarkdown: isMarkdown, repairs: &cleaned.repairs)
                        .marked(bold: line.boldLength))
            }
        }
        Garbled.markRare(&cleaned)
        let garbled = cleaned.repairs.filter { $0.kind == Garbled.kind }.map(\.line)
        if let first = garbled.min() {
            cleaned.doubts.append(.garbled(lines: garbled.count, first: first))
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
            let bytes = line.text.utf8Span.span
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
    private static func untouched(_ line: DecodedLine, isNoise: Bool) -> CleanedLine {
        let bytes = line.text.utf8
        let kept = WhiteSpace.trimmed(line.text.utf8Span.span)
        let start = bytes.index(bytes.startIndex, offsetBy: kept.lowerBound)
        let end = bytes.index(bytes.startIndex, offsetBy: kept.upperBound)
        return CleanedLine(
            line: line.line, byteOffset: line.byteOffset, locator: line.locator,
            styleLevel: line.styleLevel,
            text: kept.count == bytes.count ? line.text : String(line.text[start..<end]),
            raw: nil, indent: String(line.text[..<start]), edits: [], markup: .none,
            isNoise: isNoise)
    }

    private func clean(
        _ line: DecodedLine, isMarkdown: Bool, repairs: inout [Repair]
    ) -> CleanedLine {
        let kept = WhiteSpace.trimmed(line.text.utf8Span.span)
        guard rules.suspect(line.text.utf8Span.span, kept, isMarkdown: isMarkdown) else {
            return Self.untouched(line, isNoise: false)
        }
        let bytes = Array(line.text.utf8)
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
        let isGarbled =
            Garbled.isLatin(line.text)
            || Garbled.isLatin(String(decoding: mended.bytes, as: UTF8.self))
        let kind = isGarbled ? Garbled.kind : noiseKind(mended.bytes, isMarkdown: isMarkdown)
        if kind != nil || mended.bytes.isEmpty {
            let noise = Self.untouched(line, isNoise: true)
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

    /// Takes out invisible characters, literal patterns and stray marks.
    private func takeOut(_ text: inout MendedText) {
        let mends = mends(of: text.bytes.span, strays: StrayMarks(rules.strays, in: text.bytes))
        text.apply(mends)
    }

    private func mends(of bytes: Span<UInt8>, strays: StrayMarks) -> [MendedText.Mend] {
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
            } else if bytes[position] == 0x28, Pinyin.length(bytes, at: position) > 0 {
                end = position + Pinyin.length(bytes, at: position)
                mends.append(.init(range: position..<end, kind: "pinyin"))
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
        return mends
    }

    /// Why a mended line is nothing of the report; `nil` when it is.
    private func noiseKind(_ bytes: [UInt8], isMarkdown: Bool) -> String? {
        if bytes.isEmpty { return nil }
        if MarkupScanner.isRule(bytes) { return "rule-line" }
        if MarkupScanner.isComment(bytes) { return "markup" }
        if isMarkdown, MarkupScanner.isPicture(bytes) { return "markup" }
        if Numbering.opens(bytes.span, at: 0) { return nil }
        let length = bytes.reduce(into: 0) { if $1 & 0xC0 != 0x80 { $0 += 1 } }
        let start = rules.pattern(in: bytes.span, at: 0) {
            $0.match == .start && length <= $0.limit
        }
        if let start { return start.kind }
        guard length <= 200 else { return nil }
        for position in bytes.indices where rules.mayBegin(bytes.span, at: position) {
            let inside = rules.pattern(in: bytes.span, at: position) {
                $0.match == .has && length <= $0.limit
            }
            if let inside { return inside.kind }
        }
        return nil
    }
}
