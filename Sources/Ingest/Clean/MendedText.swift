import Documents
import ReportModel

/// A line under repair: its bytes, and for each the place in the raw line it came from (修补中的行).
///
/// Only lines with some suspicion of damage pay for this.
struct MendedText {
    private(set) var bytes: [UInt8]
    /// For each byte its offset in the raw line; -1 for a byte that a mend wrote.
    private(set) var origins: [Int]
    private(set) var repairs: [Repair] = []
    private let rawCount: Int
    private let line: Int

    init(_ bytes: [UInt8], line: Int) {
        self.bytes = bytes
        origins = Array(bytes.indices)
        rawCount = bytes.count
        self.line = line
    }

    /// One piece to take out or to replace.
    struct Mend {
        var range: Range<Int>
        var new: [UInt8] = []
        var kind: String
    }

    /// Makes mends that rise and do not overlap, and notes them in the ledger.
    /// - Complexity: O(bytes), however many there are.
    mutating func apply(_ mends: [Mend]) {
        guard !mends.isEmpty else { return }
        var newBytes: [UInt8] = []
        var newOrigins: [Int] = []
        newBytes.reserveCapacity(bytes.count)
        newOrigins.reserveCapacity(bytes.count)
        var position = 0
        for mend in mends {
            newBytes += bytes[position..<mend.range.lowerBound]
            newOrigins += origins[position..<mend.range.lowerBound]
            // A line of a megabyte of damage needs no million entries.
            if repairs.count < 1000 {
                let left = before(newBytes.count, in: newBytes)
                newBytes += mend.new
                repairs.append(
                    Repair(
                        kind: mend.kind, line: line, before: around(mend.range),
                        after: Self.text(newBytes[left...])
                            + Self.text(bytes[mend.range.upperBound..<after(mend.range.upperBound)])
                    ))
            } else {
                newBytes += mend.new
            }
            newOrigins += repeatElement(-1, count: mend.new.count)
            position = mend.range.upperBound
        }
        newBytes += bytes[position...]
        newOrigins += origins[position...]
        bytes = newBytes
        origins = newOrigins
    }

    mutating func trim() {
        let kept = WhiteSpace.trimmed(bytes.span)
        guard kept.count < bytes.count else { return }
        bytes = Array(bytes[kept])
        origins = Array(origins[kept])
    }

    /// The text around a place: up to eight characters on each side.
    private func around(_ range: Range<Int>) -> String {
        let end = min(after(range.upperBound), range.lowerBound + 240)
        return Self.text(bytes[before(range.lowerBound, in: bytes)..<end])
    }

    /// Eight characters back from a place.
    private func before(_ position: Int, in bytes: [UInt8]) -> Int {
        var start = position
        for _ in 0..<8 where start > 0 {
            repeat { start -= 1 } while start > 0 && bytes[start] & 0xC0 == 0x80
        }
        return start
    }

    /// Eight characters on from a place.
    private func after(_ position: Int) -> Int {
        var end = position
        for _ in 0..<8 where end < bytes.count {
            repeat { end += 1 } while end < bytes.count && bytes[end] & 0xC0 == 0x80
        }
        return end
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self)
    }

    /// Where the text differs from the raw line, the white space trimmed at its ends included.
    var edits: [CleanedLine.Edit] {
        var edits: [CleanedLine.Edit] = []
        var raw = 0
        var position = 0
        while position <= bytes.count {
            if position < bytes.count, origins[position] == raw {
                position += 1
                raw += 1
                continue
            }
            var end = position
            while end < bytes.count, origins[end] < 0 { end += 1 }
            let next = end < bytes.count ? origins[end] : rawCount
            if end > position || next > raw {
                edits.append(CleanedLine.Edit(cleaned: position..<end, raw: raw..<next))
            }
            raw = next
            if end == bytes.count { break }
            position = end
        }
        return edits
    }

    /// How many of the bytes come from before an offset of the raw line.
    func count(before raw: Int) -> Int {
        var count = 0
        for (index, origin) in origins.enumerated() where origin >= 0 && origin < raw {
            count = index + 1
        }
        return count
    }
}
