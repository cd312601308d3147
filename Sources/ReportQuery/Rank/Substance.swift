import Segmentation

/// How much of substance a paragraph holds (实在程度): counted things and length, not slogans.
enum Substance {
    /// From 0 to 1: three counted things and 150 characters are all that is asked.
    static func of(_ scalars: [UInt32]) -> Double {
        0.6 * min(1, Double(countedThings(scalars)) / 3) + 0.4 * min(1, Double(scalars.count) / 150)
    }

    private static let number: UInt8 = 1
    private static let measure: UInt8 = 2
    private static let approximation: UInt8 = 3

    /// The class of each scalar of the basic plane; 0 for most.
    private static let classes: [UInt8] = {
        var classes = [UInt8](repeating: 0, count: 0x10000)
        // Numerals, and what stands in the place of a masked number.
        for scalar in "0123456789.一二三四五六七八九十百千万两x×*".unicodeScalars {
            classes[Int(scalar.value)] = number
        }
        for scalar in "人名户件份次元场家个条册期台块对位项".unicodeScalars {
            classes[Int(scalar.value)] = measure
        }
        for scalar in "余多".unicodeScalars { classes[Int(scalar.value)] = approximation }
        return classes
    }()

    /// Numbers, written or masked, with a measure word after them. O(length).
    private static func countedThings(_ scalars: [UInt32]) -> Int {
        let classes = self.classes
        var count = 0
        var isAfterNumber = false
        for scalar in scalars {
            switch scalar < 0x10000 ? classes[Int(scalar)] : 0 {
            case number: isAfterNumber = true
            case approximation: break
            case measure:
                if isAfterNumber { count += 1 }
                isAfterNumber = false
            default: isAfterNumber = false
            }
        }
        return count
    }
}
