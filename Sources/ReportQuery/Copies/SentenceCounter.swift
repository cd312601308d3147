import ReportIndex
import ReportModel
import Segmentation

/// A sentence and who writes it (句子用例).
package struct SentenceUse: Sendable {
    /// As it stands where it is first found.
    package let text: String
    /// The passage where that is.
    package let passage: Int64
    /// Units that write it; each report of an unknown unit counts as one.
    package let units: Int
    package let reports: Int
    package let count: Int
    /// Part of its runs of five characters that no other unit writes; 0 to 1.
    package let ownPart: Double
}

/// Counts sentences over units and reports (套话统计). Sentences that differ only in what disguises swap
/// (numbers, masks, place levels) are one; copied passages and copied reports are counted once.
package struct SentenceCounter {
    /// Which sentences are listed.
    package enum Selection: Sendable {
        /// Those of several units, the most widespread first.
        case shared
        /// Those of one unit, what no other writes; its repeated ones first.
        case unique
    }

    /// Kept characters of the shortest sentence.
    private static let leastLength = 6
    /// The same, and own part, for a unit's own sentences.
    private static let leastUniqueLength = 10
    private static let leastOwnPart = 0.9

    private struct Entry {
        var count: Int32 = 0
        var units: Int32 = 0
        var reports: Int32 = 0
        var lastUnit: Int32 = 0
        var lastReport: Int32 = -1
        /// Place of the first passage by path and line, and the sentence's range in it.
        var first: Int32 = .max
        var range = (start: Int32(0), end: Int32(0))
        var ownPart: Float = 0
    }

    private let reading: IndexReading
    private let normalizer: DisguiseNormalizer
    private let texts: PassageTexts
    private let groups: CopyGroups
    private let splitsAtCommas: Bool
    /// Units and reports that were counted.
    package private(set) var unitCount = 0
    package private(set) var reportCount = 0

    /// - Parameter splitsAtCommas: whether clauses are counted in place of sentences.
    /// - Throws: `ReportError`.
    package init(_ reading: IndexReading, splitsAtCommas: Bool) throws {
        self.reading = reading
        self.splitsAtCommas = splitsAtCommas
        let findings = try CopyFindings.find(in: reading)
        normalizer = try DisguiseNormalizer()
        texts = findings.texts
        groups = CopyGroups(findings)
    }

    /// The sentences of the passages that a filter lets through, at most `limit`. What is unique is judged
    /// against all of the index.
    package mutating func sentences(
        _ selection: Selection, where isWanted: (Int64) -> Bool, limit: Int
    ) throws -> [SentenceUse] {
        let grams = selection == .unique ? UnitGrams(texts) : nil
        let entries = try count(grams, where: isWanted)
        let chosen = entries.filter { entry in
            switch selection {
            case .shared: entry.units > 1
            case .unique: entry.units == 1 && entry.ownPart >= Float(Self.leastOwnPart)
            }
        }.sorted { left, right in
            switch selection {
            case .shared:
                (right.units, right.reports, right.count, left.first, left.range.start)
                    < (left.units, left.reports, left.count, right.first, right.range.start)
            case .unique:
                (right.reports, left.first, left.range.start)
                    < (left.reports, right.first, right.range.start)
            }
        }
        return try uses(chosen.prefix(limit))
    }

    private mutating func count(_ grams: UnitGrams?, where isWanted: (Int64) -> Bool) throws
        -> [Entry]
    {
        var entries: [Entry] = []
        var known: [UInt64: Int32] = [:]
        var units = 0
        var reports = 0
        var lastUnit: Int32?
        // Unit by unit, so that the last unit seen tells whether this one is new.
        let order = texts.reportIDs.indices.sorted {
            (texts.unit(ofReport: $0), $0) < (texts.unit(ofReport: $1), $1)
        }
        let leastLength = grams == nil ? Self.leastLength : Self.leastUniqueLength
        var kept: [UInt16] = []
        for report in order
        where groups.original(ofReport: texts.reportIDs[report]) == nil {
            let unit = texts.unit(ofReport: report)
            let places = texts.passagesOfReport[report].filter { place in
                texts.roles[place] == .body && isWanted(texts.ids[place])
                    && !groups.isLaterCopy(texts.ids[place])
            }
            guard !places.isEmpty else { continue }
            var next = 0
            try reading.forEachText(of: places.map { texts.ids[$0] }) { passage in
                while next < places.count, texts.ids[places[next]] != passage.id { next += 1 }
                guard next < places.count else { return }
                let scalars = Array(passage.text.unicodeScalars)
                for range in Sentences.ranges(
                    of: scalars.map(\.value), atCommas: splitsAtCommas)
                {
                    kept.removeAll(keepingCapacity: true)
                    normalizer.normalize(
                        String(String.UnicodeScalarView(scalars[range])), into: &kept)
                    guard kept.count >= leastLength else { continue }
                    let key = Self.hash(kept)
                    let number = known[key] ?? Int32(entries.count)
                    if Int(number) == entries.count {
                        known[key] = number
                        var entry = Entry()
                        entry.ownPart = Float(grams?.part(ofOne: kept) ?? 0)
                        entries.append(entry)
                    }
                    Self.record(
                        &entries[Int(number)], unit, Int32(report), Int32(places[next]), range)
                }
            }
            reports += 1
            if unit != lastUnit { units += 1 }
            lastUnit = unit
        }
        unitCount = units
        reportCount = reports
        return entries
    }

    private static func record(
        _ entry: inout Entry, _ unit: Int32, _ report: Int32, _ place: Int32, _ range: Range<Int>
    ) {
        if entry.count == 0 || entry.lastUnit != unit { entry.units += 1 }
        if entry.lastReport != report { entry.reports += 1 }
        entry.count += 1
        entry.lastUnit = unit
        entry.lastReport = report
        if place < entry.first {
            entry.first = place
            entry.range = (Int32(range.lowerBound), Int32(range.upperBound))
        }
    }

    private func uses(_ entries: ArraySlice<Entry>) throws -> [SentenceUse] {
        try entries.map { entry in
            let id = texts.ids[Int(entry.first)]
            let text = try reading.text(of: id) ?? ""
            let sentence = text.unicodeScalars.dropFirst(Int(entry.range.start))
                .prefix(Int(entry.range.end - entry.range.start))
            return SentenceUse(
                text: String(String.UnicodeScalarView(sentence)), passage: id,
                units: Int(entry.units), reports: Int(entry.reports), count: Int(entry.count),
                ownPart: Double(entry.ownPart))
        }
    }

    /// FNV-1a over 16-bit units.
    private static func hash(_ kept: [UInt16]) -> UInt64 {
        kept.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
    }
}
