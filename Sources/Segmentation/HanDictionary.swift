import CICU

/// ICU's dictionary of Han words and its classes of characters (词典), for `Segmenter`.
package struct HanDictionary: Sendable {
    /// The longest words that ICU looks for, in characters.
    private static let longestWord = 20

    let words: HanTrie
    /// How the rules of words take each character of the basic plane.
    let classes: [cicu_word_class]

    /// The linked ICU's dictionary, read once; `nil` when it has another form than expected. O(its
    /// 250 000 words), 10 MB.
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
        guard let words else { return nil }
        self.words = words
        self.classes = classes
    }
}
