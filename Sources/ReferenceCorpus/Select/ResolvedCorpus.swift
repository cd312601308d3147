import ReportIndex
import ReportModel
import ReportQuery

/// A frozen corpus found again in the index as it is now (核对后的语料库).
package struct ResolvedCorpus: Sendable {
    package let selection: FrozenSelection
    /// For each frozen passage what it is now.
    package let states: [State]
    /// The frozen passages that are still there with the same text.
    package let passages: PassageSet

    /// What became of a frozen passage.
    package enum State: Sendable, Hashable {
        /// There, text and tags as frozen.
        case same(ordinal: Int)
        /// There with the same text at another line.
        case moved(ordinal: Int, line: Int)
        /// There with the same text, but unit, year, kind, topics or headings differ.
        case retagged(ordinal: Int)
        /// Another text stands at its line.
        case changed
        /// Its source, or the line, is gone.
        case gone

        /// Where the text is now.
        package var ordinal: Int? {
            switch self {
            case .same(let ordinal), .moved(let ordinal, _), .retagged(let ordinal): ordinal
            case .changed, .gone: nil
            }
        }

        package var isSame: Bool { if case .same = self { true } else { false } }
    }

    /// Whether every passage is as it was frozen.
    package var isIntact: Bool { states.allSatisfy(\.isSame) }

    package var definition: CorpusDefinition {
        CorpusDefinition(json: selection.definition) ?? CorpusDefinition()
    }
    package var counts: SelectionCounts { SelectionCounts(json: selection.counts) }

    /// Ordinals of the passages that are there, in the corpus's order.
    package var ordinals: [Int] { states.compactMap(\.ordinal) }

    /// - Throws: `ReportError` when there is no corpus of that name.
    package init(_ name: String, in corpus: CorpusIndex) throws {
        guard let selection = try corpus.reading.selection(name) else {
            let names = try corpus.reading.selections().map(\.selection.name)
            throw ReportError(
                .notFound,
                place: name, problem: wording("没有这个语料库", "there is no such corpus"),
                advice: names.isEmpty
                    ? wording("先用 zongjie corpus new 建立", "make one with zongjie corpus new")
                    : wording(
                        "现有：\(names.joined(separator: "、"))",
                        "there are: \(names.joined(separator: ", "))"))
        }
        self.selection = selection
        let states: [State]
        if selection.places == corpus.stamp.places {
            states = selection.passages.map { passage in
                corpus.index.ordinal(of: passage.passage).map { .same(ordinal: $0) } ?? .gone
            }
        } else {
            states = try Self.find(selection, corpus)
        }
        self.states = states
        var set = PassageSet(capacity: corpus.index.columns.count)
        for state in states { if let ordinal = state.ordinal { set.insert(ordinal) } }
        passages = set
    }

    /// Looks for each passage by path, line and hash.
    private static func find(_ selection: FrozenSelection, _ corpus: CorpusIndex)
        throws(ReportError) -> [State]
    {
        let reports = Dictionary(grouping: corpus.reports.entries, by: \.summary.path)
        var known: [String: SourceTexts] = [:]
        var states: [State] = []
        for frozen in selection.passages {
            if known[frozen.path] == nil {
                known[frozen.path] = try SourceTexts(reports[frozen.path] ?? [], corpus)
            }
            guard let texts = known[frozen.path], !texts.byLine.isEmpty else {
                states.append(.gone)
                continue
            }
            if let now = texts.byLine[frozen.line], now.textHash == frozen.textHash,
                let ordinal = corpus.index.ordinal(of: now.passage)
            {
                states.append(
                    now.tagHash == frozen.tagHash
                        ? .same(ordinal: ordinal) : .retagged(ordinal: ordinal))
            } else if let now = texts.byHash[frozen.textHash],
                let ordinal = corpus.index.ordinal(of: now.passage)
            {
                states.append(.moved(ordinal: ordinal, line: now.line))
            } else {
                states.append(texts.byLine[frozen.line] == nil ? .gone : .changed)
            }
        }
        return states
    }

    /// The passages of one source as they are now.
    private struct SourceTexts {
        var byLine: [Int: FrozenPassage] = [:]
        var byHash: [String: FrozenPassage] = [:]

        init(_ reports: [ReportTable.Entry], _ corpus: CorpusIndex) throws(ReportError) {
            let items = FrozenItems(corpus: corpus)
            for report in reports {
                for stored in try corpus.reading.passages(ofReport: report.summary.id) {
                    guard let passage = items.frozen(stored, copies: 0) else { continue }
                    byLine[passage.line] = passage
                    if byHash[passage.textHash] == nil { byHash[passage.textHash] = passage }
                }
            }
        }
    }
}
