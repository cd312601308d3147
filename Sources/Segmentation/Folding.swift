import Vocabulary

/// Folds scalars that a reader takes for the same: traditional to simplified, full to half width,
/// upper to lower case (归一). One scalar becomes one scalar, so offsets stay true.
@usableFromInline
package struct Folding: Sendable {
    /// What each scalar of the basic plane folds to.
    @usableFromInline let table: [UInt16]

    /// The folding of this build: ICU's character table Traditional-Simplified, the full-width forms
    /// of Unicode, and simple lower case.
    package static let standard = Folding(
        traditional: VocabularyFile.embedded("traditional.txt") ?? "",
        radicals: VocabularyFile.embedded("radicals.txt") ?? "")

    /// - Parameters:
    ///   - traditional: a line a pair, the traditional character first.
    ///   - radicals: likewise characters that look like others: Kangxi radicals (⼥), the radicals
    ///     supplement (⻓), compatibility ideographs.
    init(traditional: String, radicals: String = "") {
        var table = (0...UInt16.max).map { $0 }
        for scalar in 0xFF01...0xFF5E { table[scalar] = UInt16(scalar - 0xFEE0) }
        table[0x3000] = 0x20
        table[0xA0] = 0x20
        for line in traditional.split(separator: "\n") {
            let pair = Array(line.unicodeScalars)
            guard pair.count == 2, pair[0].value < 0x10000, pair[1].value < 0x10000 else {
                continue
            }
            table[Int(pair[0].value)] = UInt16(pair[1].value)
        }
        for line in radicals.split(separator: "\n") {
            let pair = Array(line.unicodeScalars)
            guard pair.count == 2, pair[0].value < 0x10000, pair[1].value < 0x10000 else {
                continue
            }
            table[Int(pair[0].value)] = UInt16(pair[1].value)
        }
        // The table leads in circles and steps here and there (苎 ↔ 苧): of two that lead to each other the
        // first stands for both, and every step is taken at once, so that folding twice is folding once.
        for (scalar, folded) in table.enumerated()
        where Int(table[Int(folded)]) == scalar && scalar < folded {
            table[scalar] = UInt16(scalar)
        }
        for scalar in table.indices { table[scalar] = table[Int(table[scalar])] }
        for (scalar, folded) in table.enumerated() where folded < 0x590 || folded > 0x1E00 {
            guard folded < 0x2E80 || folded > 0xFF00, let value = Unicode.Scalar(folded) else {
                continue
            }
            let lower = value.properties.lowercaseMapping.unicodeScalars
            if lower.count == 1, let first = lower.first, first.value < 0x10000 {
                table[scalar] = UInt16(first.value)
            }
        }
        self.table = table
    }

    /// The folded form of one scalar.
    @inlinable
    package func fold(_ scalar: UInt32) -> UInt32 {
        scalar < 0x10000 ? UInt32(table[Int(scalar)]) : scalar
    }

    /// The folded scalars of a text, one for each of its own.
    package func fold(_ text: some StringProtocol) -> [UInt32] {
        fold(String(text))
    }

    /// The folded scalars of a text, one for each of its own.
    package func fold(_ text: String) -> [UInt32] {
        var scalars: [UInt32] = []
        scalars.reserveCapacity(text.utf8.count / 2)
        fold(text, into: &scalars)
        return scalars
    }

    /// As `fold(_:)`, into an array whose memory serves again.
    package func fold(_ text: String, into scalars: inout [UInt32]) {
        scalars.removeAll(keepingCapacity: true)
        let table = table.span
        ScalarText.forEach(in: text) { scalar in
            scalars.append(scalar < 0x10000 ? UInt32(table[Int(scalar)]) : scalar)
        }
    }

    /// A text with every scalar folded.
    package func folded(_ text: some StringProtocol) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            folded.append(Unicode.Scalar(fold(scalar.value)) ?? scalar)
        }
        return String(folded)
    }
}
