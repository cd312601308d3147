import ReportModel
import Segmentation
import TestSupport

@testable import ReportIndex

/// A shard of random paragraphs, and what a naive count says it holds.
enum SeededShard {
    /// - Returns: the builder, and for each key the level by place.
    static func make(seed: UInt64) -> (builder: ShardBuilder, expected: [UInt64: [Int: Int]]) {
        var random = SeededRandom(seed)
        var builder = ShardBuilder()
        var expected: [UInt64: [Int: Int]] = [:]
        while builder.count < 400 {
            let run = (0..<1 + random.below(20)).map { _ in paragraph(&random) }
            var terms = RunTerms.Builder()
            for (text, breaks) in run { terms.append(text, breaks: breaks) }
            builder.begin(terms.finish())
            for (index, (text, breaks)) in run.enumerated() {
                var counts: [UInt64: Int] = [:]
                IndexTerms.forEach(in: text, breaks: breaks) { counts[$0, default: 0] += 1 }
                let role = random.pick(Role.allCases, else: .body)
                let length = counts.values.reduce(0, +)
                let scale = Impact.Scale(length: length, role: role)
                for (key, count) in counts {
                    expected[key, default: [:]][builder.count] = scale.level(count: count)
                }
                builder.append(index, report: 1, year: nil, topics: [], role: role, kind: .done)
            }
        }
        return (builder, expected)
    }

    private static func paragraph(_ random: inout SeededRandom) -> ([UInt32], WordBreaks) {
        let scalars = (0..<1 + random.below(90)).map { _ in UInt32(0x4E00 + random.below(400)) }
        let ends = (1...scalars.count).filter { random.below(2) == 0 || $0 == scalars.count }
        return (scalars, WordBreaks(ends: ends.map { Int32($0) }, count: scalars.count))
    }
}
