/// What stands inside quotation marks, title marks and brackets (引号、书名号、括号).
///
/// A mark that is not closed nearby encloses nothing: damage must not swallow the rest of a line.
struct TextRegions {
    private enum Part { static let quoted: UInt8 = 1, bracketed: UInt8 = 2 }

    private var parts: [UInt8] = []
    /// Names in quotation or title marks, marks included, in order.
    private(set) var names: [Range<Int>] = []

    /// How far off the closing mark may be, in scalars.
    private static let reach = 80

    init() {}

    init(_ text: borrowing FoldedText) { read(text) }

    /// Puts the regions of another text in place of the present ones.
    mutating func read(_ text: borrowing FoldedText) {
        parts.removeAll(keepingCapacity: true)
        names.removeAll(keepingCapacity: true)
        var next = 0
        for stop in text.stops {
            let index = Int(stop)
            guard index >= next, text.kind(index).contains(.opening),
                let end = Self.end(of: index, in: text)
            else { continue }
            if parts.isEmpty { parts.append(contentsOf: repeatElement(0, count: text.count)) }
            let isBracket = Self.brackets.contains(text.scalars[index])
            for place in index..<end { parts[place] = isBracket ? Part.bracketed : Part.quoted }
            if !isBracket { names.append(index..<end) }
            next = end
        }
    }

    /// One past the mark that closes the one at `start`.
    private static func end(of start: Int, in text: borrowing FoldedText) -> Int? {
        let opening = text.scalars[start]
        let closing = closing(opening)
        var depth = 1
        var index = start + 1
        while index < text.count, index - start <= reach {
            if text.scalars[index] == closing {
                depth -= 1
                if depth == 0 { return index + 1 }
            } else if text.scalars[index] == opening {
                depth += 1
            }
            index += 1
        }
        return nil
    }

    private static let brackets = ScalarSet("(〔[【")

    private static func closing(_ opening: UInt32) -> UInt32 {
        switch opening {
        case 0x201C: 0x201D
        case 0x2018: 0x2019
        case 0x300A: 0x300B
        case 0x3008: 0x3009
        case 0x300C: 0x300D
        case 0x300E: 0x300F
        case 0x28: 0x29
        case 0x3014: 0x3015
        case 0x3010: 0x3011
        case 0x5B: 0x5D
        default: opening
        }
    }

    /// Inside quotation or title marks, the marks included.
    func isQuoted(_ index: Int) -> Bool {
        !parts.isEmpty && parts[index] == Part.quoted
    }

    /// Inside marks of any kind, the marks included.
    func isEnclosed(_ index: Int) -> Bool {
        !parts.isEmpty && parts[index] != 0
    }
}
