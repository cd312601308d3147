import ReportModel

/// Turns texts into vectors whose cosines say how alike they are in meaning (向量模型).
package protocol Embedder: Sendable {
    /// The model's name: vectors of different models cannot be compared.
    var model: String { get }

    /// A vector of one length for every text, in their order.
    ///
    /// - Parameter areQuestions: whether the texts ask; else they are passages.
    /// - Throws: `ReportError` when the model cannot be used.
    func vectors(of texts: [String], areQuestions: Bool) throws(ReportError) -> [[Float]]
}

/// A vector of length 1 in a byte a number, with the scale that gives the numbers back (量化向量).
package struct PackedVector: Sendable, Hashable {
    /// The scale, a little-endian float of four bytes, then the numbers.
    package let bytes: [UInt8]

    /// - Returns: `nil` for a vector without length, or with a number that is none.
    package init?(_ numbers: [Float]) {
        let length = numbers.reduce(0) { $0 + $1 * $1 }.squareRoot()
        guard length.isFinite, length > 0 else { return nil }
        let most = numbers.reduce(0) { max($0, abs($1)) }
        let scale = most / length / Self.largest
        var bytes: [UInt8] = []
        bytes.reserveCapacity(numbers.count + Self.head)
        for shift in [UInt32(0), 8, 16, 24] {
            bytes.append(UInt8(truncatingIfNeeded: scale.bitPattern >> shift))
        }
        for number in numbers {
            let step = Int8((number / most * Self.largest).rounded())
            bytes.append(UInt8(bitPattern: step))
        }
        self.bytes = bytes
    }

    package init?(bytes: [UInt8]) {
        guard bytes.count > Self.head else { return nil }
        self.bytes = bytes
    }

    package var dimension: Int { bytes.count - Self.head }

    var scale: Float {
        Float(
            bitPattern: UInt32(bytes[0]) | UInt32(bytes[1]) << 8 | UInt32(bytes[2]) << 16
                | UInt32(bytes[3]) << 24)
    }

    static let head = 4
    private static let largest: Float = 127
}
