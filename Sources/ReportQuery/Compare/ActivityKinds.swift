import Foundation
import ReportModel
import Segmentation
import Vocabulary

/// Groups activities of several units into kinds (活动类别): what a clerk would put in one row.
///
/// Nothing is listed beforehand. A record has features: the programme it names, the occasion, people and work
/// its words show, and its other words, synonyms counted as one. A kind is the programme, or the one or two
/// features that tell most about the record among those that another unit's record has too: rarity among
/// the records times how many units share them.
package struct ActivityKinds {
    /// One kind with its records.
    package struct Group: Sendable {
        /// The words shown: a quoted programme, or features with · between.
        package let label: String
        /// Places in the records the kinds were made of, in their order.
        package internal(set) var members: [Int] = []
        let features: [Feature]
    }

    enum Feature: Sendable, Hashable {
        case programme(String)
        case theme(Int)
        case word(String)
    }

    private let words: ComparisonWords
    private let canonical: CanonicalWords
    /// Words that name no kind: verbs, measures, nouns that say little alone.
    private let weak: Set<String>

    package init() throws(ReportError) {
        words = try ComparisonWords()
        canonical = try CanonicalWords()
        weak = try Self.weakWords().union(words.generic)
    }

    private struct Entry: Decodable {
        var group: String?
        var words: [String]?
    }

    private static func weakWords() throws(ReportError) -> Set<String> {
        var weak: Set<String> = []
        let objects: Set<String> = ["general", "abstract", "statistic"]
        for (file, groups) in [
            ("activity-verbs.yml", nil), ("measure-words.yml", nil),
            ("activity-objects.yml", objects),
        ] {
            for entry in try VocabularyFile.rows(file, as: Entry.self) {
                if let groups, !groups.contains(entry.group ?? "") { continue }
                for word in entry.words ?? [] { weak.insert(Folding.standard.folded(word)) }
            }
        }
        return weak
    }

    /// Groups records; each belongs to at most one kind. Records of nobody else's kind are left to `alone`.
    ///
    /// - Parameters:
    ///   - records: with their words.
    ///   - columns: for each record the number of the unit (or year) it counts for.
    func groups(_ records: [ActivityRecord], columns: [Int]) -> (kinds: [Group], alone: [Int]) {
        var table = FeatureTable()
        let features = records.map { record in
            self.features(of: record).map { table.number(of: $0) }
        }
        let counts = KindCounts(features: features, columns: columns, table: table)
        var groups: [KindCounts.Key: Group] = [:]
        var alone: [Int] = []
        for (place, own) in features.enumerated() {
            guard let key = counts.bestKey(of: own) else {
                alone.append(place)
                continue
            }
            if groups[key] == nil {
                let named = table.features(of: key)
                groups[key] = Group(
                    label: label(named, as: records[place].words), features: named)
            }
            groups[key]?.members.append(place)
        }
        // A kind that only one unit is left with is none.
        var kinds: [Group] = []
        for group in groups.values {
            if Set(group.members.map { columns[$0] }).count > 1 {
                kinds.append(group)
            } else {
                alone += group.members
            }
        }
        kinds.sort { left, right in
            let a = Set(left.members.map { columns[$0] }).count
            let b = Set(right.members.map { columns[$0] }).count
            if a != b { return a > b }
            return left.members.count != right.members.count
                ? left.members.count > right.members.count : left.label < right.label
        }
        return (kinds, alone.sorted())
    }

    /// Most features of a record that are looked at.
    private static let most = 8

    func features(of record: ActivityRecord) -> [Feature] {
        var features: [Feature] = ProgrammeQuotes.names(in: record.activity.span)
            .filter { $0.unicodeScalars.count > 2 }.prefix(2).map { .programme($0) }
        let plain = PlainText(record.activity.span).scalars
        var covered: [String] = []
        for sighting in words.sightings(in: plain) {
            covered.append(QuestionAnalyzer.string(plain[sighting.range]))
            if !features.contains(.theme(sighting.theme)) {
                features.append(.theme(sighting.theme))
            }
        }
        for word in record.words where isTelling(word) {
            guard !covered.contains(where: { $0.contains(word) || word.contains($0) }) else {
                continue
            }
            let feature = Feature.word(canonical.word(word))
            if !features.contains(feature) { features.append(feature) }
        }
        return Array(features.prefix(Self.most))
    }

    private func isTelling(_ word: String) -> Bool {
        guard !weak.contains(word) else { return false }
        return !word.unicodeScalars.contains { Self.numerals.contains($0) }
    }

    private static let numerals = Set("0123456789一二三四五六七八九十百千万亿两".unicodeScalars)

    /// The features in words; of synonyms the one that stands in a record.
    private func label(_ key: [Feature], as written: [String]) -> String {
        key.map { feature in
            switch feature {
            case .programme(let name): "“\(name)”"
            case .theme(let theme): words.themes[theme].name
            case .word(let word): written.first { canonical.word($0) == word } ?? word
            }
        }.joined(separator: " · ")
    }

    /// Whether a plain text mentions every feature of a kind.
    func isMentioned(_ kind: Group, in text: MentionText) -> Bool {
        kind.features.allSatisfy { feature in
            switch feature {
            case .programme(let name): text.contains(name)
            case .theme(let theme): text.themes.contains(theme)
            case .word(let word):
                text.contains(word) || canonical.equals(of: word).contains { text.contains($0) }
            }
        }
    }

    /// A paragraph prepared for `isMentioned`.
    struct MentionText {
        let scalars: [UInt32]
        let themes: Set<Int>

        func contains(_ text: String) -> Bool {
            ScalarSearch.first(of: text.unicodeScalars.map(\.value), in: scalars, from: 0) != nil
        }
    }

    func mentionText(_ text: String) -> MentionText {
        let scalars = PlainText(text).scalars
        return MentionText(
            scalars: scalars, themes: Set(words.sightings(in: scalars).map(\.theme)))
    }
}
