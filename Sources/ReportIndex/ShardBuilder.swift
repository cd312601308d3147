import ReportModel

/// Inverts the terms of a run of paragraphs (分片): the unit of writing and of reading.
///
/// A shard is a function of its paragraphs alone, so `verify` can make it again and compare.
struct ShardBuilder {
    /// Paragraphs a shard holds before the next one begins.
    static let capacity = 1 << 15
    /// Paragraphs a shard holds at most: a long file is not cut at its beginning.
    static let limit = capacity * 3 / 2

    private var table = TermTable(capacity: 1 << 20)
    /// `term number << 32 | packed posting`, in the order of paragraphs.
    private var postings: [UInt64] = []
    private(set) var columns = PassageColumns()
    private var run = RunTerms(keys: [], counted: [], passages: [])
    /// For each term of the run its number in the shard.
    private var numbers: [UInt32] = []

    var count: Int { columns.count }

    /// Turns to a run of paragraphs, of which `append` adds one after the other.
    mutating func begin(_ run: RunTerms) {
        self.run = run
        numbers = table.numbers(of: run.keys)
    }

    /// Adds a paragraph of the run.
    ///
    /// - Parameter index: its place in the run.
    mutating func append(
        _ index: Int, report: Int64, year: Int?, topics: [Topic], role: Role, kind: Kind
    ) {
        let passage = run.passages[index]
        let place = columns.count
        columns.append(
            report: report, year: year, topics: topics, length: passage.length, role: role,
            kind: kind)
        let scale = Impact.Scale(length: passage.length, role: role)
        for counted in run.counted[passage.range] {
            let level = scale.level(count: Int(counted & 0xFFFF_FFFF))
            let number = numbers[Int(counted >> 32)]
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
        let terms = table.keys.enumerated().map { (key: $0.element, number: $0.offset) }
        var blocks: [TermBlock] = []
        var block = TermBlock.Builder()
        for (key, number) in terms.sorted(by: { $0.key < $1.key }) {
            let list = starts[number]..<starts[number + 1]
            if !block.append(key: key, postings: sorted, list) {
                blocks.append(block.finish())
                block = TermBlock.Builder()
                _ = block.append(key: key, postings: sorted, list)
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
