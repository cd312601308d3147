import Foundation
import Presentation

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
            let columns = environment["COLUMNS"].flatMap { Int($0) } ?? 80
            width = (1...100_000).contains(columns) ? columns : 80
        }
        hasColour =
            isInteractive && (environment["NO_COLOR"] ?? "").isEmpty
            && environment["TERM"] != "dumb"
    }
}
