import ReportModel

/// How strongly a paragraph speaks of a term, from its count and the paragraph's length (权重):
/// the term-frequency part of BM25 (Robertson and Zaragoza 2009, formula 3.15) over a fixed pivot
/// length in place of the collection's mean, so that an index built in steps equals one built at once.
package enum Impact {
    /// Levels an impact is rounded to.
    @inlinable package static var levels: Int { 32 }
    @usableFromInline static let levelBits: UInt32 = 5
    @usableFromInline static let k1 = 1.2
    @usableFromInline static let b = 0.5
    /// Length, in terms, at which a paragraph is neither long nor short.
    @usableFromInline static let pivot = 110.0

    /// What a paragraph keeps of an impact by its role: headings and titles name things, they say little.
    static func share(of role: Role) -> Double {
        switch role {
        case .body: 1
        case .heading: 0.7
        case .title, .signature, .noise: 0.4
        }
    }

    /// The impact of `count` occurrences among `length` terms, from 1 to `levels - 1`.
    static func level(count: Int, length: Int, share: Double) -> Int {
        let impact = share * saturation(count: Double(count), length: Double(length))
        return max(1, min(levels - 1, Int((impact * Double(levels)).rounded())))
    }

    /// The impact before rounding, from 0 to 1.
    @inlinable
    package static func saturation(count: Double, length: Double) -> Double {
        count / (count + k1 * (1 - b + b * length / pivot))
    }

    /// The impact a level stands for.
    @inlinable
    package static func value(_ level: Int) -> Float {
        Float(level) / Float(levels)
    }
}

/// A paragraph in a posting list: its place in the shard and the impact's level.
package struct Posting: Sendable, Hashable {
    /// `place << 5 | level`.
    @usableFromInline let packed: UInt32

    @inlinable
    init(packed: UInt32) {
        self.packed = packed
    }

    init(place: Int, level: Int) {
        packed = UInt32(place) << Impact.levelBits | UInt32(level)
    }

    @inlinable package var place: Int { Int(packed >> Impact.levelBits) }
    @inlinable package var level: Int { Int(packed & 31) }
}

/// One term's paragraphs in one shard (倒排表), rising, packed.
///
/// Chunks of 128: the distance of the chunk's last paragraph from the chunk before, its length in bytes,
/// its greatest level; then a number a paragraph, the distance from the last one in place of its place. A
/// list of one chunk has no chunk head. A reader skips a chunk whose last paragraph or greatest level is of
/// no use to it.
package enum PostingList {
    @inlinable package static var chunk: Int { 128 }

    static func encode(_ postings: ArraySlice<Posting>, into writer: inout ByteWriter) {
        guard postings.count > chunk else {
            encodeChunk(postings, after: 0, into: &writer)
            return
        }
        var previous: UInt32 = 0
        var start = postings.startIndex
        var payload = ByteWriter()
        while start < postings.endIndex {
            let slice = postings[start..<min(start + chunk, postings.endIndex)]
            payload.removeAll()
            encodeChunk(slice, after: previous, into: &payload)
            let last = (slice.last?.packed ?? 0) >> Impact.levelBits
            writer.append(UInt64(last - previous))
            writer.append(payload.bytes.count)
            writer.append(byte: UInt8(slice.lazy.map(\.level).max() ?? 0))
            writer.append(contentsOf: payload.bytes)
            previous = last
            start += chunk
        }
    }

    private static func encodeChunk(
        _ postings: ArraySlice<Posting>, after previous: UInt32, into writer: inout ByteWriter
    ) {
        var previous = previous
        for posting in postings {
            let place = posting.packed >> Impact.levelBits
            writer.append(UInt64((place - previous) << Impact.levelBits | posting.packed & 31))
            previous = place
        }
    }

    /// Calls `body` with every posting of a list, and skips the chunks that `isUseful` declines.
    ///
    /// - Parameter isUseful: asked with a chunk's first possible and last place and its greatest level.
    @inlinable
    package static func forEach(
        in bytes: [UInt8], entry: TermBlock.Entry,
        isUseful: (_ places: ClosedRange<Int>, _ greatestLevel: Int) -> Bool = { _, _ in true },
        _ body: (Posting) -> Void
    ) {
        var reader = ByteReader(bytes, at: entry.range.lowerBound)
        guard entry.frequency > chunk else {
            decode(min(entry.frequency, entry.range.count), after: 0, from: &reader, body)
            return
        }
        var previous: UInt32 = 0
        var rest = entry.frequency
        while rest > 0, !reader.isAtEnd {
            let count = min(chunk, rest)
            let last = previous &+ UInt32(truncatingIfNeeded: reader.number())
            let length = reader.integer()
            let level = Int(reader.byte())
            let end = reader.position + length
            if last >= previous, isUseful(Int(previous)...Int(last), level) {
                decode(count, after: previous, from: &reader, body)
            }
            reader.position = end
            previous = last
            rest -= count
        }
    }

    @inlinable
    static func decode(
        _ count: Int, after previous: UInt32, from reader: inout ByteReader,
        _ body: (Posting) -> Void
    ) {
        var place = previous
        for _ in 0..<count {
            let number = UInt32(truncatingIfNeeded: reader.number())
            place &+= number >> Impact.levelBits
            body(Posting(packed: place << Impact.levelBits | number & 31))
        }
    }
}
