import Foundation
import GRDB
import ReportIndex
import ReportModel
import ReportQuery

/// Builds a frozen selection from its definition (建立选集).
package struct SelectionBuilder: Sendable {
    let corpus: CorpusIndex
    let copies: any CopyGrouping

    package init(_ corpus: CorpusIndex, copies: any CopyGrouping = FoundCopies()) {
        self.corpus = corpus
        self.copies = copies
    }

    /// - Parameters:
    ///   - made: ISO 8601, the time that every export will carry.
    /// - Throws: `CorpusError` for a bad name or when nothing matches, `QueryError`, `IndexError`.
    package func build(name: String, _ definition: CorpusDefinition, made: String, tool: String)
        throws -> FrozenSelection
    {
        try CorpusName.check(name)
        let query = try definition.parsed()
        var counts = SelectionCounts()
        var set = try corpus.passages(query)
        counts.matched = set.count
        guard !set.isEmpty else {
            throw CorpusError(
                place: name, problem: wording("没有段落符合条件", "no passage matches"),
                advice: wording("请放宽检索式或筛选", "widen the query or the filters"))
        }
        if definition.dropsBoilerplate {
            set.subtract(try Boilerplate.passages(among: set, of: corpus))
            counts.boilerplateLeftOut = counts.matched - set.count
        }
        let groups = try copies.groups(among: set, of: corpus)
        if !definition.keepsCopies { counts.copiesLeftOut = leaveOutCopies(groups, of: &set) }
        let (drawn, shortfalls) = Sampling(definition: definition)
            .draw(try candidates(set, definition))
        counts.notDrawn = set.count - drawn.count
        counts.shortfalls = shortfalls
        guard !drawn.isEmpty else {
            throw CorpusError(
                place: name, problem: wording("抽样后没有段落", "the sample has no passage"),
                advice: wording("请放宽 --share 或 --size", "loosen --share or --size"))
        }
        let items = try FrozenItems(corpus: corpus).items(drawn, groups: groups)
        return FrozenSelection(
            name: name, made: made, definition: definition.json, counts: counts.json, tool: tool,
            content: corpus.stamp.content, places: corpus.stamp.places, passages: items)
    }

    /// Keeps the first of each group, by path and line.
    private func leaveOutCopies(_ groups: [Int: Int], of set: inout PassageSet) -> Int {
        var firsts: [Int: (order: Int, ordinal: Int)] = [:]
        for (ordinal, group) in groups {
            let place = (corpus.order(of: ordinal), ordinal)
            if let known = firsts[group], known < place { continue }
            firsts[group] = place
        }
        let kept = Set(firsts.values.map(\.ordinal))
        var copies = PassageSet(capacity: set.capacity)
        for ordinal in groups.keys where !kept.contains(ordinal) { copies.insert(ordinal) }
        set.subtract(copies)
        return groups.count - kept.count
    }

    private func candidates(_ set: PassageSet, _ definition: CorpusDefinition) throws
        -> [Sampling.Candidate]
    {
        let shares = try definition.shares.prefix(63).map { share in
            var query = Query()
            query.filter = try share.filter()
            return try corpus.passages(query)
        }
        let columns = corpus.index.columns
        var inReport: [UInt32: UInt64] = [:]
        return set.ordinals.map { ordinal in
            let report = columns.reports[ordinal]
            let entry = corpus.reports[report]
            // Place within the report among the candidates: stable when other files change.
            let place = inReport[report, default: 0]
            inReport[report] = place + 1
            var bits: UInt64 = 0
            for (number, share) in shares.enumerated() where share.contains(ordinal) {
                bits |= 1 << UInt64(number)
            }
            var draw = WordTable.join(definition.seed, place)
            for byte in (entry?.path ?? "").utf8 { draw = WordTable.join(draw, UInt64(byte)) }
            draw = WordTable.join(draw, UInt64(entry?.firstLine ?? 0))
            return Sampling.Candidate(
                ordinal: ordinal, unit: entry?.unitName ?? "?\(report)",
                year: Int(columns.years[ordinal]), draw: draw, shares: bits)
        }
    }
}

extension CorpusIndex {
    /// Place of a passage's report in the order of paths.
    func order(of ordinal: Int) -> Int {
        reports[index.columns.reports[ordinal]]?.order ?? .max
    }

    /// Ordinals by path and line.
    package func inSourceOrder(_ ordinals: [Int]) -> [Int] {
        ordinals.map { (order: order(of: $0), ordinal: $0) }.sorted { $0 < $1 }.map(\.ordinal)
    }
}

/// Names that can be files (语料库名).
package enum CorpusName {
    /// - Throws: `CorpusError` for a name that could not stand in a path or a command.
    package static func check(_ name: String) throws(CorpusError) {
        let bad = name.unicodeScalars.first {
            "/\\:*?\"<>|".unicodeScalars.contains($0) || $0.properties.isWhitespace
                || $0.value < 0x20
        }
        guard bad == nil, !name.isEmpty, !name.hasPrefix("."), !name.hasPrefix("-"),
            name.utf8.count <= 120
        else {
            throw CorpusError(
                place: name.isEmpty ? wording("语料库名", "corpus name") : name,
                problem: wording("不能用作语料库名", "not a name for a corpus"),
                advice: wording(
                    "请用汉字、字母、数字、- 和 _，不含空格和斜线",
                    "use letters, digits, - and _, no blanks or slashes"))
        }
    }
}

/// Makes frozen passages of ordinals (冻结段落).
struct FrozenItems {
    let corpus: CorpusIndex

    /// - Throws: `IndexError`.
    func items(_ ordinals: [Int], groups: [Int: Int]) throws(IndexError) -> [FrozenPassage] {
        let ordered = corpus.inSourceOrder(ordinals)
        return try corpus.database.read { db in
            let reader = FrozenReader(db)
            return try ordered.compactMap { ordinal in
                let report = corpus.reports[corpus.index.columns.reports[ordinal]]
                return try reader.passage(
                    corpus.index.passage(at: ordinal), report: report, copies: groups[ordinal] ?? 0)
            }
        }
    }
}

/// Reads what freezing needs of a passage.
struct FrozenReader {
    private let db: Database

    init(_ db: Database) {
        self.db = db
    }

    func passage(_ id: Int64, report: ReportEntry?, copies: Int) throws -> FrozenPassage? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT line, text, role, kind, concerns_year, topics, section.path
                FROM passage LEFT JOIN section ON section.id = section_id WHERE passage.id = ?
                """)
        guard let row = try Row.fetchOne(statement, arguments: [id]), let report else { return nil }
        return FrozenPassage(
            path: report.path, sourceHash: report.fileHash, line: row[0],
            textHash: ContentHash.of(Array((row[1] as String).utf8)),
            tagHash: Self.tagHash(row, report), copies: copies, passage: id)
    }

    private static func tagHash(_ row: Row, _ report: ReportEntry) -> String {
        let year: Int? = row[4]
        let fields = [
            report.unit ?? "", report.unitType, report.region.joined(separator: " "),
            report.year.map(String.init) ?? "", report.yearBasis, row[2] as String,
            row[3] as String, year.map(String.init) ?? "", String(row[5] as Int),
            (row[6] as String?) ?? "",
        ]
        return ContentHash.of(Array(fields.joined(separator: "\u{1}").utf8))
    }
}
