import Segmentation

/// The terms of a run of passages (词项表): every distinct term once, and for each passage its terms with
/// their counts. Made where a file is read, so that a shard looks a term up once a run, not once a passage.
struct RunTerms: Sendable {
    /// The key of each term of the run, in the order they first come.
    let keys: [UInt64]
    /// `place in keys << 32 | count`, passage after passage.
    let counted: [UInt64]
    let passages: [Passage]

    struct Passage: Sendable {
        let range: Range<Int>
        /// Occurrences of all its terms together: the length that ranking reckons with.
        let length: Int
    }

    /// Gathers the terms of a run.
    struct Builder: ~Copyable {
        private var table = TermTable(capacity: 1 << 14)
        private var counted: [UInt64] = []
        private var passages: [Passage] = []

        /// Adds a passage.
        ///
        /// - Parameter text: the folded text.
        mutating func append(_ text: [UInt32], breaks: WordBreaks) {
            let begin = counted.count
            var length = 0
            IndexTerms.forEach(in: text, breaks: breaks) { key in
                length += 1
                count(key, from: begin)
            }
            passages.append(Passage(range: begin..<counted.count, length: length))
        }

        @inline(__always)
        private mutating func count(_ key: UInt64, from begin: Int) {
            let (place, latest) = table.note(key, from: begin, next: counted.count)
            if let latest {
                counted[latest] += 1
            } else {
                counted.append(UInt64(place) << 32 | 1)
            }
        }

        consuming func finish() -> RunTerms {
            RunTerms(keys: table.keys, counted: counted, passages: passages)
        }
    }
}
