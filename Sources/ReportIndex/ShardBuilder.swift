import ReportModel
import Segmentation

/// Inverts the terms of a run of paragraphs (分片): the unit of writing and of reading.
///
/// A shard is a function of its paragraphs alone, so `verify` can make it again and compare.
struct ShardBuilder {
    /// Paragraphs a shard holds before the next one begins.
    static let capacity = 1 << 15
    /// Paragraphs a shard holds at most: a long file is not cut at its beginning.
    static let limit = capacity * 3 / 2

    private var table = TermTable(capacity: 1 << 18)
    /// `term number << 32 | packed posting`, in the order of paragraphs.
    private var postings: [UInt64] = []
    private(set) var columns = PassageColumns()

    var count: Int { columns.count }

    /// The keys of a paragraph's terms, each as often as it occurs.
    ///
    /// - Parameter text: the folded text.
    static func terms(of text: [UInt32], breaks: WordBreaks) -> [UInt64] {
        var keys: [UInt64] = []
        keys.reserveCapacity(text.count * 3 / 2)
        IndexTerms.forEach(in: text, breaks: breaks) { keys.append($0) }
        return keys
    }

    /// Adds a paragraph with its terms.
    mutating func append(
        _ terms: [UInt64], report: Int64, year: Int?, topics: [Topic], role: Role, kind: Kind
    ) {
        let place = columns.count
        columns.append(
            report: report, year: year, topics: topics, length: terms.count, role: role, kind: kind
        )
        // Low halves count occurrences until all are known.
        let begin = postings.count
        for key in terms {
            let (number, known) = table.note(key, from: begin + 1, end: postings.count + 1)
            if let known {
                postings[known - 1] += 1
            } else {
                postings.append(UInt64(number) << 32 | 1)
            }
        }
        let scale = Impact.Scale(length: terms.count, role: role)
        for index in begin..<postings.count {
            let level = scale.level(count: Int(postings[index] & 0xFFFF_FFFF))
            let posting = Posting(place: place, level: level)
            postings[index] = postings[index] & ~0xFFFF_FFFF | UInt64(posting.packed)
        }
    }

    mutating func appendGap() {
        columns.appendGap()
    }

    /// The finished posting lists in blocks, ordered by key. O(postings + terms · log terms).
    func blocks() -> [TermBlock] {
        let (sorted, starts) = sortedByTerm()
        let keys = table.keys
        var blocks: [TermBlock] = []
        var block = TermBlock.Builder()
        for number in keys.indices.sorted(by: { keys[$0] < keys[$1] }) {
            let list = starts[number]..<starts[number + 1]
            if !block.append(key: keys[number], postings: sorted, list) {
                blocks.append(block.finish())
                block = TermBlock.Builder()
                _ = block.append(key: keys[number], postings: sorted, list)
            }
        }
        if !block.isEmpty { blocks.append(block.finish()) }
        return blocks
    }

    /// A counting sort by term number; paragraphs stay in order within a term.
    private func sortedByTerm() -> (postings: [Posting], starts: [Int]) {
        var starts = [Int](repeating: 0, count: table.count + 1)
        for posting in postings { starts[Int(posting >> 32) + 1] += 1 }
        for number in 0..<table.count { starts[number + 1] += starts[number] }
        var next = starts
        var sorted = [Posting](repeating: Posting(packed: 0), count: postings.count)
        for posting in postings {
            let number = Int(posting >> 32)
            sorted[next[number]] = Posting(packed: UInt32(truncatingIfNeeded: posting))
            next[number] += 1
        }
        return (sorted, starts)
    }
}
