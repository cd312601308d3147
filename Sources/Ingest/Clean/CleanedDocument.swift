import Documents
import ReportModel

/// A decoded document after mending, line by line (清洗结果).
package struct CleanedDocument: Sendable, Hashable {
    package var path: String
    package var encoding: String
    package var lines: [CleanedLine]
    package var lineCount: Int
    package var properties: [String: String]
    package var doubts: [Doubt]
    /// The ledger: every mend in the order of the lines.
    package var repairs: [Repair]
    /// The year in a site's headline above the report; never evidence.
    package var publisherYear: Int?
}

/// What Markdown (or the like) says about a line.
package enum Markup: Sendable, Hashable {
    case none
    /// `#` and the like; the level counts from 1.
    case heading(Int)
    /// The whole line is bold.
    case bold
    /// The line opens with bold words: their length in UTF-8 bytes of the cleaned text.
    case boldLead(Int)
    case listItem
}

/// One non-empty line after mending.
package struct CleanedLine: Sendable, Hashable {
    /// A place where cleaned and raw text differ, in UTF-8 bytes of each.
    package struct Edit: Sendable, Hashable {
        package var cleaned: Range<Int>
        package var raw: Range<Int>
    }

    package var line: Int
    /// The last physical line, where several were joined.
    package var lastLine: Int?
    package var byteOffset: Int?
    package var locator: String?
    package var styleLevel: Int?
    package var text: String
    /// The decoded line, when cleaning changed more than the white space around it.
    package var raw: String?
    /// The white space before the text when there are no edits.
    package var indent: String
    /// Rising and apart; empty when only white space around the text went.
    package var edits: [Edit]
    package var markup: Markup
    /// Nothing of the report: a banner, a marker, a rule, front matter.
    package var isNoise: Bool

    /// The part of the decoded line that a part of the cleaned text comes from, both in UTF-8 bytes.
    ///
    /// Where a replacement is cut, all of what it replaces is taken.
    /// - Complexity: O(edits).
    package func rawRange(utf8 range: Range<Int>) -> Range<Int> {
        guard !edits.isEmpty else {
            let shift = indent.utf8.count
            return range.lowerBound + shift..<range.upperBound + shift
        }
        let lower = rawOffset(range.lowerBound, isEnd: false)
        return lower..<max(lower, rawOffset(range.upperBound, isEnd: true))
    }

    /// The same for a range in Unicode scalars of the cleaned text; the result is in UTF-8 bytes.
    package func rawRange(scalars range: Range<Int>) -> Range<Int> {
        let view = text.unicodeScalars
        let start =
            view.index(view.startIndex, offsetBy: range.lowerBound, limitedBy: view.endIndex)
            ?? view.endIndex
        let end =
            view.index(start, offsetBy: range.count, limitedBy: view.endIndex) ?? view.endIndex
        let lower = text.utf8.distance(from: text.startIndex, to: start)
        return rawRange(utf8: lower..<lower + text.utf8.distance(from: start, to: end))
    }

    private func rawOffset(_ offset: Int, isEnd: Bool) -> Int {
        var shift = 0
        for edit in edits {
            if offset < edit.cleaned.lowerBound { break }
            if isEnd && offset == edit.cleaned.lowerBound { break }
            if offset < edit.cleaned.upperBound || (isEnd && offset == edit.cleaned.upperBound) {
                return isEnd ? edit.raw.upperBound : edit.raw.lowerBound
            }
            shift = edit.raw.upperBound - edit.cleaned.upperBound
        }
        return offset + shift
    }
}

extension CleanedDocument {
    /// The mends made in some lines.
    /// - Complexity: O(log n): the ledger is in the order of the lines.
    package func repairs(inLines range: ClosedRange<Int>) -> ArraySlice<Repair> {
        func first(after line: Int) -> Int {
            var low = 0
            var high = repairs.count
            while low < high {
                let middle = (low + high) / 2
                if repairs[middle].line > line { high = middle } else { low = middle + 1 }
            }
            return low
        }
        return repairs[first(after: range.lowerBound - 1)..<first(after: range.upperBound)]
    }

    /// Where a part of a cleaned line stands in the file, in bytes of its encoding; `nil` for formats
    /// without such places.
    ///
    /// - Parameter range: UTF-8 bytes of the line's cleaned text.
    package func byteRange(utf8 range: Range<Int>, in line: CleanedLine) -> Range<Int>? {
        guard let offset = line.byteOffset else { return nil }
        let raw = line.rawRange(utf8: range)
        let bytes = Array((line.raw ?? line.indent + line.text).utf8)
        func length(_ end: Int) -> Int? {
            DecodedDocument.length(
                of: String(decoding: bytes[..<min(end, bytes.count)], as: UTF8.self), in: encoding)
        }
        guard let lower = length(raw.lowerBound), let upper = length(raw.upperBound) else {
            return nil
        }
        return offset + lower..<offset + upper
    }
}
