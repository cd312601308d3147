import CICU
import ReportModel

/// ICU's word breaker (断词器). One breaker serves one thread at a time.
struct WordBreaker: ~Copyable {
    private let breaker: OpaquePointer
    private var units: [UInt16] = []
    private var unitEnds: [Int32] = []

    init() throws(ReportError) {
        guard let breaker = cicu_breaker_open() else {
            throw ReportError(
                .damaged, place: "ICU",
                problem: wording("打不开断词数据", "its data for word breaks cannot be opened"),
                advice: wording("请重新安装 libicu", "install libicu again"))
        }
        self.breaker = breaker
    }

    deinit {
        cicu_breaker_close(breaker)
    }

    /// Appends the end of every segment of a text, in scalars. O(scalars), and ICU's costs.
    mutating func appendEnds(of scalars: borrowing Span<UInt32>, to ends: inout [Int32]) {
        units.removeAll(keepingCapacity: true)
        var isBasic = true
        for place in scalars.indices {
            let scalar = scalars[place]
            if scalar < 0x10000 {
                units.append(UInt16(truncatingIfNeeded: scalar))
            } else {
                isBasic = false
                units.append(UInt16(truncatingIfNeeded: 0xD7C0 + (scalar >> 10)))
                units.append(UInt16(truncatingIfNeeded: 0xDC00 + (scalar & 0x3FF)))
            }
        }
        if unitEnds.count < units.count {
            unitEnds = Array(repeating: 0, count: units.count * 2)
        }
        let count = Int(cicu_breaker_ends(breaker, units, Int32(units.count), &unitEnds))
        guard count > 0 else { return }
        if isBasic {
            ends.append(contentsOf: unitEnds[..<count])
        } else {
            appendScalarOffsets(count, in: scalars, to: &ends)
        }
    }

    /// Offsets in UTF-16 become offsets in scalars; both rise.
    private func appendScalarOffsets(
        _ count: Int, in scalars: borrowing Span<UInt32>, to ends: inout [Int32]
    ) {
        var scalar = 0
        var unit: Int32 = 0
        for index in 0..<count {
            while unit < unitEnds[index], scalar < scalars.count {
                unit += scalars[scalar] < 0x10000 ? 1 : 2
                scalar += 1
            }
            ends.append(Int32(scalar))
        }
    }
}
