/// A text as ranking compares it (比对文本): folded, without quotation marks, because writers put them freely
/// (“三八”妇女节, 三八妇女节); each scalar remembers where it stood.
package struct PlainText: Sendable {
    package let scalars: [UInt32]
    /// For each scalar its place in the text.
    package let origins: [Int32]

    package init(_ text: some StringProtocol, folding: Folding = .standard) {
        var scalars: [UInt32] = []
        var origins: [Int32] = []
        scalars.reserveCapacity(text.utf8.count / 2)
        origins.reserveCapacity(text.utf8.count / 2)
        var place: Int32 = 0
        for scalar in text.unicodeScalars {
            if !Self.isQuotationMark(scalar.value) {
                scalars.append(folding.fold(scalar.value))
                origins.append(place)
            }
            place += 1
        }
        self.scalars = scalars
        self.origins = origins
    }

    /// Where a range of plain scalars stood in the text; quotation marks inside it included.
    package func origin(of range: Range<Int>) -> Range<Int> {
        guard let last = range.last else { return 0..<0 }
        return Int(origins[range.lowerBound])..<Int(origins[last]) + 1
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
