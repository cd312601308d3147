/// Cuts what comes in into lines (分行): a message is a line, and one longer than `most` is dropped as it comes.
package struct LineSplitter: Sendable {
    package enum Line: Sendable, Equatable {
        case whole([UInt8])
        case tooLong
    }

    /// Bytes of a line at most.
    package static let most = 1 << 20

    private var begun: [UInt8] = []
    private var isTooLong = false

    package init() {}

    /// The lines that end in a chunk. O(bytes).
    package mutating func lines(in chunk: some Sequence<UInt8>) -> [Line] {
        var lines: [Line] = []
        for byte in chunk {
            if byte == 0x0A {
                lines.append(isTooLong ? .tooLong : .whole(begun))
                begun.removeAll(keepingCapacity: true)
                isTooLong = false
            } else if begun.count < Self.most {
                begun.append(byte)
            } else {
                isTooLong = true
            }
        }
        return lines
    }

    /// The line that no line end closed; `nil` when there is none.
    package mutating func rest() -> Line? {
        defer { self = LineSplitter() }
        return isTooLong ? .tooLong : begun.isEmpty ? nil : .whole(begun)
    }
}
