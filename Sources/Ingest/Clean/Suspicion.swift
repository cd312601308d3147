extension CleaningRules {
    /// Whether something in a line may have to go (可疑行). Most lines are clean and pass here without a
    /// copy: one pass, mostly table look-ups.
    ///
    /// - Parameter kept: the line without the white space around it.
    func suspect(_ bytes: Span<UInt8>, _ kept: Range<Int>, isMarkdown: Bool) -> Bool {
        guard !kept.isEmpty else { return false }
        let start = kept.lowerBound
        let end = kept.upperBound
        if isMarkdown, Self.opensMarkup(bytes[start]) { return true }
        switch bytes[start] {
        case 0x23, 0x3C, 0x2D, 0x3D, 0x7C: return true
        case 0xE2 where Self.opensRule(bytes, start): return true
        default: break
        }
        var position = start
        while position < end {
            let byte = bytes[position]
            if mayBegin(bytes, at: position), byte != 0x2E,
                isDamaged(bytes, at: position, isStart: position == start)
            {
                return true
            }
            if byte >= 0xE3 {
                // Zero width no-break space and variation selectors.
                if byte == 0xEF, position + 2 < end,
                    bytes[position + 1] == 0xBB || bytes[position + 1] == 0xB8
                {
                    return true
                }
                position += byte >= 0xF0 ? 4 : 3
            } else if byte < 0x80 {
                if byte < 0x20 || byte == 0x7F || byte == 0x2A || byte == 0x5C { return true }
                if isMark[Int(byte)], mayBeStray(bytes, at: position) { return true }
                position += 1
            } else {
                if Invisible.length(bytes, at: position) > 0 || Pinyin.isTone(byte) { return true }
                position += byte >= 0xE0 ? 3 : 2
            }
        }
        return false
    }

    /// Whether some pattern stands at `position` that counts there.
    private func isDamaged(_ bytes: Span<UInt8>, at position: Int, isStart: Bool) -> Bool {
        pattern(in: bytes, at: position) { isStart || $0.match != .start } != nil
    }

    /// —— ──
    private static func opensRule(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
        guard start + 2 < bytes.count else { return false }
        return bytes[start + 1] == 0x80 && bytes[start + 2] == 0x94
            || (0x94...0x98).contains(bytes[start + 1])
    }

    /// # - + > | ! *
    private static func opensMarkup(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x23, 0x2D, 0x2B, 0x3E, 0x7C, 0x21, 0x2A: true
        default: false
        }
    }
}
