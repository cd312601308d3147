import ReportIndex
import ReportModel
import Segmentation

/// What sets words that stand in a report apart from a quotation of them (引文差异).
package enum QuoteDifference: String, Sendable, CaseIterable {
    /// Blanks and line ends.
    case whiteSpace = "white-space"
    /// Full and half width.
    case width
    case letterCase = "letter-case"
    /// Traditional and simplified characters, and characters that look like others (radicals).
    case characters
}

/// A place where a quotation stands (引文所在).
package struct QuotePlace: Sendable, Hashable {
    /// Row id of the passage it begins in.
    package let passage: Int64
    /// Where it begins, and where it ends, or the passage does, in scalars of the passage's text.
    package let range: Range<Int>
    /// Passages it reaches into after the first, row by row.
    package var further = 0
    /// Empty where every character is the same.
    package var differences: Set<QuoteDifference> = []
    /// Whether it stands so in the line before cleaning, not in the cleaned text.
    package var isBeforeCleaning = false
}

/// Finds where the words of a quotation stand (引文核对): every character counts. What differs only as `QuoteDifference`
/// says is found as well when nothing is the same, and never told as the same.
package struct QuoteSearch {
    private let reading: IndexReading
    /// The quotation in scalars; line ends are one scalar.
    private let quote: [UInt32]

    package init(_ reading: IndexReading) {
        self.init(reading, quote: [])
    }

    private init(_ reading: IndexReading, quote: [UInt32]) {
        self.reading = reading
        self.quote = quote
    }

    /// The places of a quotation by source and line; occurrences that overlap an earlier one are left out.
    ///
    /// First the exact places, asked of the exact index; without any, the exact places in lines before cleaning; without
    /// any of these, places that differ, by reading every text: O(characters of the index).
    ///
    /// - Parameter quote: a line end in it is the end of a paragraph.
    /// - Throws: `ReportError` for a quotation of white space only, or when the reading's time is over.
    package func places(of quote: String) throws(ReportError) -> [QuotePlace] {
        let lines = quote.replacing("\r\n", with: "\n")
        guard lines.contains(where: { !$0.isWhitespace }) else {
            throw ReportError(
                place: "quote", problem: wording("没有要核对的文字", "there is nothing to verify"))
        }
        let search = QuoteSearch(reading, quote: lines.unicodeScalars.map(\.value))
        var found = try search.exact(lines)
        if found.isEmpty { found = try search.beforeCleaning() }
        if found.isEmpty { found = try search.alike() }
        return try search.sorted(found)
    }

    private func sorted(_ places: [QuotePlace]) throws(ReportError) -> [QuotePlace] {
        let reports = try reading.reports()
        let columns = try reading.index()
        func key(_ place: QuotePlace) -> (Int, Int64, Int) {
            let report = columns.ordinal(of: place.passage).flatMap {
                reports[columns.columns.reports[$0]]
            }
            return (report?.order ?? .max, place.passage, place.range.lowerBound)
        }
        return places.map { (key($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }

    // MARK: - The same

    private func exact(_ text: String) throws(ReportError) -> [QuotePlace] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let told = lines.filter { line in line.contains { !$0.isWhitespace } }
        guard let longest = told.max(by: { $0.unicodeScalars.count < $1.unicodeScalars.count })
        else { return [] }
        let index = try reading.index()
        let candidates = try LiteralMatcher(
            reading: reading, index: index, includesNoise: true
        ).passages(containing: String(longest))
        if lines.count == 1 {
            var places: [QuotePlace] = []
            try reading.forEachText(of: candidates.ordinals.map(index.passage)) { passage in
                let scalars = passage.text.unicodeScalars.map(\.value)
                places += ScalarSearch.all(of: quote, in: scalars).map {
                    QuotePlace(passage: passage.id, range: $0..<$0 + quote.count)
                }
            }
            return places
        }
        let reports = try reading.reports()
        var places: [QuotePlace] = []
        for report in Set(candidates.ordinals.map { index.columns.reports[$0] }).sorted() {
            guard let entry = reports[report] else { continue }
            let text = try JoinedTexts(entry.passages, reading)
            places += ScalarSearch.all(of: quote, in: text.scalars).map {
                text.place(of: $0..<$0 + quote.count)
            }
        }
        return places
    }

    /// The range is that of the line before cleaning.
    private func beforeCleaning() throws(ReportError) -> [QuotePlace] {
        var places: [QuotePlace] = []
        try reading.forEachRaw { passage, raw in
            let scalars = raw.unicodeScalars.map(\.value)
            places += ScalarSearch.all(of: quote, in: scalars).map {
                QuotePlace(
                    passage: passage, range: $0..<$0 + quote.count, isBeforeCleaning: true)
            }
        }
        return places
    }

    // MARK: - Alike

    private func alike() throws(ReportError) -> [QuotePlace] {
        let own = BareText(quote)
        var places: [QuotePlace] = []
        for entry in try reading.reports().entries {
            try reading.checkDeadline()
            let text = try JoinedTexts(entry.passages, reading)
            let bare = BareText(text.scalars)
            for start in ScalarSearch.all(of: own.folded, in: bare.folded) {
                let last = bare.origins[start + own.folded.count - 1]
                let range = bare.origins[start]..<last + 1
                var place = text.place(of: range)
                place.differences = differences(from: Array(text.scalars[range]))
                places.append(place)
            }
        }
        return places
    }

    /// What sets words apart from the quotation that are the same when folded and without white space.
    private func differences(from words: [UInt32]) -> Set<QuoteDifference> {
        var differences: Set<QuoteDifference> = []
        let own = BareText(quote)
        let other = BareText(words)
        // White space around the quotation counts too: it does not stand there.
        if quote.count != words.count || own.origins != other.origins {
            differences.insert(.whiteSpace)
        }
        for (mine, theirs) in zip(own.origins, other.origins) where quote[mine] != words[theirs] {
            differences.formUnion(Self.differences(quote[mine], words[theirs]))
        }
        for (mine, theirs) in zip(quote, words)
        where mine != theirs && BareText.isWhite(mine) && BareText.isWhite(theirs) {
            differences.insert(.whiteSpace)
        }
        return differences
    }

    /// What sets two scalars apart that are the same when folded.
    private static func differences(_ one: UInt32, _ other: UInt32) -> Set<QuoteDifference> {
        func narrow(_ scalar: UInt32) -> UInt32 {
            (0xFF01...0xFF5E).contains(scalar) ? scalar - 0xFEE0 : scalar
        }
        func lower(_ scalar: UInt32) -> String? {
            Unicode.Scalar(scalar)?.properties.lowercaseMapping
        }
        let isOneLetter = lower(narrow(one)) == lower(narrow(other))
        guard isOneLetter else { return [.characters] }
        var differences: Set<QuoteDifference> = []
        if narrow(one) != narrow(other) { differences.insert(.letterCase) }
        if (narrow(one) == one) != (narrow(other) == other) { differences.insert(.width) }
        return differences
    }
}

/// A text folded, without white space, and where each scalar stood.
private struct BareText {
    var folded: [UInt32] = []
    var origins: [Int] = []

    init(_ scalars: [UInt32]) {
        folded.reserveCapacity(scalars.count)
        origins.reserveCapacity(scalars.count)
        for (place, scalar) in scalars.enumerated() where !Self.isWhite(scalar) {
            folded.append(Folding.standard.fold(scalar))
            origins.append(place)
        }
    }

    static func isWhite(_ scalar: UInt32) -> Bool {
        Unicode.Scalar(scalar)?.properties.isWhitespace ?? false
    }
}

/// The texts of passages that follow each other, with a line end between them.
private struct JoinedTexts {
    private(set) var scalars: [UInt32] = []
    private var passages: [(id: Int64, start: Int, end: Int)] = []

    init(_ ids: Range<Int64>, _ reading: IndexReading) throws(ReportError) {
        var scalars: [UInt32] = []
        var passages: [(id: Int64, start: Int, end: Int)] = []
        try reading.forEachText(in: ids) { passage in
            if !passages.isEmpty { scalars.append(0x0A) }
            let start = scalars.count
            ScalarText.forEach(in: passage.text) { scalars.append($0) }
            passages.append((passage.id, start, scalars.count))
        }
        self.scalars = scalars
        self.passages = passages
    }

    /// Where a range of the joined text stands. O(passages).
    func place(of range: Range<Int>) -> QuotePlace {
        let touched = passages.filter { $0.start <= range.upperBound && $0.end >= range.lowerBound }
        // A range that begins or ends with a line end touches what is on the other side of it.
        let first = touched.first { $0.end > range.lowerBound } ?? touched.first
        guard let first else { return QuotePlace(passage: 0, range: range) }
        let start = max(0, range.lowerBound - first.start)
        let end = min(first.end, range.upperBound) - first.start
        let further = touched.count { $0.start > first.start && $0.start < range.upperBound }
        return QuotePlace(passage: first.id, range: start..<max(start, end), further: further)
    }
}
