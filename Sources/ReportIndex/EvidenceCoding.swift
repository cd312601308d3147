import GRDB
import ReportModel

/// A paragraph's evidence as a small blob (依据编码): names of fields and rules are numbers of labels, and
/// quotations are places in the text; the line is the paragraph's own.
package enum EvidenceCoding {
    static func encode(_ evidence: [Evidence], in text: String, labels: LabelTable) throws
        -> [UInt8]?
    {
        guard !evidence.isEmpty else { return nil }
        let whole = text.utf8Span.span
        var writer = ByteWriter()
        for item in evidence {
            writer.append(try labels.number(of: item.field))
            writer.append(try labels.number(of: item.rule))
            writer.append(try labels.number(of: item.note))
            QuotedText.append(item.quote, in: whole, to: &writer)
        }
        return writer.bytes
    }

    /// The labels that `decode` needs, by number.
    package static func labels(_ db: Database) throws -> [Int: String] { try LabelTable.read(db) }

    /// - Parameter labels: the labels by number.
    /// - Returns: `nil` when the bytes are not what `encode` writes.
    package static func decode(
        _ bytes: [UInt8]?, in text: String, line: Int, labels: [Int: String]
    ) -> [Evidence]? {
        guard let bytes else { return [] }
        let whole = Array(text.utf8)
        var reader = ByteReader(bytes)
        var evidence: [Evidence] = []
        while !reader.isAtEnd {
            let names = (0..<3).compactMap { _ in labels[reader.integer()] }
            guard names.count == 3 else { return nil }
            let quote = QuotedText.read(from: &reader, in: whole)
            evidence.append(
                Evidence(field: names[0], rule: names[1], line: line, quote: quote, note: names[2]))
        }
        return evidence
    }
}

/// Words that stand in a text, kept as a place in it; others as they are.
enum QuotedText {
    /// 0: the words follow; n: they stand n - 1 bytes after `start`, and their length follows.
    static func append(
        _ words: String, from start: Int = 0, in whole: Span<UInt8>, to writer: inout ByteWriter
    ) {
        if let place = place(of: words.utf8Span.span, from: start, in: whole) {
            writer.append(place - start + 1)
            return writer.append(words.utf8.count)
        }
        writer.append(0)
        writer.append(words)
    }

    /// Where words first stand at `start` or later, in bytes. O(text · words) at worst, O(text) as a rule.
    private static func place(of words: Span<UInt8>, from start: Int, in whole: Span<UInt8>)
        -> Int?
    {
        guard !words.isEmpty, start <= whole.count - words.count else { return nil }
        let first = words[0]
        let last = whole.count - words.count
        var place = start
        while place <= last {
            let lead = whole[place]
            if lead == first {
                var length = 1
                while length < words.count, whole[place + length] == words[length] { length += 1 }
                if length == words.count { return place }
            }
            // From scalar to scalar, in UTF-8.
            place += lead < 0xE0 ? (lead < 0xC0 ? 1 : 2) : (lead < 0xF0 ? 3 : 4)
        }
        return nil
    }

    static func read(from reader: inout ByteReader, start: Int = 0, in whole: [UInt8]) -> String {
        let place = reader.integer()
        guard place > 0 else { return reader.text() }
        let first = min(whole.count, start + place - 1)
        let last = min(whole.count, first + max(0, reader.integer()))
        return String(decoding: whole[first..<last], as: UTF8.self)
    }
}

/// Short names that recur on many rows, numbered (标签表).
final class LabelTable {
    private let db: Database
    private var numbers: [String: Int]

    init(_ db: Database) throws {
        self.db = db
        numbers = [:]
        for (number, text) in try Self.read(db) { numbers[text] = number }
    }

    func number(of text: String) throws -> Int {
        if let known = numbers[text] { return known }
        try db.cachedStatement(sql: "INSERT INTO label(text) VALUES (?)").execute(arguments: [text])
        numbers[text] = Int(db.lastInsertedRowID)
        return Int(db.lastInsertedRowID)
    }

    /// All labels by number.
    static func read(_ db: Database) throws -> [Int: String] {
        var labels: [Int: String] = [:]
        let rows = try Row.fetchCursor(db, sql: "SELECT id, text FROM label")
        while let row = try rows.next() { labels[Int(try row.id(0))] = try row.value(1) }
        return labels
    }
}
