/// Neighbouring terms of a shard with their posting lists, about four kilobytes: one row of the
/// database (词块). A term is found by the first keys of the blocks, then by walking one block.
@usableFromInline
package struct TermBlock: Sendable {
    /// Bytes a block has at most, unless one long list fills it: four blocks fill a page of the database.
    static let size = 4040

    package let firstKey: UInt64
    package let bytes: [UInt8]

    /// Where a term's list stands in a block.
    @usableFromInline
    package struct Entry: Sendable {
        /// How many paragraphs of the shard have the term.
        @usableFromInline package let frequency: Int
        /// The greatest level in the list.
        package let greatestLevel: Int
        @usableFromInline package let range: Range<Int>
    }

    /// The entry of a key in a block's bytes. O(terms in the block).
    package static func entry(of key: UInt64, in bytes: [UInt8], firstKey: UInt64) -> Entry? {
        var reader = ByteReader(bytes)
        var current = firstKey
        while !reader.isAtEnd {
            current &+= reader.number()
            let frequency = reader.integer()
            let level = Int(reader.byte())
            let length = reader.integer()
            if current == key {
                let start = reader.position
                guard length >= 0, start + length <= bytes.count else { return nil }
                return Entry(
                    frequency: frequency, greatestLevel: level, range: start..<start + length)
            }
            if current > key { return nil }
            reader.position += max(0, length)
        }
        return nil
    }

    /// Calls `body` with every key of a block and how many paragraphs have it, rising. O(terms in the block).
    static func forEach(
        in bytes: [UInt8], firstKey: UInt64, _ body: (_ key: UInt64, _ frequency: Int) -> Void
    ) {
        var reader = ByteReader(bytes)
        var current = firstKey
        while !reader.isAtEnd {
            current &+= reader.number()
            let frequency = reader.integer()
            _ = reader.byte()
            let length = reader.integer()
            // A length beyond the block only comes from damage.
            guard length >= 0, length <= bytes.count - reader.position else { return }
            reader.position += length
            body(current, frequency)
        }
    }

    /// Whether bytes are a block: its keys rise from the first to below the next block's, and its lists fill it.
    static func isWhole(_ bytes: [UInt8], from firstKey: UInt64, before next: UInt64?) -> Bool {
        var reader = ByteReader(bytes)
        var current = firstKey
        while !reader.isAtEnd {
            let isFirst = reader.position == 0
            let (key, overflows) = current.addingReportingOverflow(reader.number())
            let frequency = reader.integer()
            let level = reader.byte()
            let length = reader.integer()
            guard !overflows, isFirst ? key == firstKey : key > current,
                next.map({ key < $0 }) ?? true,
                frequency > 0, frequency <= length, level > 0, Int(level) < Impact.levels,
                length <= bytes.count - reader.position
            else { return false }
            reader.position += length
            current = key
        }
        return !bytes.isEmpty
    }

    struct Builder {
        private var firstKey: UInt64 = 0
        private var previous: UInt64 = 0
        private var writer = ByteWriter()
        private var list = ByteWriter()

        var isEmpty: Bool { writer.bytes.isEmpty }

        /// Adds a term with a range of its shard's postings; `false`, and nothing added, when the block has no room for it.
        mutating func append(key: UInt64, postings: [Posting], _ range: Range<Int>) -> Bool {
            list.removeAll()
            PostingList.encode(postings, range, into: &list)
            let longestHead = 20
            if !isEmpty, writer.bytes.count + list.bytes.count + longestHead > TermBlock.size {
                return false
            }
            if isEmpty {
                firstKey = key
                previous = key
            }
            writer.append(key - previous)
            writer.append(range.count)
            writer.append(byte: PostingList.greatestLevel(postings, range))
            writer.append(list.bytes.count)
            writer.append(contentsOf: list.bytes)
            previous = key
            return true
        }

        func finish() -> TermBlock {
            TermBlock(firstKey: firstKey, bytes: writer.bytes)
        }
    }
}
