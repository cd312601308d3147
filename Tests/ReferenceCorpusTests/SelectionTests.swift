import ReportModel
import Foundation
import ReportIndex
import ReportQuery
import Testing

@testable import ReferenceCorpus

@Suite struct `Frozen selections` {
    @Test func `The same seed gives the same sample, another seed another one`() throws {
        let index = try TestIndex()
        try index.write(TestIndex.various(12))
        var definition = CorpusDefinition()
        definition.size = 20
        definition.seed = 5
        let first = try index.freeze("a", definition)
        let second = try index.freeze("b", definition)
        #expect(first.selection.passages == second.selection.passages)
        #expect(first.states.count == 20)
        definition.seed = 6
        #expect(try index.freeze("c", definition).selection.passages != first.selection.passages)
    }

    @Test func `Limits and shares are kept`() throws {
        let index = try TestIndex()
        try index.write(TestIndex.various(12))
        var definition = CorpusDefinition()
        definition.perUnit = 3
        let perUnit = try index.freeze("a", definition)
        #expect(perUnit.states.count == 12)
        definition.perUnit = nil
        definition.size = 20
        definition.shares = [try Share(parsing: "topic:rights=30%")]
        let shared = try index.freeze("b", definition)
        let corpus = try index.open()
        let rights = try corpus.passages(try QueryParser.parse("主题:rights"))
        #expect(shared.ordinals.count == 20)
        #expect(shared.ordinals.count { rights.contains($0) } == 6)
    }

    @Test func `A share that cannot be filled is told`() throws {
        let index = try TestIndex()
        try index.write(TestIndex.various(4))
        var definition = CorpusDefinition()
        definition.size = 24
        definition.shares = [try Share(parsing: "topic:rights=100%")]
        #expect(try index.freeze("a", definition).counts.shortfalls == ["topic:rights=100%: -12"])
    }

    @Test func `Reading again never changes a corpus silently: every change has its name`() throws {
        let index = try TestIndex()
        var items = TestIndex.various(5, units: 5)
        try index.write(items)
        let frozen = try index.freeze("a")
        #expect(frozen.isIntact)
        let moved = items[0].texts
        items[0].texts = ["新的开头一行，与别处都不同。"] + moved
        items[1].texts[2] = "改写了的一段，说的是别的事情。"
        items[2].texts.removeLast()
        items[3].year = 1999
        try index.write(Array(items.prefix(4)), removing: [items[4].path])
        let found = try ResolvedCorpus("a", in: try index.open())
        #expect(!found.isIntact)
        for (passage, state) in zip(found.selection.passages, found.states) {
            switch passage.path {
            case items[0].path:
                guard case .moved(_, let line) = state else {
                    Issue.record("\(passage.line) is \(state)")
                    continue
                }
                #expect(line == passage.line + 1)
            case items[1].path: #expect((state == .changed) == (passage.line == 3))
            case items[2].path: #expect((state == .gone) == (passage.line == 6))
            case items[3].path:
                guard case .retagged = state else {
                    Issue.record("\(passage.line) is \(state)")
                    continue
                }
            case items[4].path: #expect(state == .gone)
            default: #expect(state.isSame)
            }
        }
    }

    @Test func `Writing the same reports again leaves a corpus as it was`() throws {
        let index = try TestIndex()
        let items = TestIndex.various(5)
        try index.write(items)
        _ = try index.freeze("a")
        try index.write(Array(items.prefix(2)))
        #expect(try ResolvedCorpus("a", in: try index.open()).isIntact)
    }

    @Test func `Copies are left out, the first stays`() throws {
        let index = try TestIndex()
        var items = TestIndex.various(4)
        items[3].texts = items[0].texts
        try index.write(items)
        let corpus = try index.freeze("a")
        #expect(corpus.counts.copiesLeftOut == 6)
        #expect(!corpus.selection.passages.contains { $0.path == items[3].path })
        var definition = CorpusDefinition()
        definition.keepsCopies = true
        let kept = try index.freeze("b", definition)
        #expect(kept.selection.passages.count == 24)
        #expect(kept.selection.passages.count { $0.copies > 0 } == 12)
    }

    @Test func `Names that say no place are a unit in each report, unknown ones too`() throws {
        let index = try TestIndex()
        var items = TestIndex.various(4)
        items[0].unit = "XX区妇联"
        items[1].unit = "XX区妇联"
        items[2].unit = nil
        items[3].unit = nil
        try index.write(items)
        let corpus = try index.open()
        #expect(PassageParts(.unit, corpus).names.compactMap { $0 }.count == 4)
        var definition = CorpusDefinition()
        definition.perUnit = 1
        #expect(try index.freeze("a", definition).states.count == 4)
    }

    @Test func `Stock sentences of four reports are boilerplate`() throws {
        let index = try TestIndex()
        var items = TestIndex.various(5)
        for place in items.indices { items[place].texts.append("在上级的正确领导下，各项工作取得了新的进展。") }
        try index.write(items)
        let corpus = try index.open()
        let found = try Boilerplate.passages(among: corpus.index.searchable, of: corpus)
        #expect(found.count == 5)
    }

    @Test(arguments: ["", "a/b", "..", "-x", "a b", "a\u{0}b", "名\n字", "c:d"])
    func `A name that could not be a file is refused`(name: String) {
        #expect(throws: ReportError.self) { try CorpusName.check(name) }
    }

    @Test func `A selection that matches nothing is an error`() throws {
        let index = try TestIndex()
        try index.write(TestIndex.various(2))
        var definition = CorpusDefinition()
        definition.query = "并不存在的词语"
        #expect(throws: ReportError.self) { try index.freeze("a", definition) }
    }

    @Test(arguments: [
        "", "rights=30", "topic:rights", "topic:rights=0", "topic:rights=abc%", "x:y=3%",
    ])
    func `A share that says nothing is refused`(text: String) {
        #expect(throws: (any Error).self) { try Share(parsing: text) }
    }

    @Test func `A definition survives its JSON`() throws {
        var definition = CorpusDefinition()
        definition.query = "维权 OR \"信访\""
        definition.conditions = [
            .init(field: "unit", value: "区妇联"), .init(field: "kind", value: "done"),
        ]
        definition.shares = [try Share(parsing: "topic:rights=12.5%")]
        #expect(CorpusDefinition(json: definition.json) == definition)
        #expect(try definition.parsed().filter.units == ["区妇联"])
    }
}
