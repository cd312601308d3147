import ReportIndex
import ReportModel
import ReportQuery
import Segmentation

/// A passage on its way out (导出段落): masked when that was asked for.
struct ExportPassage {
    let frozen: FrozenPassage
    let passage: Passage
    /// Place in the corpus, from 1: what ids in exports are made of.
    let position: Int
    /// The text, masked.
    let text: String
    let replacements: [Masking.Replacement]

    init(
        frozen: FrozenPassage, passage: Passage, position: Int, masking: Masking?
    ) {
        self.frozen = frozen
        self.passage = passage
        self.position = position
        replacements = masking?.replacements(in: passage) ?? []
        text = Masking.apply(replacements, to: passage.text)
    }

    var id: String { "p\(position)" }

    /// One word or mark of the text.
    struct Token {
        let form: String
        let isWord: Bool
        /// White space follows, or the text ends.
        let hasSpaceAfter: Bool
        /// A sentence ends with it.
        let endsSentence: Bool
    }

    /// The sentences of the text as they are written, with their tokens; a replacement is one token.
    func sentences() -> [(text: String, tokens: [Token])] {
        let scalars = Array(passage.text.unicodeScalars)
        let values = scalars.map(\.value)
        let pieces = pieces(values)
        var sentences: [(text: String, tokens: [Token])] = []
        for sentence in Sentences.ranges(of: values) {
            var text = String.UnicodeScalarView()
            var tokens: [Token] = []
            // A replacement that runs over the sentence's end belongs to the sentence it begins in.
            for piece in pieces where sentence.contains(piece.range.lowerBound) {
                let form = piece.form ?? String(String.UnicodeScalarView(scalars[piece.range]))
                text.append(contentsOf: form.unicodeScalars)
                guard !piece.isSpace else { continue }
                let next = piece.range.upperBound
                tokens.append(
                    Token(
                        form: form,
                        isWord: piece.form != nil
                            || IndexTerms.isWord(values[piece.range.lowerBound]),
                        hasSpaceAfter: next < values.count && Self.isSpace(values[next]),
                        endsSentence: false))
            }
            let whole = Self.trimmed(String(text))
            if !tokens.isEmpty { sentences.append((whole, tokens)) }
        }
        return sentences
    }

    private struct Piece {
        let range: Range<Int>
        let form: String?
        let isSpace: Bool
    }

    /// Words as they were segmented, marks one by one, replacements whole.
    private func pieces(_ values: [UInt32]) -> [Piece] {
        var pieces: [Piece] = []
        var place = 0
        var pending = replacements[...]
        for end in passage.breaks.ends where end <= values.count {
            while place < end {
                if let next = pending.first, next.range.lowerBound <= place {
                    pieces.append(Piece(range: next.range, form: next.replacement, isSpace: false))
                    place = max(place + 1, next.range.upperBound)
                    pending = pending.dropFirst()
                    continue
                }
                let stop = min(end, pending.first?.range.lowerBound ?? end)
                let isWord = IndexTerms.isWord(Folding.standard.fold(values[place]))
                let until = isWord ? stop : place + 1
                pieces.append(
                    Piece(range: place..<until, form: nil, isSpace: Self.isSpace(values[place])))
                place = until
            }
        }
        return pieces
    }

    private static func isSpace(_ scalar: UInt32) -> Bool {
        Unicode.Scalar(scalar)?.properties.isWhitespace ?? false
    }

    private static func trimmed(_ text: String) -> String {
        var scalars = Array(text.unicodeScalars)[...]
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
        return String(String.UnicodeScalarView(scalars))
    }

    /// Who said it, when and where: enough to find the line again.
    var citation: String { Self.citation(of: passage) }

    static func citation(of passage: Passage) -> String {
        let report = passage.report
        let unit = report.unit.name.map { name in
            report.unit.region.filter { !name.contains($0) }.joined() + name
        }
        var year = report.year.year.map { "\($0)" } ?? "年份不详"
        if report.year.basis == .inferred { year = "约" + year }
        return "\(unit ?? "单位不详")《\(report.title)》，\(year)，\(report.path) 第 \(passage.line) 行"
    }
}
