import Presentation
import ReportModel

/// Markup that may be sent (标记). What stands in a literal is markup; whatever is put into one is escaped, here
/// and nowhere else, so that a text can never become markup.
struct HTML: ExpressibleByStringInterpolation, Sendable, Hashable {
    private(set) var text: String

    init() { text = "" }

    init(stringLiteral markup: String) { text = markup }

    init(stringInterpolation interpolation: StringInterpolation) {
        text = interpolation.text
    }

    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + 64 * interpolationCount)
        }

        mutating func appendLiteral(_ markup: String) { text += markup }
        mutating func appendInterpolation(_ number: Int) { text += String(number) }
        mutating func appendInterpolation(_ html: HTML) { text += html.text }
        mutating func appendInterpolation(_ parts: [HTML]) {
            for part in parts { text += part.text }
        }
        mutating func appendInterpolation(_ plain: String) { HTML.escape(plain, into: &text) }
    }

    /// Text as it may stand between tags and in a quoted attribute. Line ends stay; what turns the order of
    /// letters around, and characters without a shape, are made visible. O(text).
    private static func escape(_ plain: String, into text: inout String) {
        for scalar in plain.unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "'": text += "&#39;"
            case "\n", "\r": text.unicodeScalars.append(scalar)
            case _ where VisibleText.isUnsafe(scalar):
                for visible in VisibleText.name(scalar).unicodeScalars {
                    switch visible {
                    case "<": text += "&lt;"
                    case ">": text += "&gt;"
                    default: text.unicodeScalars.append(visible)
                    }
                }
            default: text.unicodeScalars.append(scalar)
            }
        }
    }

    static func += (left: inout HTML, right: HTML) { left.text += right.text }

    static func + (left: HTML, right: HTML) -> HTML {
        var both = left
        both += right
        return both
    }

    var isEmpty: Bool { text.isEmpty }
}

extension Sequence<HTML> {
    func joined(_ separator: HTML = "") -> HTML {
        var all = HTML()
        for (place, part) in enumerated() {
            if place > 0 { all += separator }
            all += part
        }
        return all
    }
}
