import ReportModel

/// One line of text, parts of which stand out (带样式的文字). The one place where a terminal's escapes are
/// written; whatever else could act on a terminal is made visible here.
package struct StyledText: Sendable, Hashable, ExpressibleByStringInterpolation {
    package enum Style: Sendable, Hashable {
        case plain, strong, faint
        /// A match: always between brackets too, so that colour is never the only mark.
        case match
    }

    private var parts: [(text: String, style: Style)] = []

    package init() {}

    package init(_ text: String, _ style: Style = .plain) {
        if !text.isEmpty { parts = [(text, style)] }
    }

    package init(stringLiteral text: String) {
        self.init(text)
    }

    /// The text a terminal is sent.
    package func painted(hasColour: Bool) -> String {
        parts.map { part in
            let text = part.style == .match ? "【\(part.text)】" : part.text
            let visible = VisibleText.of(text)
            guard hasColour else { return visible }
            return switch part.style {
            case .plain: visible
            case .strong: "\u{1B}[1m\(visible)\u{1B}[0m"
            case .faint: "\u{1B}[2m\(visible)\u{1B}[0m"
            case .match: "\u{1B}[1;31m\(visible)\u{1B}[0m"
            }
        }.joined()
    }

    package static func == (left: StyledText, right: StyledText) -> Bool {
        left.parts.elementsEqual(right.parts) { $0 == $1 }
    }

    package func hash(into hasher: inout Hasher) {
        for part in parts {
            hasher.combine(part.text)
            hasher.combine(part.style)
        }
    }

    package static func + (left: StyledText, right: StyledText) -> StyledText {
        var both = left
        both.parts += right.parts
        return both
    }

    package static func + (left: String, right: StyledText) -> StyledText {
        StyledText(left) + right
    }

    package static func + (left: StyledText, right: String) -> StyledText {
        left + StyledText(right)
    }

    package static func += (left: inout StyledText, right: StyledText) {
        left.parts += right.parts
    }

    package static func += (left: inout StyledText, right: String) {
        left += StyledText(right)
    }

    package static func strong(_ text: String) -> StyledText { StyledText(text, .strong) }
    package static func faint(_ text: String) -> StyledText { StyledText(text, .faint) }
    package static func match(_ text: String) -> StyledText { StyledText(text, .match) }
}
