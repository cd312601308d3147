import ReportModel

/// How strongly a paragraph speaks of a term, from its count and the paragraph's length (权重):
/// the term-frequency part of BM25 (Robertson and Zaragoza 2009, formula 3.15) over a fixed pivot
/// length in place of the collection's mean, so that an index built in steps equals one built at once.
@usableFromInline
package enum Impact {
    /// Levels an impact is rounded to.
    @inlinable package static var levels: Int { 32 }
    @usableFromInline static let levelBits: UInt32 = 5
    @usableFromInline static let k1 = 1.2
    @usableFromInline static let b = 0.5
    /// Length, in terms, at which a paragraph is neither long nor short.
    @usableFromInline static let pivot = 110.0

    /// The levels of one paragraph's terms.
    struct Scale {
        /// The levels of terms that occur up to eight times: nearly all.
        private var common: InlineArray<9, UInt8> = .init(repeating: 1)
        private let length: Double
        private let share: Double

        init(length: Int, role: Role) {
            self.length = Double(length)
            share = Self.share(of: role)
            for count in common.indices { common[count] = UInt8(exact(count: count)) }
        }

        /// What a paragraph keeps of an impact by its role: headings and titles name things, they say
        /// little.
        private static func share(of role: Role) -> Double {
            switch role {
            case .body: 1
            case .heading: 0.7
            case .title, .signature, .noise: 0.4
            }
        }

        /// The impact of `count` occurrences, from 1 to `levels - 1`.
        func level(count: Int) -> Int {
            count < common.count ? Int(common[count]) : exact(count: count)
        }

        private func exact(count: Int) -> Int {
            let impact = share * Impact.saturation(count: Double(count), length: length)
            return max(1, min(levels - 1, Int((impact * Double(levels)).rounded())))
        }
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
@usableFromInline
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
@usableFromInline
package enum PostingList {
    @inlinable package static var chunk: Int { 128 }

    /// Encodes the postings of a term, a range of those of its shard.
    static func encode(
        _ postings: [Posting], _ range: Range<Int>, into writer: inout ByteWriter
    ) {
        guard range.count > chunk else {
            return encodeChunk(postings, range, after: 0, into: &writer)
        }
        var previous: UInt32 = 0
        var payload = ByteWriter()
        for start in stride(from: range.lowerBound, to: range.upperBound, by: chunk) {
            let part = start..<min(start + chunk, range.upperBound)
            payload.removeAll()
            encodeChunk(postings, part, after: previous, into: &payload)
            let last = UInt32(postings[part.upperBound - 1].place)
            writer.append(UInt64(last - previous))
            writer.append(payload.bytes.count)
            writer.append(byte: greatestLevel(postings, part))
            writer.append(contentsOf: payload.bytes)
            previous = last
        }
    }

    private static func encodeChunk(
        _ postings: [Posting], _ range: Range<Int>, after previous: UInt32,
        into writer: inout ByteWriter
    ) {
        var previous = previous
        writer.append(numbers: range.count) { index in
            let packed = postings[range.lowerBound + index].packed
            let place = packed >> Impact.levelBits
            defer { previous = place }
            return UInt64((place - previous) << Impact.levelBits | packed & 31)
        }
    }

    static func greatestLevel(_ postings: [Posting], _ range: Range<Int>) -> UInt8 {
        var greatest: UInt32 = 0
        for index in range { greatest = max(greatest, postings[index].packed & 31) }
        return UInt8(greatest)
    }

    /// Calls `body` with every posting of a list, and skips the chunks that `isUseful` declines.
    ///
    /// - Parameter isUseful: asked with a chunk's first possible and last place and its greatest level.
    @inlinable
    @inline(__always)
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
    @inline(__always)
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
