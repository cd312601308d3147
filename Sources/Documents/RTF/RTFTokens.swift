/// The tokens of rich text (RTF 记号).
enum RTFToken: Hashable {
    case open
    case close
    /// A control word or symbol with its number.
    case control(String, Int?)
    /// A byte of text, written plainly or as `\'b9`.
    case byte(UInt8)
}

/// Splits rich text into tokens. Line ends in the file mean nothing.
struct RTFTokens {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> RTFToken? {
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case 0x7B: return .open
            case 0x7D: return .close
            case 0x5C: return control()
            case 0x0A, 0x0D, 0: continue
            default: return .byte(byte)
            }
        }
        return nil
    }

    private mutating func control() -> RTFToken? {
        guard position < bytes.count else { return nil }
        let first = bytes[position]
        guard Self.isLetter(first) else {
            position += 1
            switch first {
            case 0x27:
                guard position + 1 < bytes.count, let high = Self.digit(bytes[position]),
                    let low = Self.digit(bytes[position + 1])
                else { return .control("'", nil) }
                position += 2
                return .byte(high << 4 | low)
            case 0x5C, 0x7B, 0x7D: return .byte(first)
            case 0x0A, 0x0D: return .control("par", nil)
            default: return .control(String(decoding: [first], as: UTF8.self), nil)
            }
        }
        let start = position
        while position < bytes.count, Self.isLetter(bytes[position]), position - start < 32 {
            position += 1
        }
        let word = String(decoding: bytes[start..<position], as: UTF8.self)
        return .control(word, number())
    }

    /// The number after a control word, and the one space that ends it.
    private mutating func number() -> Int? {
        var value: Int?
        var isNegative = false
        if position < bytes.count, bytes[position] == 0x2D {
            isNegative = true
            position += 1
        }
        var digits = 0
        while position < bytes.count, bytes[position] >= 0x30, bytes[position] <= 0x39, digits < 10
        {
            value = (value ?? 0) * 10 + Int(bytes[position] - 0x30)
            position += 1
            digits += 1
        }
        if position < bytes.count, bytes[position] == 0x20 { position += 1 }
        return value.map { isNegative ? -$0 : $0 }
    }

    /// Passes over bytes that are not text.
    mutating func skip(_ count: Int) {
        position = min(bytes.count, position + max(0, count))
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x41 && byte <= 0x5A)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
