import Foundation
import Presentation
import ReportModel

/// A line for each answer (访问日志): when, who, what, how it ended and how long it took. What people ask about is
/// theirs: questions are left out unless they are asked for.
package struct RequestLog: Sendable {
    package enum Extent: String, Sendable, CaseIterable {
        case none, requests, questions
    }

    private let extent: Extent
    private let write: @Sendable (String) -> Void

    /// - Parameter write: takes a line, without its end.
    package init(_ extent: Extent, write: @escaping @Sendable (String) -> Void) {
        self.extent = extent
        self.write = write
    }

    package static let none = RequestLog(.none) { _ in }

    func note(_ request: WebRequest, _ answer: WebResponse, person: String?, took: Duration) {
        guard extent != .none else { return }
        var target = request.path
        if extent == .questions, !request.query.isEmpty { target += "?" + request.query }
        // The secret of an address to open is no question, and never written down.
        if request.path == EntryPage.path { target = EntryPage.path }
        let milliseconds =
            took.components.seconds * 1000 + took.components.attoseconds / 1_000_000_000_000_000
        let parts = [
            Date.now.formatted(.iso8601), request.remote ?? "-", person ?? "-", request.method,
            String(target.prefix(2000)), String(answer.status.rawValue), "\(answer.body.count)",
            "\(milliseconds)ms",
        ]
        write(parts.map(Self.visible).joined(separator: " "))
    }

    /// A field that is one word and does nothing to a terminal.
    private static func visible(_ text: String) -> String {
        var shown = ""
        for scalar in text.unicodeScalars {
            if VisibleText.isUnsafe(scalar) || scalar == "\n" || scalar == "\r" || scalar == " " {
                shown += "%" + String(scalar.value, radix: 16)
            } else {
                shown.unicodeScalars.append(scalar)
            }
        }
        return shown
    }
}
