import Foundation
import Presentation
import ReportIndex
import ReportModel

/// Where an answer goes on that was cut (续页标记): a text whose form is nobody's business but ours.
struct Cursor: Sendable, Equatable {
    /// Rows shown before.
    var row = 0
    /// Characters of that row shown before, where a row is longer than a page.
    var character = 0
    /// Of the question: a cursor goes with the same arguments.
    let question: String
    /// Of the state of the index it was made from.
    let state: String

    /// The beginning of an answer.
    init(of question: String, in reading: IndexReading) {
        self.question = ContentHash.of(Array(question.utf8))
        state = String(ContentHash.of(Array(String(describing: reading.state).utf8)).prefix(8))
    }

    /// Reads a cursor as it was given out.
    ///
    /// - Throws: `ReportError` when it is none, or another question's.
    init(_ text: String, of question: String, in reading: IndexReading) throws(ReportError) {
        let beginning = Cursor(of: question, in: reading)
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4, let row = Int(parts[0]), let character = Int(parts[1]),
            (0...Self.furthest).contains(row), (0...Self.furthest).contains(character)
        else {
            throw ReportError(
                place: "cursor", problem: wording("不是续页标记", "is no cursor"),
                advice: wording("照抄上一页的 next_cursor", "take next_cursor of the page before"))
        }
        guard parts[2] == beginning.question else {
            throw ReportError(
                place: "cursor",
                problem: wording("属于另一个问题", "belongs to another question"),
                advice: wording("其余参数须与上一页相同", "give the other arguments as for the page before"))
        }
        self.question = beginning.question
        self.state = String(parts[3])
        self.row = row
        self.character = character
    }

    /// Rows and characters beyond this are not asked for.
    private static let furthest = 10_000_000

    var text: String { "\(row).\(character).\(question).\(state)" }

    /// Whether the index is still in the state the cursor was made from.
    func isCurrent(in reading: IndexReading) -> Bool {
        state == Cursor(of: "", in: reading).state
    }
}
