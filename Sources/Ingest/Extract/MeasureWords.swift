import Segmentation
import Vocabulary

/// The measure words (量词) of `measure-words.yml` and what looks like them.
struct MeasureWords: Sendable {
    enum Group: String { case count, other, not }

    struct Entry: Sendable {
        let scalars: [UInt32]
        let unit: String
        let group: Group
    }

    /// Entries by their first scalar, the longest first.
    private let entries: [UInt32: [Entry]]

    /// - Throws: `VocabularyError` when the file is broken.
    init() throws(VocabularyError) {
        var entries: [UInt32: [Entry]] = [:]
        for (group, row) in try WordRow.rows("measure-words.yml", groups: Group.self) {
            for word in row.words {
                let scalars = Folding.standard.fold(word)
                guard let first = scalars.first else { continue }
                entries[first, default: []].append(
                    Entry(scalars: scalars, unit: row.unit ?? word, group: group))
            }
        }
        self.entries = entries.mapValues { $0.sorted { $0.scalars.count > $1.scalars.count } }
    }

    /// The longest entry that stands at `start`; `nil` also where the longest is no measure word.
    func match(in scalars: [UInt32], at start: Int) -> Entry? {
        guard start < scalars.count, let candidates = entries[scalars[start]] else { return nil }
        for entry in candidates where start + entry.scalars.count <= scalars.count {
            if scalars[start..<start + entry.scalars.count].elementsEqual(entry.scalars) {
                return entry.group == .not ? nil : entry
            }
        }
        return nil
    }
}
