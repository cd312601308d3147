import ReportModel
import Segmentation
import Vocabulary

/// The measure words (量词) of `measure-words.yml` and what looks like them.
struct MeasureWords: Sendable {
    enum Group: String { case count, other, not }

    /// What amounts are counted or measured in.
    struct Unit: Sendable {
        let name: String
        let kind: UnitKind
        /// How a text looks that has lost the number before the word.
        let loss: LostNumber?
        /// Second characters of words that begin with the unit: 家庭, 名单, 个体.
        let compounds: ScalarSet?
    }

    /// A measure word where it stands in a text.
    struct Match {
        /// Index in `units`.
        let unit: Int
        let end: Int
    }

    private struct Entry {
        let scalars: Range<Int>
        /// `nil` for what looks like a measure word and is none.
        let unit: Int?
    }

    private(set) var units: [Unit] = []
    /// What makes a number approximate.
    let approximations: Approximations
    let percent: Int
    let permille: Int
    let month: Int
    let yuan: Int
    /// Sorted by their first scalar, then the longest first.
    private var entries: [Entry] = []
    /// The scalars of all entries, one behind the other.
    private var scalars: [UInt32] = []
    /// One more than the first entry with a first scalar of the basic plane; 0 without one.
    private var first = [UInt16](repeating: 0, count: 0x10000)

    /// - Throws: `ReportError` when this file, `unit-kinds.yml` or `approximations.yml` is broken.
    init() throws(ReportError) {
        approximations = try Approximations()
        let kinds = try UnitKinds()
        var known: [String: Int] = [:]
        var units: [Unit] = []
        func unit(_ name: String) -> Int {
            if let number = known[name] { return number }
            units.append(
                Unit(
                    name: name, kind: kinds.kind(of: name), loss: kinds.loss(of: name),
                    compounds: kinds.compounds(of: name)))
            known[name] = units.count - 1
            return units.count - 1
        }
        percent = unit("%")
        permille = unit("‰")
        month = unit("个月")
        yuan = unit("元")
        var words: [(scalars: [UInt32], unit: Int?)] = []
        for (group, row) in try WordRow.rows("measure-words.yml", groups: Group.self) {
            for word in row.words {
                words.append(
                    (Folding.standard.fold(word), group == .not ? nil : unit(row.unit ?? word)))
            }
        }
        self.units = units
        add(words.filter { $0.scalars.first.map { $0 < 0x10000 } ?? false })
    }

    private mutating func add(_ words: [(scalars: [UInt32], unit: Int?)]) {
        let sorted = words.enumerated().sorted {
            ($0.element.scalars[0], $1.element.scalars.count, $0.offset)
                < ($1.element.scalars[0], $0.element.scalars.count, $1.offset)
        }
        for (_, word) in sorted {
            let head = Int(word.scalars[0])
            let start = scalars.count
            scalars += word.scalars
            entries.append(Entry(scalars: start..<scalars.count, unit: word.unit))
            if first[head] == 0 { first[head] = UInt16(clamping: entries.count) }
        }
    }

    /// The longest entry that stands at `start`; `nil` also where the longest is no measure word.
    func match(in text: borrowing FoldedText, at start: Int) -> Match? {
        let head = text.scalar(start)
        guard head < 0x10000, first[Int(head)] > 0, start < text.count else { return nil }
        var index = Int(first[Int(head)]) - 1
        while index < entries.count, scalars[entries[index].scalars.lowerBound] == head {
            let entry = entries[index]
            if stands(entry.scalars, at: start, in: text) {
                return entry.unit.map { Match(unit: $0, end: start + entry.scalars.count) }
            }
            index += 1
        }
        return nil
    }

    /// Whether a unit and the scalar behind it are the begin of a word: 家|庭, 名|单.
    func isWord(_ unit: Int, before next: UInt32) -> Bool {
        units[unit].compounds?.contains(next) ?? false
    }

    @inline(__always)
    private func stands(_ word: Range<Int>, at start: Int, in text: borrowing FoldedText) -> Bool {
        guard start + word.count <= text.count else { return false }
        for offset in 0..<word.count
        where text.scalars[start + offset] != scalars[word.lowerBound + offset] {
            return false
        }
        return true
    }
}
