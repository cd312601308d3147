extension Outline {
    /// The heading a long numbered line opens with; `nil` when it is an ordinary sentence.
    func glued(_ shape: LineShape) -> String? {
        if let own = beforeColon(shape) { return own }
        if let own = known(shape) { return own }
        if let own = beforeSpace(shape) { return own }
        if let end = subjects.start(in: shape) { return trimmed(shape, shape.start..<end) }
        guard shape.sentenceEnd < shape.end,
            !words.statementOpeners.stand(in: shape.bytes, at: shape.start)
        else { return nil }
        let length = shape.characters(shape.start..<shape.sentenceEnd)
        guard (3...45).contains(length), !hasFigure(shape, shape.start..<shape.sentenceEnd) else {
            return nil
        }
        // A sentence with nothing but a remark in brackets behind it is an item.
        let rest = shape.bytes[min(shape.bytes.count, shape.sentenceEnd + 3)...]
        guard !rest.starts(with: "（".utf8), !rest.starts(with: "(".utf8) else { return nil }
        return trimmed(shape, shape.start..<shape.sentenceEnd)
    }

    /// 认定示范家庭农场11家，每家奖补2万元: what counts things is done, not headed.
    private func hasFigure(_ shape: LineShape, _ range: Range<Int>) -> Bool {
        var position = range.lowerBound
        while position < range.upperBound {
            guard Ordinal.digit(UInt32(shape.bytes[position])) != nil else {
                position += 1
                continue
            }
            while position < range.upperBound,
                Ordinal.digit(UInt32(shape.bytes[position])) != nil || shape.bytes[position] == 0x2E
            {
                position += 1
            }
            if position < range.upperBound, words.figureUnits.stand(in: shape.bytes, at: position) {
                return true
            }
        }
        return false
    }

    /// 存在的问题车间订单不稳: words that only head a section, and text right behind them.
    func known(_ shape: LineShape) -> String? {
        guard
            let word = words.gluedHeadings.first(where: {
                shape.bytes.span.holds($0, at: shape.start)
            })
        else { return nil }
        let end = shape.start + word.count
        guard end < shape.end, shape.characters(end..<shape.end) >= 10,
            !words.headingGoesOn.stand(in: shape.bytes, at: end)
        else { return nil }
        return trimmed(shape, shape.start..<end)
    }

    /// 共识：第一届…: a few words, a colon, text.
    func beforeColon(_ shape: LineShape) -> String? {
        guard
            let colon = position(
                of: [[0xEF, 0xBC, 0x9A], [0x3A]], in: shape, to: shape.sentenceEnd),
            colon < shape.end
        else { return nil }
        let length = shape.characters(shape.start..<colon)
        return (2...24).contains(length) ? trimmed(shape, shape.start..<colon) : nil
    }

    /// 强化维权，切实保障妇女儿童合法权益：在三八…: a phrase of two halves before the colon of a long line
    /// without a number.
    func colonLead(_ shape: LineShape) -> String? {
        guard shape.numbering == nil, shape.length >= 40, let words = beforeColon(shape),
            (8...24).contains(words.unicodeScalars.count),
            words.unicodeScalars.contains("，") || words.unicodeScalars.contains("、"),
            !words.unicodeScalars.contains(where: { "0123456789是有为如".unicodeScalars.contains($0) })
        else { return nil }
        return words
    }

    /// 一、标题 正文…: a space where the line was broken before.
    private func beforeSpace(_ shape: LineShape) -> String? {
        guard
            let space = position(
                of: [[0xE3, 0x80, 0x80], [0x20], [0x09]], in: shape,
                to: min(shape.sentenceEnd, shape.start + 150))
        else { return nil }
        let length = shape.characters(shape.start..<space)
        let rest = shape.characters(space..<shape.bytes.count)
        guard (2...40).contains(length), rest >= 25 else { return nil }
        return trimmed(shape, shape.start..<space)
    }

    /// The first of some marks outside quotation marks and brackets.
    private func position(of marks: [[UInt8]], in shape: LineShape, to end: Int) -> Int? {
        var depth = 0
        var position = shape.start
        let bytes = shape.bytes
        while position < end {
            // No mark begins within a character or like the common Chinese ones.
            if (0x80...0xBF).contains(bytes[position]) || (0xE4...0xE9).contains(bytes[position]) {
                position += 1
                continue
            }
            if depth == 0, marks.stand(in: bytes, at: position) { return position }
            if Self.openers.stand(in: bytes, at: position) { depth += 1 }
            if Self.closers.stand(in: bytes, at: position) { depth = max(0, depth - 1) }
            position += 1
        }
        return nil
    }

    private static let openers: [[UInt8]] = ["“", "《", "（", "(", "‘"].map { Array($0.utf8) }
    private static let closers: [[UInt8]] = ["”", "》", "）", ")", "’"].map { Array($0.utf8) }

    func heading(_ shape: LineShape) -> String { trimmed(shape, shape.start..<shape.end) }

    /// Some words of a line without dashes and marks around them.
    func trimmed(_ shape: LineShape, _ range: Range<Int>) -> String {
        var view = shape.text(range).unicodeScalars[...]
        while let first = view.first, Self.edges.contains(first) { view.removeFirst() }
        while let last = view.last, Self.edges.contains(last) { view.removeLast() }
        return String(view)
    }

    private static let edges = Set("—－-–:：。，、；;！!？? \u{3000}\t·.,".unicodeScalars)

    /// The bold words a paragraph opens with, when they are a heading rather than 一是.
    func lead(_ shape: LineShape, _ length: Int) -> String? {
        let words = trimmed(shape, 0..<min(length, shape.bytes.count))
        let count = words.unicodeScalars.count
        let isEnumeration = words.hasPrefix("是", after: { Ordinal.chinese($0) })
        return (3...45).contains(count) && !isEnumeration ? words : nil
    }
}

extension String {
    /// Whether the text is a number and then `word`.
    fileprivate func hasPrefix(_ word: Unicode.Scalar, after digit: (UInt32) -> Int?) -> Bool {
        let rest = unicodeScalars.drop { digit($0.value) != nil }
        return rest.count < unicodeScalars.count && rest.first == word
    }
}
