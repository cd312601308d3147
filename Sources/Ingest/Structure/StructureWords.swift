import ReportModel
import Vocabulary

/// The word lists of `structure.yml` (结构词表), as UTF-8 bytes. One object for all lines: a value of
/// twelve lists would be copied list by list.
package final class StructureWords: Sendable {
    private struct Row: Decodable {
        let list: String
        let words: [String]
    }

    let enumerationUnits: [[UInt8]]
    let notNumbers: [[UInt8]]
    let statementOpeners: [[UInt8]]
    let topHeadings: [[UInt8]]
    let titleEnds: [[UInt8]]
    let occasionEnds: [[UInt8]]
    let offices: [[UInt8]]
    let unitEnds: [[UInt8]]
    let addresses: [[UInt8]]
    let textOpeners: [[UInt8]]
    let contentsTitles: [[UInt8]]
    let tables: [[UInt8]]
    let sectionHeadings: [[UInt8]]
    /// The longest first.
    let gluedHeadings: [[UInt8]]
    let headingGoesOn: [[UInt8]]
    /// What a figure counts: a sentence that does is no heading.
    let figureUnits: [[UInt8]]
    /// As scalars, because headlines are read backwards from their number.
    let reportWords: [[UInt32]]
    let partWords: [[UInt32]]
    let annexWords: [[UInt32]]
    let countWords: [[UInt32]]
    let titleUnits: [[UInt8]]
    /// What an official paper's title opens with, and what names a collection of papers.
    let titleOpeners: [[UInt8]]
    let compilations: [[UInt8]]
    let signerStarts: [[UInt8]]
    /// What stands before the name of the unit whose paper follows: 发言单位：
    let unitLabels: [[UInt8]]
    let signerEnds: [[UInt8]]
    /// What titles end with, the longest first, and what may stand before that.
    let titleWords: [[UInt8]]
    let titleFillers: [[UInt8]]

    /// - Throws: `ReportError` when a `structure.yml` cannot be read.
    package init() throws(ReportError) {
        var lists: [String: [[UInt8]]] = [:]
        for row in try VocabularyFile.rows("structure.yml", as: Row.self) {
            lists[row.list, default: []] += row.words.map { Array($0.utf8) }
        }
        func list(_ name: String) -> [[UInt8]] { lists[name] ?? [] }
        func scalars(_ name: String) -> [[UInt32]] {
            list(name).map { String(decoding: $0, as: UTF8.self).unicodeScalars.map(\.value) }
        }
        enumerationUnits = list("enumeration-unit")
        notNumbers = list("not-a-number")
        statementOpeners = list("statement-opener")
        topHeadings = list("top-heading")
        titleEnds = list("title-end")
        occasionEnds = list("occasion-end")
        offices = list("office")
        unitEnds = list("unit-end")
        addresses = list("address")
        textOpeners = list("text-opener")
        sectionHeadings = list("section-heading")
        gluedHeadings = list("glued-heading").sorted { $0.count > $1.count }
        headingGoesOn = list("heading-goes-on")
        figureUnits = list("figure-unit")
        tables = list("table")
        contentsTitles = list("contents-title")
        reportWords = scalars("report-word")
        partWords = scalars("part-word")
        annexWords = scalars("annex-word")
        titleUnits = list("title-unit")
        titleOpeners = list("title-opener")
        compilations = list("compilation")
        titleWords = list("title-end").sorted { $0.count > $1.count }
        titleFillers = list("title-filler")
        unitLabels = list("unit-label")
        signerStarts = list("signer-start")
        signerEnds = list("signer-end")
        countWords = scalars("count-word")
    }
}

extension [[UInt8]] {
    /// Whether one of the words stands at `position`.
    func stand(in bytes: Span<UInt8>, at position: Int) -> Bool {
        for word in self where bytes.holds(word, at: position) { return true }
        return false
    }

    /// Whether one of the words stands at `position`.
    func stand(in bytes: [UInt8], at position: Int) -> Bool { stand(in: bytes.span, at: position) }

    /// Whether the bytes end with one of the words.
    func end(_ bytes: some BidirectionalCollection<UInt8>) -> Bool {
        contains { bytes.reversed().starts(with: $0.reversed()) }
    }

    /// Whether one of the words stands anywhere.
    func occur(in bytes: [UInt8]) -> Bool {
        bytes.indices.contains { stand(in: bytes, at: $0) }
    }
}
