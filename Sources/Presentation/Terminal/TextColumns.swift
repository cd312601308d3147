import CICU
import ReportModel

/// Columns of a terminal that text takes (列宽): two for a wide character, none for a combining one.
package enum TextColumns {
    package static func of(_ text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { $0 + of($1) }
    }

    package static func of(_ scalar: Unicode.Scalar) -> Int {
        if scalar == "\t" { return 0 }
        if VisibleText.isUnsafe(scalar) { return VisibleText.name(scalar).unicodeScalars.count }
        return scalar.value < 0x300 ? 1 : Int(cicu_columns(scalar.value))
    }

    /// The beginning of a text that fits, with … when something is cut off.
    package static func fit(_ text: String, _ width: Int) -> String {
        guard of(text) > width else { return text }
        var fitted = String.UnicodeScalarView()
        var used = 1
        for scalar in text.unicodeScalars {
            used += of(scalar)
            if used > width { break }
            fitted.append(scalar)
        }
        return String(fitted) + "…"
    }

    /// The end of a text that fits, with … when something is cut off.
    package static func fitEnd(_ text: String, _ width: Int) -> String {
        guard of(text) > width else { return text }
        var used = 1
        var kept: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars.reversed() {
            used += of(scalar)
            if used > width { break }
            kept.append(scalar)
        }
        return "…" + String(String.UnicodeScalarView(kept.reversed()))
    }

    /// A text filled up with blanks to a width.
    package static func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - of(text)))
    }

    /// A text with blanks before it, up to a width.
    package static func padStart(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - of(text))) + text
    }

    /// A text as lines of at most `width` columns; at least one scalar a line.
    package static func wrap(_ text: String, _ width: Int) -> [String] {
        var lines: [String] = []
        var line = String.UnicodeScalarView()
        var used = 0
        for scalar in text.unicodeScalars {
            let columns = of(scalar)
            if used + columns > width, !line.isEmpty {
                lines.append(String(line))
                line = String.UnicodeScalarView()
                used = 0
            }
            line.append(scalar)
            used += columns
        }
        if !line.isEmpty { lines.append(String(line)) }
        return lines
    }
}
