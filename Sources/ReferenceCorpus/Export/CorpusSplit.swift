import ReportIndex
import ReportModel

/// Parts of a corpus for training and testing (划分): copies of each other, and all passages of a unit, stand on
/// one side. Clusters that copies or units connect are dealt to the part that lacks most, the largest
/// first.
package struct CorpusSplit: Sendable, Hashable {
    package struct Part: Sendable, Hashable {
        package let name: String
        package let percent: Double
    }

    package let parts: [Part]

    /// - Parameter text: `train=80,test=20`.
    /// - Throws: `ReportError`.
    package init(parsing text: String) throws(ReportError) {
        var parts: [Part] = []
        for piece in text.split(separator: ",") {
            let sides = piece.split(separator: "=")
            guard sides.count == 2, let percent = Double(sides[1]), percent > 0,
                !parts.contains(where: { $0.name == sides[0] })
            else { throw Self.mistake(text) }
            let name = String(sides[0])
            try CorpusName.check(name)
            parts.append(Part(name: name, percent: percent))
        }
        guard parts.count > 1, abs(parts.reduce(0) { $0 + $1.percent } - 100) < 0.01 else {
            throw Self.mistake(text)
        }
        self.parts = parts
    }

    private static func mistake(_ text: String) -> ReportError {
        ReportError(
            place: "--split \(text)", problem: wording("写法不对", "not a split"),
            advice: wording(
                "例如 train=80,test=20，合计 100", "for example train=80,test=20, together 100"))
    }

    /// The part of each passage, by its place in the corpus. O(n log n).
    ///
    /// - Parameters:
    ///   - units: the unit of each passage; `nil` when unknown, then its report stands for it.
    package func assign(
        copies: [Int], units: [String?], reports: [String], seed: UInt64
    ) -> [Int] {
        var sets = DisjointSets(count: copies.count)
        var firstOfCopies: [Int: Int] = [:]
        var firstOfUnit: [String: Int] = [:]
        for place in copies.indices {
            if copies[place] > 0 {
                if let first = firstOfCopies[copies[place]] { sets.join(first, place) }
                firstOfCopies[copies[place]] = firstOfCopies[copies[place]] ?? place
            }
            let unit = units[place].map { "u" + $0 } ?? "r" + reports[place]
            if let first = firstOfUnit[unit] { sets.join(first, place) }
            firstOfUnit[unit] = firstOfUnit[unit] ?? place
        }
        var sizes: [Int: Int] = [:]
        for place in copies.indices { sizes[sets.root(place), default: 0] += 1 }
        let clusters = sizes.sorted { left, right in
            if left.value != right.value { return left.value > right.value }
            let draws = (
                WordTable.join(seed, UInt64(left.key)), WordTable.join(seed, UInt64(right.key))
            )
            return draws.0 != draws.1 ? draws.0 < draws.1 : left.key < right.key
        }
        var filled = [Int](repeating: 0, count: parts.count)
        var partOfRoot: [Int: Int] = [:]
        for (root, size) in clusters {
            let lacks = parts.indices.map {
                parts[$0].percent / 100 * Double(copies.count) - Double(filled[$0])
            }
            let part = lacks.indices.max { lacks[$0] < lacks[$1] } ?? 0
            partOfRoot[root] = part
            filled[part] += size
        }
        return copies.indices.map { partOfRoot[sets.root($0)] ?? 0 }
    }
}
