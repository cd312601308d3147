import ReportModel
import ReportIndex
import Segmentation

/// Finds every passage whose text contains a string, after folding (逐字匹配): the exact half of
/// search. The answer equals a scan of all texts.
struct LiteralMatcher {
    let reading: IndexReading
    let index: PassageIndex
    /// Whether noise, which is not indexed, is scanned too.
    let includesNoise: Bool
    private let folding = Folding.standard

    /// FTS5 is asked for at most this many characters of a longer string; the rest is checked.
    private static let longestPhrase = 48

    init(reading: IndexReading, index: PassageIndex, includesNoise: Bool) {
        self.reading = reading
        self.index = index
        self.includesNoise = includesNoise
    }

    /// Passages that contain `text` as it stands.
    func passages(containing text: String) throws(ReportError) -> PassageSet {
        let scalars = folding.fold(text)
        var set = PassageSet(capacity: index.columns.count)
        guard !scalars.isEmpty else { return set }
        if scalars.count == 2, IndexTerms.isHan(scalars[0]), IndexTerms.isHan(scalars[1]) {
            try insertPair(scalars, into: &set)
        } else {
            try insertPhrase(scalars, into: &set)
        }
        if includesNoise { try insertNoise(into: &set) { Self.contains(scalars, in: $0) } }
        return set
    }

    /// Passages of a small set that contain `text`, by reading them.
    func passages(containing text: String, among candidates: PassageSet) throws(ReportError)
        -> PassageSet
    {
        let scalars = folding.fold(text)
        var set = PassageSet(capacity: index.columns.count)
        try forEachText(of: candidates) { ordinal, text in
            if Self.contains(scalars, in: text) { set.insert(ordinal) }
        }
        return set
    }

    /// Passages in which a word begins with `text`; for Han characters, which have no visible word
    /// limits, passages that contain it.
    func passages(withPrefix text: String) throws(ReportError) -> PassageSet {
        var set = try passages(containing: text)
        let scalars = folding.fold(text)
        guard let head = scalars.first, !IndexTerms.isHan(head), IndexTerms.isWord(head) else {
            return set
        }
        let candidates = set
        set = PassageSet(capacity: index.columns.count)
        try forEachText(of: candidates) { ordinal, text in
            if Self.containsWordStart(scalars, in: text) { set.insert(ordinal) }
        }
        return set
    }

    /// Passages in which all texts stand within `distance` characters of each other.
    func passages(near texts: [String], distance: Int) throws(ReportError) -> PassageSet {
        // The same text twice is found where it is found once, and costs as often as it is asked.
        var known: Set<String> = []
        let phrases = texts.map { Self.quote(folding.folded($0.prefix(Self.longestPhrase))) }
            .filter { known.insert($0).inserted }
        var set = PassageSet(capacity: index.columns.count)
        try insert(match: "NEAR(\(phrases.joined(separator: " ")), \(distance))", into: &set)
        return set
    }

    /// Two characters are a term of the ranked index: its lists say at once where they stand.
    private func insertPair(_ scalars: [UInt32], into set: inout PassageSet) throws(ReportError) {
        let key = IndexTerms.pair(scalars[0], scalars[1])
        for (number, list) in try reading.lists(of: key, in: index) {
            let ordinals = index.shards[number].ordinals
            PostingList.forEach(in: list.bytes, entry: list.entry) { posting in
                let ordinal = ordinals.lowerBound + posting.place
                // A place beyond the shard only comes from a damaged list.
                if ordinals.contains(ordinal), index.searchable.contains(ordinal) {
                    set.insert(ordinal)
                }
            }
        }
    }

    private func insertPhrase(_ scalars: [UInt32], into set: inout PassageSet) throws(ReportError) {
        let head = Self.string(scalars.prefix(Self.longestPhrase))
        try insert(match: Self.quote(head), into: &set)
        guard scalars.count > Self.longestPhrase else { return }
        let candidates = set
        set = PassageSet(capacity: index.columns.count)
        try forEachText(of: candidates) { ordinal, text in
            if Self.contains(scalars, in: text) { set.insert(ordinal) }
        }
    }

    private func insert(match: String, into set: inout PassageSet) throws(ReportError) {
        for id in try reading.matches(of: match) {
            if let ordinal = index.ordinal(of: id) { set.insert(ordinal) }
        }
    }

    private func insertNoise(into set: inout PassageSet, where holds: ([UInt32]) -> Bool)
        throws(ReportError)
    {
        try reading.forEachNoise { passage in
            guard let ordinal = index.ordinal(of: passage.id) else { return }
            if holds(folding.fold(passage.text)) { set.insert(ordinal) }
        }
    }

    private func forEachText(of set: PassageSet, _ body: (Int, [UInt32]) -> Void)
        throws(ReportError)
    {
        try reading.forEachText(of: set.ordinals.map(index.passage)) { passage in
            if let ordinal = index.ordinal(of: passage.id) {
                body(ordinal, folding.fold(passage.text))
            }
        }
    }

    /// A string as one FTS5 phrase: nothing inside the quotation marks is syntax.
    private static func quote(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars where scalar != "\0" {
            quoted.unicodeScalars.append(scalar)
            if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
        }
        return quoted + "\""
    }

    private static func string(_ scalars: some Sequence<UInt32>) -> String {
        var view = String.UnicodeScalarView()
        for scalar in scalars { view.append(Unicode.Scalar(scalar) ?? "\u{FFFD}") }
        return String(view)
    }

    static func contains(_ needle: [UInt32], in text: [UInt32]) -> Bool {
        ScalarSearch.first(of: needle, in: text, from: 0) != nil
    }

    private static func containsWordStart(_ needle: [UInt32], in text: [UInt32]) -> Bool {
        var start = 0
        while let found = ScalarSearch.first(of: needle, in: text, from: start) {
            if found == 0 || IndexTerms.isHan(text[found - 1])
                || !IndexTerms.isWord(text[found - 1])
            {
                return true
            }
            start = found + 1
        }
        return false
    }
}

/// Plain substring search over scalars.
package enum ScalarSearch {
    /// Where `needle` first stands at or after `start`. O(text · needle) at worst, O(text) on real text.
    package static func first(of needle: [UInt32], in text: [UInt32], from start: Int) -> Int? {
        guard let head = needle.first, text.count >= needle.count else { return nil }
        let last = text.count - needle.count
        var position = start
        while position <= last {
            if text[position] == head,
                text[position..<position + needle.count].elementsEqual(needle)
            {
                return position
            }
            position += 1
        }
        return nil
    }

    /// Every place where `needle` stands, overlapping ones left out.
    package static func all(of needle: [UInt32], in text: [UInt32]) -> [Int] {
        var found: [Int] = []
        var start = 0
        while let place = first(of: needle, in: text, from: start) {
            found.append(place)
            start = place + needle.count
        }
        return found
    }
}
