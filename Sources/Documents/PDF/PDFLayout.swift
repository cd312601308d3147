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

    var height: Double { bottom - top }
}

struct PDFPage: Sendable, Hashable {
    var width: Double
    var height: Double
    var lines: [PDFLine] = []
}

/// Reads the pages that `pdftotext -bbox-layout` describes.
struct PDFLayout {
    static let pageLimit = 5_000

    private struct Word {
        var text = ""
        var left = 0.0
        var right = 0.0
        var top = 0.0
        var bottom = 0.0
    }

    private(set) var pages: [PDFPage] = []
    private(set) var title = ""
    private(set) var created = ""
    private var words: [Word] = []
    private var isInWord = false
    private var isInTitle = false
    private var box = Word()

    mutating func take(_ event: MarkupEvent) {
        switch event {
        case .start(let name, let attributes): start(name, attributes)
        case .text(let text):
            if isInWord {
                words[words.count - 1].text += text
            } else if isInTitle {
                title += text
            }
        case .end("word"): isInWord = false
        case .end("line"): endLine()
        case .end("title"): isInTitle = false
        case .end: break
        }
    }

    private mutating func start(_ name: String, _ attributes: MarkupAttributes) {
        func number(_ key: String) -> Double {
            let value = attributes[key].flatMap { Double($0) } ?? 0
            return value.isFinite ? value : 0
        }
        switch name {
        case "page":
            pages.append(PDFPage(width: number("width"), height: number("height")))
        case "line":
            words = []
            box = Word(
                left: number("xMin"), right: number("xMax"), top: number("yMin"),
                bottom: number("yMax"))
        case "word":
            words.append(
                Word(
                    left: number("xMin"), right: number("xMax"), top: number("yMin"),
                    bottom: number("yMax")))
            isInWord = true
        case "title": isInTitle = true
        case "meta":
            if attributes["name"] == "CreationDate" { created = attributes["content"] ?? "" }
        default: break
        }
    }

    private mutating func endLine() {
        dropReferences()
        guard !pages.isEmpty, let first = words.first else { return }
        let em = Self.em(of: words)
        var text = ""
        var end = first.left
        // Letters set apart (工　作　总　结) are one word.
        let isSpaced = words.count > 2 && words.allSatisfy { $0.text.unicodeScalars.count == 1 }
        for word in words {
            if let last = text.unicodeScalars.last, let next = word.text.unicodeScalars.first {
                let gap = word.left - end
                let isLatin = !last.isWide && !next.isWide
                if isLatin || (!isSpaced && gap > 0.8 * em) { text += " " }
            }
            text += word.text
            end = word.right
        }
        pages[pages.count - 1].lines.append(
            PDFLine(
                text: text.trimmed(), left: box.left, right: box.right, top: box.top,
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
    private static func firstWidth(of text: String, em: Double) -> Double {
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

    /// The width of one Chinese character: that of the widest word, over its characters.
    private static func em(of words: [Word]) -> Double {
        var best = 0.0
        for word in words where word.text.unicodeScalars.allSatisfy(\.isWide) {
            best = max(
                best, (word.right - word.left) / Double(max(1, word.text.unicodeScalars.count)))
        }
        if best > 0 { return best }
        return max(1, (words.first.map { $0.bottom - $0.top } ?? 10) * 0.8)
    }
}
