import Foundation
import GRDB
import ReportIndex
import ReportModel
import Segmentation

/// A candidate with what ranking reads of it (候选段落).
struct CandidateText: Sendable {
    let ordinal: Int
    let id: Int64
    let report: UInt32
    let role: Role
    let kind: Kind
    let text: PlainText
    /// Headings above, folded and plain.
    let headings: [[UInt32]]
    /// The heading the paragraph itself opens with.
    let ownHeading: [UInt32]
    /// Length in terms, as the index reckons it.
    let length: Double

    /// Reads candidates by ordinal; ones that are gone are left out.
    static func read(_ ordinals: [Int], index: PassageIndex, _ db: Database) throws
        -> [CandidateText]
    {
        let statement = try db.cachedStatement(
            sql: """
                SELECT text, own_heading, path FROM passage
                LEFT JOIN section ON section.id = section_id WHERE passage.id = ?
                """)
        var paths: [String: [[UInt32]]] = [:]
        return try ordinals.compactMap { ordinal in
            let id = index.passage(at: ordinal)
            guard let row = try Row.fetchOne(statement, arguments: [id]) else { return nil }
            let path: String = row[2] ?? ""
            let headings =
                paths[path] ?? HeadingPath.split(path).map { PlainText($0).scalars }
            paths[path] = headings
            let text = PlainText(row[0] as String)
            let own: String? = row[1]
            return CandidateText(
                ordinal: ordinal, id: id, report: index.columns.reports[ordinal],
                role: index.columns.role(at: ordinal), kind: index.columns.kind(at: ordinal),
                text: text, headings: headings,
                ownHeading: own.map { PlainText($0).scalars } ?? [],
                length: length(of: text.scalars))
        }
    }

    /// Pairs of Han characters and other words: what the index counts, without the longer words.
    private static func length(of scalars: [UInt32]) -> Double {
        var length = 0
        var wasHan = false
        var wasOther = false
        for scalar in scalars {
            let isHan = IndexTerms.isHan(scalar)
            let isOther = !isHan && IndexTerms.isWord(scalar)
            if isHan && wasHan || isOther && !wasOther { length += 1 }
            wasHan = isHan
            wasOther = isOther
        }
        return Double(length)
    }
}
