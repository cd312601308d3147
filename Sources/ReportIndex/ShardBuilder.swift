import ReportModel

/// Inverts the terms of a run of paragraphs (分片): the unit of writing and of reading.
///
/// A shard is a function of its paragraphs alone, so `verify` can make it again and compare.
struct ShardBuilder {
    /// Paragraphs a shard holds before the next one begins.
    static let capacity = 1 << 15

    private var table = TermTable(capacity: 1 << 18)
    /// `term number << 32 | packed posting`, in the order of paragraphs.
    private var postings: [UInt64] = []
    private(set) var columns = PassageColumns()

    var count: Int { columns.count }

    mutating func append(
        _ terms: PassageTerms, report: Int64, year: Int?, topics: [Topic], role: Role, kind: Kind
    ) {
        let place = columns.count
        columns.append(
            report: report, year: year, topics: topics, length: terms.length, role: role, kind: kind
        )
        let share = Impact.share(of: role)
        for index in terms.keys.indices {
            let level = Impact.level(
                count: Int(terms.counts[index]), length: terms.length, share: share)
            let number = table.number(of: terms.keys[index])
            let posting = Posting(place: place, level: level)
            postings.append(UInt64(number) << 32 | UInt64(posting.packed))
        }
    }

    mutating func appendGap() {
        columns.appendGap()
    }

    /// The finished posting lists in blocks, ordered by key. O(postings + terms · log terms).
    func blocks() -> [TermBlock] {
        let (sorted, starts) = sortedByTerm()
        let order = table.keys.indices.sorted { table.keys[$0] < table.keys[$1] }
        var blocks: [TermBlock] = []
        var block = TermBlock.Builder()
        for number in order {
            let list = sorted[starts[number]..<starts[number + 1]]
            if !block.append(key: table.keys[number], postings: list) {
                blocks.append(block.finish())
                block = TermBlock.Builder()
                _ = block.append(key: table.keys[number], postings: list)
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
