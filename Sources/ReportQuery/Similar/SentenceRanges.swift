/// Where the sentences of a text stand (分句): cut after 。！？； and the closing marks that follow.
package enum SentenceRanges {
    private static let ends = Set("。！？!?；;".unicodeScalars.map(\.value))
    private static let closing = Set("”’」』）)。！？".unicodeScalars.map(\.value))

    /// Ranges of scalars that cover the text without gaps. O(length).
    package static func of(_ text: [UInt32]) -> [Range<Int>] {
        var sentences: [Range<Int>] = []
        var start = 0
        var place = 0
        while place < text.count {
            let isEnd = ends.contains(text[place])
            place += 1
            guard isEnd else { continue }
            while place < text.count, closing.contains(text[place]) { place += 1 }
            sentences.append(start..<place)
            start = place
        }
        if start < text.count { sentences.append(start..<text.count) }
        return sentences
    }
}
