/// Headings without a number that a report uses all through (无序号标题): questions (哪些事没有办好？) and slogans
/// (伸出援手，不让困难家庭雪上加霜). One such line is no proof; three are a habit.
extension Outline {
    private static let ends = Set("。；：，！;:,!、".unicodeScalars)
    private static let brackets: [Character: Character] = [
        "【": "】", "〖": "〗", "〔": "〕", "[": "]", "［": "］", "「": "」",
    ]
    private static let questions = Set("？?".unicodeScalars)

    /// Whether a short line without a full stop stands above a much longer one, behind a line that ends.
    func isSlogan(_ place: Int) -> Bool {
        guard place > 0, place + 1 < content.count else { return false }
        let (above, line, below) = (
            shapes[content[place - 1]], shapes[content[place]], shapes[content[place + 1]]
        )
        guard (4...26).contains(line.length), line.numbering == nil,
            draft.lines[content[place]].markup == .none, line.isSingle,
            below.length >= 30, below.length > 2 * line.length,
            below.endsSentence || below.numbering != nil,
            above.endsSentence || place <= titleCount + 1 || isRow(place - 1)
        else { return false }
        let text = String(decoding: line.bytes, as: UTF8.self)
        guard let last = text.unicodeScalars.last, !Self.ends.contains(last),
            !line.endsSentence || Self.questions.contains(last),
            !text.unicodeScalars.contains(where: { $0 == "\t" || $0 == "|" || $0 == "。" })
        else { return false }
        return !form.isDate(text) && !form.isDay(text) && !form.isSigner(line, text)
    }

    /// The words of a heading without a number; a question stays one.
    func plainHeading(_ shape: LineShape) -> String {
        let text = withoutFigure(shape)
        return String(decoding: shape.bytes, as: UTF8.self).hasSuffix("？") ? text + "？" : text
    }

    /// 【坚持依法维权，促进和谐稳定】 alone on its line.
    func isWholeBracket(_ shape: LineShape) -> Bool {
        let text = String(decoding: shape.bytes[shape.start..<shape.end], as: UTF8.self)
        guard shape.length <= 30, let first = text.first, let last = text.last,
            let close = Self.brackets[first]
        else { return false }
        return last == close && text.count { $0 == first } == 1
    }
}
