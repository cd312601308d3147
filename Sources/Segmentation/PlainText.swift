/// A text as ranking compares it (比对文本): folded, without quotation marks and without the commas between
/// lone characters, because writers put them freely (“三八”妇女节, 三八妇女节, “三、八”节); each scalar
/// remembers where it stood.
package struct PlainText: Sendable {
    package let scalars: [UInt32]
    /// For each scalar its place in the text.
    package let origins: [Int32]

    package init(_ text: some StringProtocol, folding: Folding = .standard) {
        var scalars: [UInt32] = []
        var origins: [Int32] = []
        scalars.reserveCapacity(text.utf8.count / 2)
        origins.reserveCapacity(text.utf8.count / 2)
        let all = folding.fold(text)
        for (place, scalar) in all.enumerated()
        where !Self.isQuotationMark(scalar) && !Self.isLoneComma(all, at: place) {
            scalars.append(scalar)
            origins.append(Int32(place))
        }
        self.scalars = scalars
        self.origins = origins
    }

    /// Where a range of plain scalars stood in the text; quotation marks inside it included.
    package func origin(of range: Range<Int>) -> Range<Int> {
        guard let last = range.last else { return 0..<0 }
        return Int(origins[range.lowerBound])..<Int(origins[last]) + 1
    }

    /// Whether a Chinese comma stands between two characters of which each stands alone: 三、八.
    private static func isLoneComma(_ text: [UInt32], at place: Int) -> Bool {
        guard text[place] == 0x3001 else { return false }
        func isHan(_ at: Int) -> Bool { text.indices.contains(at) && IndexTerms.isHan(text[at]) }
        return isHan(place - 1) && !isHan(place - 2) && isHan(place + 1) && !isHan(place + 2)
    }

    /// Quotation marks, book title marks and what scraping makes of them.
    package static func isQuotationMark(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x22, 0x27, 0x60, 0x2018...0x201F, 0x2039, 0x203A, 0x3003, 0x3008...0x300F, 0xFF02,
            0xFF07:
            true
        default: false
        }
    }
}
