/// Readings that a site put behind traditional characters: 婦聯(lián) (拼音夹注).
enum Pinyin {
    /// Whether a byte begins a letter with a tone mark: ā é ǐ ò ü.
    @inline(__always)
    static func isTone(_ byte: UInt8) -> Bool {
        byte == 0xC3 || byte == 0xC4 || byte == 0xC5 || byte == 0xC7
    }

    /// The length of a reading in brackets at `position`, right behind a Chinese character; 0 for none.
    ///
    /// One to six letters, one of them with a tone: (lián), not (km).
    static func length(_ bytes: Span<UInt8>, at position: Int) -> Int {
        guard bytes[position] == 0x28, position >= 3, bytes[position - 3] >= 0xE3,
            bytes[position - 3] <= 0xE9
        else { return 0 }
        var end = position + 1
        var letters = 0
        var hasTone = false
        while end < bytes.count, letters <= 6 {
            let byte = bytes[end]
            if (0x61...0x7A).contains(byte) {
                end += 1
            } else if isTone(byte), end + 1 < bytes.count {
                hasTone = true
                end += 2
            } else {
                break
            }
            letters += 1
        }
        guard hasTone, (1...6).contains(letters), end < bytes.count, bytes[end] == 0x29 else {
            return 0
        }
        return end + 1 - position
    }
}
