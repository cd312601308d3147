import Segmentation
import Vocabulary

/// How much a text looks like Chinese that people write (字频): tells the right decoding from a wrong
/// one that happens to be valid.
///
/// Wrong decodings give rare characters: of real text more than nine characters in ten are among the
/// 1,500 commonest, of text in the wrong encoding one in four or fewer.
package struct Commonness: Sendable {
    /// The worth of each scalar of the basic plane, in tenths.
    private let worth: [Int8]

    /// With the embedded list of characters.
    package static let standard = Commonness(
        common: VocabularyFile.embedded("common-characters.txt") ?? "")

    init(common: String) {
        let folding = Folding.standard
        var worth = [Int8](repeating: -5, count: 0x10000)
        for scalar in 0x4E00...0x9FFF { worth[scalar] = -3 }
        var known = Set<UInt32>()
        for scalar in common.unicodeScalars where scalar.value >= 0x4E00 {
            known.insert(scalar.value)
        }
        for scalar in UInt32(0x3400)...0x9FFF where known.contains(folding.fold(scalar)) {
            worth[Int(scalar)] = 10
        }
        for scalar in 0x20...0x7E { worth[scalar] = 4 }
        for scalar in 0xFF01...0xFF5E { worth[scalar] = 4 }
        for scalar in [0x09, 0x0A, 0x0D, 0x3000] { worth[scalar] = 4 }
        for scalar in "，。、；：？！“”‘’（）《》【】—…·％×○〔〕①②③".unicodeScalars {
            worth[Int(scalar.value)] = 8
        }
        for scalar in 0x00...0x1F where ![0x09, 0x0A, 0x0C, 0x0D].contains(scalar) {
            worth[scalar] = -40
        }
        for scalar in 0x80...0x9F { worth[scalar] = -40 }
        for scalar in 0xE000...0xF8FF { worth[scalar] = -20 }
        for scalar in 0xFFF0...0xFFFF { worth[scalar] = -40 }
        self.worth = worth
    }

    /// The mean worth of a text's characters: near 1 for Chinese, below 0 for a wrong decoding.
    package func score(_ text: some StringProtocol) -> Double {
        var sum = 0
        var count = 0
        for scalar in text.unicodeScalars {
            sum += scalar.value < 0x10000 ? Int(worth[Int(scalar.value)]) : -10
            count += 1
        }
        return count == 0 ? 0 : Double(sum) / Double(count) / 10
    }
}
