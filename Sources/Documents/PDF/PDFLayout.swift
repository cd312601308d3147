/// A line as it stands on a page (视觉行), in points from the page's top left corner.
struct PDFLine: Sendable, Hashable {
    var text: String
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double
    /// Width of the first piece that cannot be broken, and of a Chinese character.
    var firstWidth: Double
    var em: Double
    /// A table's row, its cells separated by tabs; it is joined with nothing.
    var isRow = false

    var height: Double { bottom - top }
}

struct PDFPage: Sendable, Hashable {
    var width: Double
    var height: Double
    var lines: [PDFLine] = []
    /// The words in the order of the content, where only words are told.
    var words: [PDFWord] = []

    /// Whether some lines stand beside one another, as in a table.
    var hasNeighbours: Bool {
        let order = lines.sorted { $0.top < $1.top }
        return zip(order, order.dropFirst()).contains {
            min($0.bottom, $1.bottom) - max($0.top, $1.top) > 0.5 * min($0.height, $1.height)
                && ($0.right <= $1.left || $1.right <= $0.left)
        }
    }
}

/// Reads the pages that `pdftotext -bbox-layout` describes, or with `-raw -bbox` their words in order.
struct PDFLayout {
    static let pageLimit = 5_000
    /// In points: far beyond any page, and such that products of places are whole numbers still.
    private static let farthest = 1e9

    var pages: [PDFPage] = []
    private(set) var title = ""
    private(set) var created = ""
    private(set) var unknownSymbols = 0
    private var words: [PDFWord] = []
    private var isInWord = false
    private var isInLine = false
    private var isWordAlone = false
    private var isInTitle = false
    private var box = PDFWord()

    mutating func take(_ event: MarkupEvent) {
        switch event {
        case .start(let name, let attributes): start(name, attributes)
        case .text(let text):
            if isInWord, !words.isEmpty {
                words[words.count - 1].text += SymbolFonts.standard.meant(
                    text, font: nil, unknown: &unknownSymbols)
            } else if isInTitle {
                title += text
            }
        case .end("word"): endWord()
        case .end("line"):
            isInLine = false
            endLine()
        case .end("title"): isInTitle = false
        case .end: break
        }
    }

    private mutating func start(_ name: String, _ attributes: MarkupAttributes) {
        func number(_ key: String) -> Double {
            let value = attributes[key].flatMap { Double($0) } ?? 0
            return abs(value) < Self.farthest ? value : 0
        }
        switch name {
        case "page":
            pages.append(PDFPage(width: number("width"), height: number("height")))
        case "line":
            words = []
            isInLine = true
            box = PDFWord(
                left: number("xMin"), right: number("xMax"), top: number("yMin"),
                bottom: number("yMax"))
        case "word":
            words.append(
                PDFWord(
                    left: number("xMin"), right: number("xMax"), top: number("yMin"),
                    bottom: number("yMax")))
            isInWord = true
            isWordAlone = !isInLine
        case "title": isInTitle = true
        case "meta":
            if attributes["name"] == "CreationDate" { created = attributes["content"] ?? "" }
        default: break
        }
    }

    private mutating func endWord() {
        isInWord = false
        guard isWordAlone, let word = words.popLast(), !pages.isEmpty else { return }
        pages[pages.count - 1].words.append(word)
    }

    private mutating func endLine() {
        dropReferences()
        guard !pages.isEmpty else { return }
        words.removeAll { !$0.isUpright }
        guard !words.isEmpty else { return }
        let em = PDFWord.em(of: words)
        let text = PDFWord.text(of: words, em: em)
        pages[pages.count - 1].lines.append(
            PDFLine(
                text: text, left: box.left, right: box.right, top: box.top,
                bottom: box.bottom, firstWidth: Self.firstWidth(of: text, em: em), em: em))
    }

    /// Small raised figures refer to notes and are no part of the text.
    private mutating func dropReferences() {
        let height = words.map { $0.bottom - $0.top }.max() ?? 0
        words.removeAll { word in
            word.bottom - word.top < 0.75 * height
                && word.text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
        }
    }

    /// The width of what the line could not have been broken before: opening marks, one character
    /// or Latin word, and the closing marks after it.
    static func firstWidth(of text: String, em: Double) -> Double {
        var width = 0.0
        var hasBody = false
        var isLatin = false
        for scalar in text.unicodeScalars {
            if "“‘（《〈「『【〔(".unicodeScalars.contains(scalar), !hasBody {
                width += em
            } else if "”’）》〉」』】〕)。，、；：！？…".unicodeScalars.contains(scalar) {
                width += em
            } else if !hasBody || (isLatin && !scalar.isWide && !scalar.isBlank) {
                isLatin = !scalar.isWide
                hasBody = true
                width += isLatin ? 0.6 * em : em
            } else {
                break
            }
        }
        return width
    }
}
