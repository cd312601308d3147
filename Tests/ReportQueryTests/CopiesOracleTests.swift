import ReportModel
import TestSupport
import Testing

@testable import ReportQuery

/// The parts of copy detection beside naive versions of themselves.
struct CopiesOracleTests {
    /// Random text over few characters, so that repetitions abound.
    private func text(_ count: Int, _ kinds: UInt16, _ random: inout SeededRandom) -> [UInt16] {
        (0..<count).map { _ in UInt16.random(in: 0..<kinds, using: &random) + 0x4E00 }
    }

    /// Length of the longest common subsequence, by the textbook table.
    private func commonSubsequence(_ left: [UInt16], _ right: [UInt16]) -> Int {
        var row = [Int](repeating: 0, count: right.count + 1)
        for scalar in left {
            var diagonal = 0
            for (place, other) in right.enumerated() {
                let above = row[place + 1]
                row[place + 1] = scalar == other ? diagonal + 1 : max(above, row[place])
                diagonal = above
            }
        }
        return row[right.count]
    }

    @Test(arguments: 0..<30)
    func `winnowing picks what a naive scan of all windows picks`(seed: UInt64) {
        var random = SeededRandom(seed)
        let scalars = text(Int.random(in: 0..<60, using: &random), 3, &random)
        var winnowing = Winnowing()
        var picked: [(UInt32, Int)] = []
        winnowing.forEach(in: scalars, 0..<scalars.count) { picked.append(($0, $1)) }
        // Hashes one by one, from texts that are one hash long.
        var hashes: [UInt32] = []
        for start in 0..<max(0, scalars.count - Winnowing.length + 1) {
            winnowing.forEach(in: scalars, start..<start + Winnowing.length) { hash, _ in
                hashes.append(hash)
            }
        }
        var expected: [(UInt32, Int)] = []
        let width = min(Winnowing.window, hashes.count)
        for start in 0..<max(0, hashes.count - width + 1) where width > 0 {
            let least = (start..<start + width).min { (hashes[$0], $1) < (hashes[$1], $0) } ?? start
            if expected.last?.1 != least { expected.append((hashes[least], least)) }
        }
        #expect(picked.map(\.0) == expected.map(\.0))
        #expect(picked.map(\.1) == expected.map(\.1))
    }

    @Test(arguments: 0..<30)
    func `texts with a long common run share a fingerprint`(seed: UInt64) {
        var random = SeededRandom(seed &+ 1000)
        let run = text(Winnowing.length + Winnowing.window - 1, 500, &random)
        var winnowing = Winnowing()
        func fingerprints() -> Set<UInt32> {
            let scalars =
                text(Int.random(in: 0..<40, using: &random), 500, &random) + run
                + text(Int.random(in: 0..<40, using: &random), 500, &random)
            var found: Set<UInt32> = []
            winnowing.forEach(in: scalars, 0..<scalars.count) { hash, _ in found.insert(hash) }
            return found
        }
        let first = fingerprints()
        #expect(!first.isDisjoint(with: fingerprints()))
    }

    @Test(arguments: 0..<60)
    func `a chain of runs is an alignment, never longer than the longest common subsequence`(
        seed: UInt64
    ) {
        var random = SeededRandom(seed &+ 2000)
        let kinds: UInt16 = seed.isMultiple(of: 3) ? 2 : 40
        let left = text(Int.random(in: 0..<120, using: &random), kinds, &random)
        var right = left
        for _ in 0..<Int.random(in: 0..<6, using: &random) where right.count > 8 {
            let place = Int.random(in: 0..<right.count - 4, using: &random)
            right.replaceSubrange(
                place..<place + Int.random(in: 0..<4, using: &random),
                with: text(Int.random(in: 0..<4, using: &random), kinds, &random))
        }
        var alignment = RunAlignment()
        alignment.prepare(left[...])
        let chain = alignment.chain(with: right[...])
        var leftEnd = 0
        var rightEnd = 0
        for run in chain {
            #expect(run.left >= leftEnd && run.right >= rightEnd && run.count > 0)
            leftEnd = run.left + run.count
            rightEnd = run.right + run.count
            #expect(left[run.left..<leftEnd] == right[run.right..<rightEnd])
        }
        let total = chain.reduce(0) { $0 + $1.count }
        let best = commonSubsequence(left, right)
        #expect(total <= best)
        // With characters enough, what is lost is what is shorter than a seed, around each of five edits.
        if kinds > 2 { #expect(total >= best - 5 * 2 * RunAlignment.seed) }
    }

    /// The runs of six characters of a passage.
    private func shingles(_ texts: PassageTexts, _ place: Int) -> Set<[UInt16]> {
        let scalars = texts.scalars[texts.range(place)]
        guard scalars.count >= 6 else { return [] }
        return Set(
            (scalars.startIndex...(scalars.endIndex - 6)).map { Array(scalars[$0..<$0 + 6]) })
    }

    @Test(arguments: [11, 12])
    func `all pairs by Jaccard's index: what overlaps much is found, what is found overlaps`(
        seed: UInt64
    ) throws {
        var random = SeededRandom(seed)
        var reports = Array(
            try CopiesCorpus.paragraphs().shuffled(using: &random).prefix(10))
        var disguise = CopiesDisguise(random: random, masksFigures: true)
        for number in 0..<5 { reports.append(reports[number].map { disguise.disguise($0) }) }
        let texts = try CopiesCorpus.texts(reports)
        let found = Set(CopyFinder(texts).find().pairs.map { [$0.first, $0.second] })
        let sets = (0..<texts.count).map { shingles(texts, $0) }
        for left in 0..<texts.count {
            for right in left + 1..<texts.count where texts.reports[left] != texts.reports[right] {
                let shared = sets[left].intersection(sets[right]).count
                let union = sets[left].count + sets[right].count - shared
                let isFound = found.contains([Int32(left), Int32(right)])
                let shorter = min(texts.length(left), texts.length(right))
                if shorter >= CopyCriteria.shortLength, shared * 10 >= union * 6 {
                    #expect(isFound, "missed at index \(shared)/\(union)")
                }
                if isFound, shorter >= CopyCriteria.leastLength {
                    let common = commonSubsequence(
                        Array(texts.scalars[texts.range(left)]),
                        Array(texts.scalars[texts.range(right)]))
                    #expect(common * 2 >= shorter, "found with \(common) of \(shorter)")
                }
            }
        }
    }

    @Test func `sorting by the high half is stable`() {
        var random = SeededRandom(77)
        var keys = (0..<5000).map { place in
            UInt64.random(in: 0..<300, using: &random) << 51 | UInt64(place)
        }
        let expected = keys.sorted()
        RadixSort.sortByHighHalf(&keys)
        #expect(keys == expected)
    }

    @Test func `changed figures are counted, masked and missing ones are not`() {
        func changed(_ first: String, _ second: String) -> Int {
            var left: [UInt32] = []
            var right: [UInt32] = []
            NumberScan.append(first, to: &left)
            NumberScan.append(second, to: &right)
            return NumberScan.difference(left[...], right[...])
        }
        #expect(changed("救助12人、3.5万元", "救助12人、3.5万元") == 0)
        #expect(changed("救助12人、3.5万元", "救助１２人、4.5万元") == 1)
        #expect(changed("救助12人、1,350元", "救助xx人、1350元") == 0)
        #expect(changed("1.救助12人", "27.救助12人") == 0)
        #expect(changed("救助12人、3户、5次", "救助9人") == 1)
        #expect(changed("救助12人", "") == 0)
        #expect(changed("2018年", "20xx年") == 0)
    }

    @Test func `disguises leave the same characters`() throws {
        let normalizer = try DisguiseNormalizer()
        func kept(_ text: String) -> [UInt16] {
            var kept: [UInt16] = []
            normalizer.normalize(text, into: &kept)
            return kept
        }
        #expect(kept("我局为３２名妇女") == kept("本局为xx名婦女"))
        #expect(kept("区委、区政府") == kept("县委,县政府"))
        #expect(kept("20xx年") == kept("二〇一八年"))
        #expect(kept("×× *** 123 abc，。").isEmpty)
        #expect(kept("𠮷祥里").count == 3)
    }
}
