import Presentation
import ReportIndex
import ReportModel

/// A page of paragraphs in their order (阅读页): whole ones, and the part of one that is longer than a page. Put together,
/// the pages give every text without a gap.
struct ReadPage {
    let passages: [Passage]
    let notes: [String]

    /// - Throws: `ReportError` when the budget has no room for a single character.
    func written(from cursor: Cursor, within budget: TokenBudget) throws -> RecordValue {
        var page = Page(name: "paragraphs", total: passages.count, notes: notes)
        let rest = passages.dropFirst(cursor.row)
        if let first = rest.first {
            page.head = [.init("report", Records.quotedReport.object(first.report).withoutBlanks)]
        }
        var next = cursor
        next.character = 0
        next.row += Page.mostRows
        var room = budget.limit - TokenBudget.tokens(page.value([], from: cursor, next: next).json)
        var rows: [RecordValue] = []
        next = cursor
        for passage in rest.prefix(Page.mostRows) {
            let length = passage.text.unicodeScalars.count
            let start = min(next.character, length)
            let isNew = !rows.isEmpty && passages[next.row - 1].report.id != passage.report.id
            let row = row(passage, start..<length, tellsReport: isNew)
            let size = TokenBudget.tokens(row.json) + 1
            if size <= room {
                room -= size
                rows.append(row)
                next.row += 1
                next.character = 0
                continue
            }
            guard rows.isEmpty else { break }
            let part = try longest(passage, from: start, of: length, room: room, budget)
            rows.append(self.row(passage, start..<start + part))
            next.character = start + part
            break
        }
        let isLast = next.row >= passages.count
        return page.value(rows, from: cursor, next: isLast ? nil : next)
    }

    /// How many characters of a passage fit. O(characters · log characters).
    private func longest(
        _ passage: Passage, from start: Int, of length: Int, room: Int, _ budget: TokenBudget
    ) throws -> Int {
        func size(_ count: Int) -> Int {
            TokenBudget.tokens(row(passage, start..<start + count).json) + 1
        }
        guard size(1) <= room else { throw Page.tooSmall(budget.limit - room + size(20)) }
        var fits = 1
        var fails = length - start
        while fails - fits > 1 {
            let middle = (fits + fails) / 2
            if size(middle) <= room { fits = middle } else { fails = middle }
        }
        return fits
    }

    /// A paragraph; the first of another report says which.
    private func row(_ passage: Passage, _ range: Range<Int>, tellsReport: Bool = false)
        -> RecordValue
    {
        let row = Records.quotedPassage.object(QuotedPassage(passage, range)).withoutBlanks
        guard tellsReport, case .object(let members) = row else { return row }
        let report = Records.quotedReport.object(passage.report).withoutBlanks
        return .object([.init("report", report)] + members)
    }
}
