/// Text with everything a terminal would obey, or turn around, made visible (可见化): a file name may hold
/// escape sequences, and a text the marks that reverse the order of what follows.
package enum VisibleText {
    /// The text as it may be printed on one line. Tabs stay; control characters become their pictures (␛),
    /// marks of direction and characters without a shape `<U+202E>`.
    ///
    /// - Parameter keepingLines: Whether line ends stay.
    package static func of(_ text: String, keepingLines: Bool = false) -> String {
        guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
        var visible = ""
        for scalar in text.unicodeScalars {
            if isUnsafe(scalar), !(keepingLines && (scalar == "\n" || scalar == "\r")) {
                visible += name(scalar)
            } else {
                visible.unicodeScalars.append(scalar)
            }
        }
        return visible
    }

    /// Whether a terminal would not show the scalar but do something.
    package static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09: false
        case 0x00...0x1F, 0x7F...0x9F: true
        // Direction marks, overrides and isolates; line and paragraph separators; tags; no characters.
        case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB: true
        case 0xE0000...0xE007F: true
        default: false
        }
    }

    /// What is printed in place of an unsafe scalar.
    package static func name(_ scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0x00...0x1F: return String(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
        case 0x7F: return "\u{2421}"
        default:
            let digits = String(scalar.value, radix: 16, uppercase: true)
            return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
        }
    }
}
