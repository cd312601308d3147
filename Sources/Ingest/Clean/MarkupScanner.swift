import Documents

/// Finds the Markdown of a line and takes it out, keeping what it says about structure (标记).
///
/// In plain text only a whole bold line that opens with a number, and `# ` before words, are certain:
/// there `**` mostly masks a name.
struct MarkupScanner {
    private static let kind = "markup"

    let isMarkdown: Bool
    private var heading: Int?
    private var isBold = false
    private var isItem = false
    /// Where the bold words that open the line end, in bytes of the raw line.
    private var leadEnd: Int?

    init(isMarkdown: Bool) {
        self.isMarkdown = isMarkdown
    }

    /// What the markup that was taken out said.
    func result(_ text: MendedText) -> Markup {
        if let heading { return .heading(heading) }
        if isBold { return .bold }
        if let leadEnd {
            let length = text.count(before: leadEnd)
            return length < text.bytes.count ? .boldLead(length) : .bold
        }
        return isItem ? .listItem : .none
    }

    mutating func strip(_ text: inout MendedText) {
        text.trim()
        stripPipes(&text)
        stripLineStart(&text)
        stripEscapes(&text)
        stripBold(&text)
    }

    private mutating func stripLineStart(_ text: inout MendedText) {
        let bytes = text.bytes
        guard let first = bytes.first else { return }
        if first == 0x23 {
            let count = bytes.prefix { $0 == 0x23 }.count
            guard count <= 6, count < bytes.count else { return }
            let isSpaced = WhiteSpace.length(bytes.span, at: count) > 0
            guard isSpaced || (isMarkdown && Numbering.opens(bytes.span, at: count)) else { return }
            text.apply([.init(range: 0..<count, kind: Self.kind)])
            heading = heading ?? count
        } else if isMarkdown, bytes.count > 1, bytes[1] == 0x20,
            first == 0x2D || first == 0x2B || first == 0x2A
        {
            text.apply([.init(range: 0..<1, kind: Self.kind)])
            isItem = true
        } else if isMarkdown, first == 0x3E {
            text.apply([.init(range: 0..<1, kind: Self.kind)])
        }
    }

    /// | 项目 | 计划 | is a row of a table: its cells by tabs, as other formats' tables come.
    private func stripPipes(_ text: inout MendedText) {
        let bytes = text.bytes
        guard bytes.first == 0x7C, bytes.last == 0x7C, !Self.isRule(bytes) else { return }
        var mends: [MendedText.Mend] = []
        var position = 0
        while position < bytes.count {
            guard bytes[position] == 0x7C else {
                position += 1
                continue
            }
            var start = position
            while start > 0, bytes[start - 1] == 0x20 { start -= 1 }
            var end = position + 1
            while end < bytes.count, bytes[end] == 0x20 { end += 1 }
            let isInner = start > 0 && end < bytes.count
            mends.append(
                .init(
                    range: max(start, mends.last?.range.upperBound ?? 0)..<end,
                    new: isInner ? [0x09] : [], kind: Self.kind))
            position = end
        }
        guard mends.count > 2 else { return }
        text.apply(mends)
    }

    /// A backslash before a mark keeps Markdown from reading it; it is none of the text's own.
    private func stripEscapes(_ text: inout MendedText) {
        guard isMarkdown, text.bytes.contains(0x5C) else { return }
        let bytes = text.bytes
        var mends: [MendedText.Mend] = []
        for position in bytes.indices.dropLast() where bytes[position] == 0x5C {
            let next = bytes[position + 1]
            let isMark =
                (0x21...0x2F).contains(next) || (0x5B...0x60).contains(next) && next != 0x5C
                || next == 0xE2 || next == 0xE3 || next == 0xEF
            if isMark { mends.append(.init(range: position..<position + 1, kind: Self.kind)) }
        }
        text.apply(mends)
    }

    private mutating func stripBold(_ text: inout MendedText) {
        let bytes = text.bytes
        guard bytes.contains(0x2A), let tokens = Self.tokens(bytes), !tokens.isEmpty else { return }
        guard isMarkdown else {
            guard tokens.count == 2, tokens[0] == 0, tokens[1] == bytes.count - 2,
                Numbering.opens(bytes.span, at: 2)
            else { return }
            isBold = true
            return remove(tokens, &text)
        }
        if tokens.count % 2 == 1 {
            // One end of a bold run that goes over lines, when it stands at an end of this one.
            guard tokens.count == 1,
                (tokens[0] == 0 && !Self.isMask(bytes, after: 2)) || tokens[0] == bytes.count - 2
            else { return }
            return remove(tokens, &text)
        }
        let isMasked = tokens.allSatisfy { Self.isMask(bytes, after: $0 + 2) }
        guard !isMasked else { return }
        if tokens[0] == 0, heading == nil {
            if tokens.count == 2, tokens[1] == bytes.count - 2 {
                isBold = true
            } else if leadEnd == nil {
                leadEnd = text.origins[tokens[1]]
            }
        }
        remove(tokens, &text)
    }

    private func remove(_ tokens: [Int], _ text: inout MendedText) {
        text.apply(tokens.map { .init(range: $0..<$0 + 2, kind: Self.kind) })
    }

    /// Where `**` stands; `nil` when there are runs of another length, which say nothing certain.
    private static func tokens(_ bytes: [UInt8]) -> [Int]? {
        var tokens: [Int] = []
        var position = 0
        while position < bytes.count {
            guard bytes[position] == 0x2A else {
                position += 1
                continue
            }
            var end = position
            while end < bytes.count, bytes[end] == 0x2A { end += 1 }
            switch end - position {
            case 1: break
            case 2: tokens.append(position)
            // The end of one bold run and the beginning of the next.
            case 4 where tokens.count % 2 == 1: tokens += [position, position + 2]
            default: return nil
            }
            position = end
        }
        return tokens
    }

    private static let masked: Set<[UInt8]> = Set(
        "市区县省州盟旗镇乡村街局厅校院人名万元年月日号路同".unicodeScalars.map {
            Array(String($0).utf8)
        })

    /// Whether what follows is what a masked name or number is followed by: **市, **名.
    private static func isMask(_ bytes: [UInt8], after position: Int) -> Bool {
        position + 3 <= bytes.count && masked.contains(Array(bytes[position..<position + 3]))
    }

    /// Whether a line is a rule of dashes or the frame of a table, or stars alone.
    static func isRule(_ bytes: [UInt8]) -> Bool {
        var marks = 0
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            switch scalar {
            case "-", "=", "*", "_", "~", "#", "★", "☆", "◆", "■", "●", "▲", "—", "─", "━", "═",
                "＝", "＿", "－", "～":
                marks += 1
            case " ", "|", ":", "+", ">", "\u{3000}": break
            default: return false
            }
        }
        return marks >= 3 || bytes.allSatisfy { $0 == 0x3E || $0 == 0x20 }
    }

    static func isComment(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: "<!--".utf8) && bytes.suffix(3).elementsEqual("-->".utf8)
    }

    static func isPicture(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x21, 0x5B]) && bytes.last == 0x29
    }
}
