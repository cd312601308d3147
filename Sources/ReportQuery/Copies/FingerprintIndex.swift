/// Which passages share which fingerprints, and how many different reports have each (指纹索引). One passage of each set
/// of equal texts stands for all of them.
struct FingerprintIndex {
    /// The passages of each shared fingerprint, end to end, places rising within one.
    private var members: [Int32] = []
    private var memberEnds: [Int32] = []
    /// Reports each shared fingerprint stands in.
    private var reportCounts: [UInt16] = []
    /// For each passage its fingerprints in order of place; -1 for one that no other passage has.
    private var fingerprints: [Int32] = []
    private var passageEnds: [Int32] = []

    /// Sorts about two fifths as many hashes as there are characters: O(characters).
    init(_ texts: PassageTexts, _ equals: EqualTexts) {
        var winnowing = Winnowing()
        var keys: [UInt64] = []
        var owners: [Int32] = []
        keys.reserveCapacity(texts.scalars.count * 2 / 5)
        passageEnds.reserveCapacity(texts.count)
        for place in 0..<texts.count {
            if equals.first[place] == Int32(place) {
                winnowing.forEach(in: texts.scalars, texts.range(place)) { hash, _ in
                    keys.append(UInt64(hash) << 32 | UInt64(keys.count))
                    owners.append(Int32(place))
                }
            }
            passageEnds.append(Int32(keys.count))
        }
        RadixSort.sortByHighHalf(&keys)
        fingerprints = [Int32](repeating: -1, count: keys.count)
        gather(keys, owners, texts, equals)
    }

    private mutating func gather(
        _ keys: [UInt64], _ owners: [Int32], _ texts: PassageTexts, _ equals: EqualTexts
    ) {
        let same = EqualReports(texts, equals)
        // The last fingerprint that counted each report.
        var seen = [Int32](repeating: -1, count: texts.reportIDs.count)
        var start = 0
        while start < keys.count {
            var end = start + 1
            let hash = keys[start] >> 32
            while end < keys.count, keys[end] >> 32 == hash { end += 1 }
            defer { start = end }
            let bucket = Int32(memberEnds.count)
            let firstMember = members.count
            var reports = 0
            for at in start..<end {
                let owner = owners[Int(keys[at] & 0xFFFF_FFFF)]
                if members.count > firstMember, members[members.count - 1] == owner { continue }
                members.append(owner)
                for equal in equals.members(of: owner) {
                    let report = Int(same.first[Int(texts.reports[Int(equal)])])
                    if seen[report] != bucket {
                        seen[report] = bucket
                        reports += 1
                    }
                }
            }
            guard reports > 1 else {
                members.removeSubrange(firstMember...)
                // The number goes to the next one: forget who has been counted under it.
                let owner = owners[Int(keys[start] & 0xFFFF_FFFF)]
                seen[Int(same.first[Int(texts.reports[Int(owner)])])] = -1
                continue
            }
            for at in start..<end { fingerprints[Int(keys[at] & 0xFFFF_FFFF)] = bucket }
            memberEnds.append(Int32(members.count))
            reportCounts.append(UInt16(clamping: reports))
        }
    }

    /// The fingerprints of a passage, by number and in order of place; -1 for those of its report alone.
    func fingerprints(of place: Int) -> ArraySlice<Int32> {
        fingerprints[(place == 0 ? 0 : Int(passageEnds[place - 1]))..<Int(passageEnds[place])]
    }

    /// The passages that have a fingerprint.
    @inline(__always)
    func members(of fingerprint: Int32) -> ArraySlice<Int32> {
        let number = Int(fingerprint)
        return members[(number == 0 ? 0 : Int(memberEnds[number - 1]))..<Int(memberEnds[number])]
    }

    @inline(__always)
    func reportCount(of fingerprint: Int32) -> Int { Int(reportCounts[Int(fingerprint)]) }
}

/// Sorting of 64-bit keys in passes of eleven bits (基数排序), stable.
enum RadixSort {
    /// Orders by the upper 32 bits alone. O(count).
    static func sortByHighHalf(_ keys: inout [UInt64]) {
        var other = [UInt64](repeating: 0, count: keys.count)
        for pass in 0..<3 {
            let shift = UInt64(32 + 11 * pass)
            var starts = [Int](repeating: 0, count: 2048)
            for key in keys { starts[Int(key >> shift & 2047)] += 1 }
            var sum = 0
            for digit in 0..<2048 {
                let count = starts[digit]
                starts[digit] = sum
                sum += count
            }
            for key in keys {
                let digit = Int(key >> shift & 2047)
                other[starts[digit]] = key
                starts[digit] += 1
            }
            swap(&keys, &other)
        }
    }
}
