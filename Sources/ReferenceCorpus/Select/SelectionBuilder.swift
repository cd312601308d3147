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
    /// - Throws: `ReportError` for a bad name or when nothing matches.
    package func build(name: String, _ definition: CorpusDefinition, made: String, tool: String)
        throws -> FrozenSelection
    {
        try CorpusName.check(name)
        guard definition.isChosen != true else {
            throw ReportError(
                place: name,
                problem: wording(
                    "段落是逐条挑选的，不能重新选取", "its passages were chosen one by one, not selected"),
                advice: wording("请重新挑选", "choose them again"))
        }
        let query = try definition.parsed()
        var counts = SelectionCounts()
        var set = try corpus.passages(query)
        counts.matched = set.count
        guard !set.isEmpty else {
            throw ReportError(
                .notFound,
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
            throw ReportError(
                .notFound,
                place: name, problem: wording("抽样后没有段落", "the sample has no passage"),
                advice: wording("请放宽 --share 或 --size", "loosen --share or --size"))
        }
        let items = try FrozenItems(corpus: corpus).items(drawn, groups: groups)
        return FrozenSelection(
            name: name, made: made, definition: definition.json, counts: counts.json, tool: tool,
            content: corpus.stamp.content, places: corpus.stamp.places, passages: items)
    }

    /// Freezes passages that were chosen one by one, in the order of their sources.
    ///
    /// - Throws: `ReportError` for a bad name or when there is none.
    package func choose(name: String, _ passages: [Int64], made: String, tool: String) throws
        -> FrozenSelection
    {
        try CorpusName.check(name)
        let ordinals = Set(passages.compactMap { corpus.index.ordinal(of: $0) })
        guard !ordinals.isEmpty else {
            throw ReportError(
                .notFound, place: name,
                problem: wording("没有可冻结的段落", "there is no passage to freeze"))
        }
        var definition = CorpusDefinition()
        definition.isChosen = true
        definition.keepsCopies = true
        definition.includesHeadings = true
        var counts = SelectionCounts()
        counts.matched = ordinals.count
        return FrozenSelection(
            name: name, made: made, definition: definition.json, counts: counts.json, tool: tool,
            content: corpus.stamp.content, places: corpus.stamp.places,
            passages: try FrozenItems(corpus: corpus).items(Array(ordinals), groups: [:]))
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
            for byte in (entry?.summary.path ?? "").utf8 {
                draw = WordTable.join(draw, UInt64(byte))
            }
            draw = WordTable.join(draw, UInt64(entry?.summary.firstLine ?? 0))
            return Sampling.Candidate(
                ordinal: ordinal, unit: entry?.unitKey.label ?? "?\(report)",
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
    /// - Throws: `ReportError` for a name that could not stand in a path or a command.
    package static func check(_ name: String) throws(ReportError) {
        let bad = name.unicodeScalars.first {
            "/\\:*?\"<>|".unicodeScalars.contains($0) || $0.properties.isWhitespace
                || [.control, .format, .privateUse, .unassigned].contains(
                    $0.properties.generalCategory)
        }
        let stem = name.uppercased().prefix { $0 != "." }
        let isDevice =
            ["CON", "PRN", "AUX", "NUL"].contains(stem)
            || (stem.count == 4 && (stem.hasPrefix("COM") || stem.hasPrefix("LPT"))
                && stem.last?.isNumber ?? false)
        guard bad == nil, !isDevice, !name.isEmpty, !name.hasSuffix("."), !name.hasPrefix("."),
            !name.hasPrefix("-"),
            name.utf8.count <= 120
        else {
            throw ReportError(
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

    /// - Throws: `ReportError`.
    func items(_ ordinals: [Int], groups: [Int: Int]) throws(ReportError) -> [FrozenPassage] {
        let ordered = corpus.inSourceOrder(ordinals)
        let passages = try corpus.reading.passages(ordered.map(corpus.index.passage))
        return passages.compactMap { passage in
            let ordinal = corpus.index.ordinal(of: passage.id)
            return frozen(passage, copies: ordinal.flatMap { groups[$0] } ?? 0)
        }
    }

    /// A passage as it would be frozen now; `nil` when its report is gone.
    func frozen(_ passage: Passage, copies: Int) -> FrozenPassage? {
        guard let entry = corpus.reports[UInt32(truncatingIfNeeded: passage.report.id)] else {
            return nil
        }
        return FrozenPassage(
            path: passage.report.path, sourceHash: entry.fileHash, line: passage.line,
            textHash: ContentHash.of(Array(passage.text.utf8)), tagHash: Self.tagHash(passage),
            copies: copies, passage: passage.id)
    }

    private static func tagHash(_ passage: Passage) -> String {
        let report = passage.report
        let fields = [
            report.unit.name ?? "", report.unit.type.rawValue,
            report.unit.region.joined(separator: " "), report.year.year.map(String.init) ?? "",
            report.year.basis.rawValue, passage.role.rawValue, passage.kind.rawValue,
            passage.concernsYear.map(String.init) ?? "",
            String(PassageColumns.pack(passage.topics)), HeadingPath.join(passage.headings),
        ]
        return ContentHash.of(Array(fields.joined(separator: "\u{1}").utf8))
    }
}
