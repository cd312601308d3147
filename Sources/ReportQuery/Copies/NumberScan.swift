/// Reads the figures of a text (数字), to tell a copy with new figures from one with the old.
enum NumberScan {
    /// Appends the figures of a text, rising: digits with what stands between them (1,350 3.5) as one value.
    /// Those before the first word number the paragraph and are left out, as are figures with masks in
    /// them (20xx).
    static func append(_ text: String, to numbers: inout [UInt32]) {
        let start = numbers.count
        var value: UInt32 = 0
        var digits = 0
        var isMasked = false
        var hasWord = false
        func close() {
            if digits > 0, hasWord, !isMasked { numbers.append(value) }
            value = 0
            digits = 0
            isMasked = false
        }
        for scalar in text.unicodeScalars {
            let code = scalar.value
            let half = (0xFF01...0xFF5E).contains(code) ? code - 0xFEE0 : code
            switch half {
            case 0x30...0x39:
                value = value &* 31 &+ (half - 0x2F)
                digits += 1
            case 0x2E, 0x2C:
                if digits > 0, half == 0x2E { value = value &* 31 &+ 11 }
            case 0x58, 0x78, 0x2A, 0xD7:
                isMasked = true
                digits += 1
            default:
                close()
                if code >= 0x4E00 { hasWord = hasWord || code < 0xFF00 }
            }
        }
        close()
        numbers[start...].sort()
    }

    /// How many figures were changed between two lists that rise: of the shorter one, those the other lacks.
    /// What only the longer one has beyond that was masked or left out, not changed. O(both).
    static func difference(_ left: ArraySlice<UInt32>, _ right: ArraySlice<UInt32>) -> Int {
        var common = 0
        var first = left.startIndex
        var second = right.startIndex
        while first < left.endIndex, second < right.endIndex {
            if left[first] == right[second] {
                common += 1
                first += 1
                second += 1
            } else if left[first] < right[second] {
                first += 1
            } else {
                second += 1
            }
        }
        return min(left.count, right.count) - common
    }
}
