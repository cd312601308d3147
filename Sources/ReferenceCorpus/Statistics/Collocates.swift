import ReportModel
import ReportIndex
import ReportQuery
import Segmentation

/// The words that stand near another more often than chance would have it (搭配词).
///
/// Surface co-occurrence as in Evert 2008, "Corpora and collocations": the words within so many words to the
/// left and right of the node and inside its sentence; the node's own words do not count.
package struct Collocates: Sendable {
    package struct Item: Sendable, Hashable {
        package let term: String
        /// Occurrences within the windows, to the left and to the right.
        package let left: Int
        package let right: Int
        /// Occurrences in all passages looked at.
        package let total: Int
        package let logDice: Double
        package let logLikelihood: Double
        package let cubicMutualInformation: Double
        /// Reports in which they meet.
        package let range: Int

        package var together: Int { left + right }
    }

    package enum Order: String, Sendable, CaseIterable {
        case logDice
        case logLikelihood = "ll"
        case cubicMutualInformation = "mi3"
        case count
    }

    package let items: [Item]
    /// Occurrences of the node.
    package let nodeCount: Int
    /// Words in all windows.
    package let windowSize: Int
    /// Words of all passages, the node's left out.
    package let total: Int

    private struct Gathered: Sendable {
        var table = WordTable()
        var totals: [Int] = []
        var left: [Int] = []
        var right: [Int] = []
        var range: [Int] = []
        var lastReport: [UInt32] = []
        var nodes = 0
        var window = 0
        var words = 0

        mutating func number(_ key: UInt64, spell: (inout [UInt32]) -> Void) -> Int {
            let number = table.number(of: key, spell: spell)
            if number == totals.count {
                totals.append(0)
                left.append(0)
                right.append(0)
                range.append(0)
                lastReport.append(0)
            }
            return number
        }
    }

    /// - Parameters:
    ///   - texts: the node: any of these, as written.
    ///   - leftWindow, rightWindow: in words.
    /// - Throws: `ReportError`.
    package init(
        of texts: [String], corpus: CorpusIndex, passages: PassageSet, leftWindow: Int = 5,
        rightWindow: Int = 5, leastCount: Int = 3, order: Order = .logDice
    ) throws(ReportError) {
        let search = TextSearch(texts)
        let gathered = try PassageScan(corpus: corpus, passages: passages).run {
            Gathered()
        } _: { gathered, passage in
            Self.gather(
                passage, search.ranges(in: passage.scalars), leftWindow, rightWindow, &gathered)
        }
        let sum = Self.sum(gathered)
        nodeCount = sum.nodes
        windowSize = sum.window
        total = sum.words
        var items: [Item] = []
        for number in 0..<sum.table.count {
            let together = sum.left[number] + sum.right[number]
            guard together >= leastCount else { continue }
            items.append(
                Item(
                    term: sum.table.spelling(of: number), left: sum.left[number],
                    right: sum.right[number], total: sum.totals[number],
                    logDice: FrequencyMeasures.logDice(
                        together: together, first: sum.nodes, second: sum.totals[number]),
                    logLikelihood: FrequencyMeasures.logLikelihood(
                        together: together, first: sum.window, second: sum.totals[number],
                        total: sum.words),
                    cubicMutualInformation: FrequencyMeasures.cubicMutualInformation(
                        together: together, first: sum.window, second: sum.totals[number],
                        total: sum.words),
                    range: sum.range[number]))
        }
        func value(_ item: Item) -> Double {
            switch order {
            case .logDice: item.logDice
            case .logLikelihood: item.logLikelihood
            case .cubicMutualInformation: item.cubicMutualInformation
            case .count: Double(item.together)
            }
        }
        self.items = items.sorted { left, right in
            value(left) != value(right) ? value(left) > value(right) : left.term < right.term
        }
    }

    private static func gather(
        _ passage: ScannedPassage, _ nodes: [Range<Int>], _ leftWindow: Int, _ rightWindow: Int,
        _ gathered: inout Gathered
    ) {
        guard !nodes.isEmpty else {
            return passage.forEachWord { range, _ in
                let number = gathered.number(WordTable.key(passage.scalars, range)) {
                    $0.append(contentsOf: passage.scalars[range])
                }
                gathered.totals[number] += 1
                gathered.words += 1
            }
        }
        var words: [(range: Range<Int>, number: Int)] = []
        passage.forEachWord { range, _ in
            guard !nodes.contains(where: { $0.overlaps(range) }) else { return }
            let number = gathered.number(WordTable.key(passage.scalars, range)) {
                $0.append(contentsOf: passage.scalars[range])
            }
            gathered.totals[number] += 1
            gathered.words += 1
            words.append((range, number))
        }
        gathered.nodes += nodes.count
        // A word within reach of two nodes counts once, for the one it follows or else precedes.
        var met: Set<Int> = []
        for node in nodes {
            let before = words.indices.reversed().lazy
                .drop { words[$0].range.lowerBound >= node.lowerBound }.prefix(leftWindow)
            for place in before {
                let between = words[place].range.upperBound..<node.lowerBound
                if passage.scalars[between].contains(where: Sentences.isEnd) { break }
                count(words[place].number, isLeft: true, isNew: met.insert(place).inserted)
            }
            let after = words.indices.lazy
                .drop { words[$0].range.lowerBound < node.upperBound }.prefix(rightWindow)
            for place in after {
                let between = node.upperBound..<words[place].range.lowerBound
                if passage.scalars[between].contains(where: Sentences.isEnd) { break }
                count(words[place].number, isLeft: false, isNew: met.insert(place).inserted)
            }
        }
        func count(_ number: Int, isLeft: Bool, isNew: Bool) {
            guard isNew else { return }
            gathered.window += 1
            if isLeft { gathered.left[number] += 1 } else { gathered.right[number] += 1 }
            if gathered.lastReport[number] != passage.report {
                gathered.lastReport[number] = passage.report
                gathered.range[number] += 1
            }
        }
    }

    private static func sum(_ gathered: [Gathered]) -> Gathered {
        guard var sum = gathered.first else { return Gathered() }
        for part in gathered.dropFirst() {
            for number in 0..<part.table.count {
                let mine = sum.number(part.table.keys[number]) {
                    $0.append(contentsOf: part.table.scalars(of: number))
                }
                sum.totals[mine] += part.totals[number]
                sum.left[mine] += part.left[number]
                sum.right[mine] += part.right[number]
                sum.range[mine] += part.range[number]
            }
            sum.nodes += part.nodes
            sum.window += part.window
            sum.words += part.words
        }
        return sum
    }
}
