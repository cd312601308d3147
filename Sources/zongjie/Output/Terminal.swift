import CICU
import Foundation

/// The window the person reads in (终端).
struct Terminal {
    /// Columns of the window; 80 when output goes elsewhere.
    let width: Int
    /// Whether colour may be used: on a terminal, unless `NO_COLOR` is set.
    let hasColour: Bool

    static let output = Terminal(descriptor: STDOUT_FILENO)

    static var isErrorInteractive: Bool { isatty(STDERR_FILENO) == 1 }

    init(descriptor: Int32) {
        let environment = ProcessInfo.processInfo.environment
        let isInteractive = isatty(descriptor) == 1
        var size = winsize()
        let known = isInteractive && ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0
        if known, size.ws_col > 0 {
            width = Int(size.ws_col)
        } else {
            width = environment["COLUMNS"].flatMap { Int($0) } ?? 80
        }
        hasColour =
            isInteractive && (environment["NO_COLOR"] ?? "").isEmpty
            && environment["TERM"] != "dumb"
    }

    /// Columns a text takes: two for a wide character, none for a combining one.
    static func columns(_ text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { $0 + columns($1) }
    }

    static func columns(_ scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x300 { return scalar.value < 0x20 ? 0 : 1 }
        return Int(cicu_columns(scalar.value))
    }

    /// The beginning of a text that fits, with … when something is cut off.
    static func fit(_ text: String, _ width: Int) -> String {
        guard columns(text) > width else { return text }
        var fitted = String.UnicodeScalarView()
        var used = 1
        for scalar in text.unicodeScalars {
            used += columns(scalar)
            if used > width { break }
            fitted.append(scalar)
        }
        return String(fitted) + "…"
    }

    /// A text filled up with blanks to a width.
    static func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - columns(text)))
    }

    func bold(_ text: String) -> String { hasColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
    func dim(_ text: String) -> String { hasColour ? "\u{1B}[2m\(text)\u{1B}[0m" : text }

    /// A match: coloured on a terminal, and always between brackets, so that colour is never the only mark.
    func match(_ text: String) -> String {
        hasColour ? "\u{1B}[1;31m【\(text)】\u{1B}[0m" : "【\(text)】"
    }
}
