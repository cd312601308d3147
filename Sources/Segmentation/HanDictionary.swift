import CICU

/// ICU's dictionary of Han words and its classes of characters (词典), for `Segmenter`.
package struct HanDictionary: Sendable {
    /// The longest words that ICU looks for, in characters.
    private static let longestWord = 20

    let words: HanTrie
    /// For each character of the basic plane its code in `words` when it is a Han character, which the
    /// rules of words need not tell apart; else its class.
    private let codes: [UInt16]

    /// The linked ICU's dictionary, read once; `nil` when it has another form than expected. O(its 320 000
    /// edges), 7 MB.
    package static let icu: HanDictionary? = HanDictionary()

    private init?() {
        let length = cicu_dictionary(nil, 0)
        guard length > 0 else { return nil }
        var units = [UInt16](repeating: 0, count: Int(length))
        guard cicu_dictionary(&units, length) == length else { return nil }
        var classes = [cicu_word_class](repeating: cicu_word_unsure, count: 0x10000)
        cicu_word_classes(&classes)
        let words = SerializedTrie.read(units, longestWord: Self.longestWord) {
            classes[Int($0)] == cicu_word_han
        }
        guard let (words, codes) = words?.build() else { return nil }
        self.words = words
        self.codes = zip(classes, codes).map { wordClass, code in
            wordClass == cicu_word_han ? code : UInt16(wordClass.rawValue)
        }
    }

    /// The codes of a text's characters, and two more of no word.
    func read(_ scalars: borrowing Span<UInt32>, into read: inout [UInt16]) {
        read.removeAll(keepingCapacity: true)
        let codes = codes.span
        let unsure = UInt16(cicu_word_unsure.rawValue)
        read.append(addingCapacity: scalars.count + 2) { read in
            for place in scalars.indices {
                let scalar = Int(scalars[place])
                read.append(scalar < codes.count ? codes[scalar] : unsure)
            }
            for _ in 0..<2 { read.append(UInt16(cicu_word_alone.rawValue)) }
        }
    }

    /// How the rules of words take a character, by its code.
    @inline(__always)
    static func wordClass(of code: UInt16) -> cicu_word_class {
        code >= HanTrie.firstCode
            ? cicu_word_han : cicu_word_class(rawValue: UInt8(truncatingIfNeeded: code))
    }
}
