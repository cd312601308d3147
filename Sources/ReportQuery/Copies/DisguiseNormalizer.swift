import ReportModel
import Segmentation
import Vocabulary

/// Reduces a text to what copies in disguise keep (去伪装): its Han characters, folded, without numbers,
/// masks, place levels and the other things `copies.yml` lists.
///
/// Scalars are kept as 16 bits; rarer planes are cut to their low half, which can only make two rare
/// characters look the same.
package struct DisguiseNormalizer: Sendable {
    private struct Row: Decodable {
        let leaveOut: String
        let text: [String]

        enum CodingKeys: String, CodingKey {
            case leaveOut = "leave-out"
            case text
        }
    }

    private let folding: Folding
    /// For each scalar of the basic plane: whether it is kept.
    private let keeps: [Bool]
    /// Words left out, by their first scalar, longest first.
    private let words: [UInt32: [[UInt32]]]

    /// - Throws: `ReportError` when a `copies.yml` cannot be read.
    package init(folding: Folding = .standard) throws(ReportError) {
        self.folding = folding
        var keeps = (0..<UInt32(0x10000)).map { IndexTerms.isHan($0) && $0 != 0x3007 }
        var words: [UInt32: [[UInt32]]] = [:]
        for row in try VocabularyFile.rows("copies.yml", as: Row.self) {
            for text in row.text {
                let scalars = folding.fold(text)
                if row.leaveOut == "words", scalars.count > 1 {
                    words[scalars[0], default: []].append(scalars)
                } else {
                    for scalar in scalars where scalar < 0x10000 { keeps[Int(scalar)] = false }
                }
            }
        }
        self.keeps = keeps
        self.words = words.mapValues { $0.sorted { $0.count > $1.count } }
    }

    /// A text's kept scalars, and for each its place in the text.
    func normalize(_ text: [UInt32], into kept: inout [UInt16], origins: inout [Int32]) {
        forEachKept(text) { scalar, place in
            kept.append(scalar)
            origins.append(Int32(truncatingIfNeeded: place))
        }
    }

    /// Appends a text's kept scalars.
    func normalize(_ text: String, into kept: inout [UInt16]) {
        forEachKept(folding.fold(text)) { scalar, _ in kept.append(scalar) }
    }

    /// The text, folded as comparison sees it.
    func folded(_ text: String) -> [UInt32] { folding.fold(text) }

    @inline(__always)
    private func forEachKept(_ text: [UInt32], _ body: (UInt16, Int) -> Void) {
        var place = 0
        while place < text.count {
            let scalar = text[place]
            guard scalar < 0x10000 ? keeps[Int(scalar)] : IndexTerms.isHan(scalar) else {
                place += 1
                continue
            }
            if let length = wordLength(in: text, at: place) {
                place += length
                continue
            }
            body(UInt16(truncatingIfNeeded: scalar), place)
            place += 1
        }
    }

    private func wordLength(in text: [UInt32], at place: Int) -> Int? {
        guard let candidates = words[text[place]] else { return nil }
        for word in candidates where place + word.count <= text.count {
            if (1..<word.count).allSatisfy({ text[place + $0] == word[$0] }) { return word.count }
        }
        return nil
    }
}
