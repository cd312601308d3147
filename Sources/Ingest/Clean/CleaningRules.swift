import Vocabulary

/// The literal patterns of scraping damage, from `clean.yml` (清洗规则).
struct CleaningRules: Sendable {
    /// One row of `clean.yml`; the file's head says what the fields mean.
    struct Row: Decodable {
        enum Match: String, Decodable { case inline, after, start, has }

        let kind: String
        let match: Match
        let text: String
        let with: String?
        let marks: String?
        let limit: Int?
    }

    struct Pattern: Sendable {
        let kind: String
        let match: Row.Match
        let bytes: [UInt8]
        let replacement: [UInt8]
        /// The longest line that is noise, in characters.
        let limit: Int
    }

    struct Stray: Sendable {
        let kind: String
        let before: [UInt8]
        let marks: [UInt8]
    }

    private(set) var patterns: [Pattern] = []
    private(set) var strays: [Stray] = []
    /// For the hash of three bytes the first pattern that may begin with them, plus one; 0 for none.
    private var table = [UInt16](repeating: 0, count: 1 << 14)
    /// A bit for each hash with a pattern: small enough to stay in the processor's cache.
    private var heads = [UInt64](repeating: 0, count: (1 << 14) / 64)
    /// For each pattern the next one of the same hash, plus one; 0 for none.
    private var following: [UInt16] = []
    /// Which bytes make a line worth a closer look, for they may begin damage of some kind.
    private(set) var isMark = [Bool](repeating: false, count: 256)

    init(_ rows: [Row]) {
        for row in rows {
            if row.match == .after {
                let marks = Array((row.marks ?? "").utf8)
                strays.append(Stray(kind: row.kind, before: Array(row.text.utf8), marks: marks))
                for mark in marks where mark < 0x80 { isMark[Int(mark)] = true }
                continue
            }
            let bytes = Array(row.text.utf8)
            let replacement = Array((row.with ?? "").utf8)
            // A replacement that is not shorter could grow a text for ever.
            guard bytes.count >= 3, replacement.count < bytes.count else { continue }
            let limit = row.limit ?? (row.match == .start ? 40 : 60)
            insert(
                Pattern(
                    kind: row.kind, match: row.match, bytes: bytes, replacement: replacement,
                    limit: limit))
        }
    }

    private mutating func insert(_ pattern: Pattern) {
        patterns.append(pattern)
        following.append(0)
        let added = UInt16(patterns.count)
        let hash = Self.hash(pattern.bytes.span, 0)
        heads[hash >> 6] |= 1 << UInt64(hash & 63)
        guard table[hash] > 0 else {
            table[hash] = added
            return
        }
        var last = Int(table[hash])
        while following[last - 1] > 0 { last = Int(following[last - 1]) }
        following[last - 1] = added
    }

    @inline(__always)
    private static func hash(_ bytes: Span<UInt8>, _ position: Int) -> Int {
        (Int(bytes[position]) &* 37 ^ Int(bytes[position + 1]) << 6 ^ Int(bytes[position + 2]))
            & 0x3FFF
    }

    /// Whether some pattern may begin at `position`: a table look-up.
    @inline(__always)
    func mayBegin(_ bytes: Span<UInt8>, at position: Int) -> Bool {
        guard position + 2 < bytes.count else { return false }
        let hash = Self.hash(bytes, position)
        return heads[hash >> 6] & (1 << UInt64(hash & 63)) != 0
    }

    /// The first pattern that stands at `position` and that `accept` takes.
    func pattern(
        in bytes: Span<UInt8>, at position: Int, where accept: (Pattern) -> Bool
    ) -> Pattern? {
        guard position + 2 < bytes.count else { return nil }
        var next = Int(table[Self.hash(bytes, position)])
        while next > 0 {
            let index = next - 1
            if bytes.holds(patterns[index].bytes, at: position), accept(patterns[index]) {
                return patterns[index]
            }
            next = Int(following[index])
        }
        return nil
    }

    /// Whether the byte at `position` is a mark right after the word of a stray rule.
    func mayBeStray(_ bytes: Span<UInt8>, at position: Int) -> Bool {
        for stray in strays where stray.stands(in: bytes, at: position) { return true }
        return false
    }
}

extension CleaningRules.Stray {
    func stands(in bytes: Span<UInt8>, at position: Int) -> Bool {
        marks.contains(bytes[position]) && bytes.holds(before, at: position - before.count)
    }
}

extension Span<UInt8> {
    /// Whether some bytes stand at `position`.
    @inline(__always)
    func holds(_ word: [UInt8], at position: Int) -> Bool {
        guard position >= 0, position + word.count <= count else { return false }
        for offset in word.indices where self[position + offset] != word[offset] { return false }
        return true
    }
}
