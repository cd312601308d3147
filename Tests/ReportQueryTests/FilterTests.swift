import ReportModel
import TestSupport
import Testing

@testable import ReportQuery

@Suite struct FilterTests {
    private func expect(
        _ name: String, _ text: String, _ holds: (SearchOracle.Entry) -> Bool,
        _ location: SourceLocation = #_sourceLocation
    ) throws {
        let oracle = try SearchOracle.shared()
        let engine = try Searcher(oracle.reading)
        let expected = oracle.ids(where: holds)
        let query = try QueryParser.parse(text)
        #expect(
            try SearchOracle.all(query, engine) == expected, "\(name)", sourceLocation: location)
        // The same with a word that half of all passages have: ranking must not lose any.
        var narrowed = query
        narrowed.clauses.append(.phrase("妇女"))
        let both = expected.intersection(oracle.ids(containing: "妇女"))
        for limit in [max(1, both.count), 5000] {
            #expect(
                try SearchOracle.all(narrowed, engine, limit: limit) == both,
                "\(name) 妇女, limit \(limit)", sourceLocation: location)
        }
    }

    @Test(arguments: Kind.allCases) func `kinds filter as a scan does`(_ kind: Kind) throws {
        try expect(kind.rawValue, "类型:\(kind.rawValue)") { $0.passage.kind == kind }
    }

    @Test(arguments: Topic.allCases) func `topics filter as a scan does`(_ topic: Topic) throws {
        try expect(topic.rawValue, "topic:\(topic.chineseName)") {
            $0.passage.topics.contains(topic)
        }
    }

    @Test func `years filter as a scan does`() throws {
        for (text, holds): (String, @Sendable (Int?) -> Bool) in [
            ("2018", { $0 == 2018 }),
            ("2016-2018", { $0.map { (2016...2018).contains($0) } ?? false }),
            ("2018-2016", { $0.map { (2016...2018).contains($0) } ?? false }),
            ("2019-", { $0.map { $0 >= 2019 } ?? false }),
            ("-2017", { $0.map { $0 <= 2017 } ?? false }), ("未知", { $0 == nil }),
            ("2016,2020年", { $0 == 2016 || $0 == 2020 }),
        ] {
            try expect(text, "年份:\(text)") { holds($0.passage.concernsYear) }
            try expect(text, "报告年份:\(text)") { holds($0.passage.report.year.year) }
        }
    }

    @Test func `units, types, levels, regions, roles and paths filter as a scan does`() throws {
        try expect("unit", "单位:区妇联") { $0.passage.report.unit.name?.contains("区妇联") ?? false }
        try expect("unknown", "unit:unknown") { $0.passage.report.unit.name == nil }
        try expect("not", "-单位:区妇联") {
            !($0.passage.report.unit.name?.contains("区妇联") ?? false)
        }
        try expect("type", "单位类型:社区") { $0.passage.report.unit.type == .community }
        try expect("level", "层级:township") { $0.passage.report.unit.level == .township }
        try expect("region", "地区:望川") {
            $0.passage.report.unit.region.contains { $0.contains("望川") }
        }
        try expect("role", "角色:heading") { $0.passage.role == .heading }
        try expect("path", "文件:汇编") { $0.passage.report.path.contains("汇编") }
        try expect("two", "类型:plan 年份:2019") {
            $0.passage.kind == .plan && $0.passage.concernsYear == 2019
        }
    }

    @Test
    func `a filter alone lists what says something first, headings with what stands under them`()
        throws
    {
        let oracle = try SearchOracle.shared()
        let engine = try Searcher(oracle.reading)
        var query = Query()
        query.filter.kinds = [.done]
        var options = SearchOptions()
        options.limit = 5000
        options.foldsCopies = false
        let hits = try engine.search(query, options).hits
        let bodies = hits.prefix { $0.passage.role == .body }
        #expect(!bodies.isEmpty && bodies.count < hits.count)
        #expect(!hits.dropFirst(bodies.count).contains { $0.passage.role == .body })
        #expect(bodies.allSatisfy { $0.following == nil })
        let headings = hits.filter { $0.passage.role == .heading }
        #expect(headings.contains { $0.following != nil })
        let texts = Set(oracle.entries.map { $0.passage.text })
        #expect(headings.compactMap(\.following).allSatisfy(texts.contains))
    }

    @Test func `facets add up`() throws {
        let oracle = try SearchOracle.shared()
        let engine = try Searcher(oracle.reading)
        var options = SearchOptions()
        options.wantsFacets = true
        for text in ["妇女", "\"3\"", "儿童 类型:done", "年份:2018", "没有这样的词"] {
            let answer = try engine.search(try QueryParser.parse(text), options)
            let facets = try #require(answer.facets)
            #expect(facets.base == answer.matchCount)
            for counts in [facets.units, facets.years, facets.kinds] {
                #expect(counts.reduce(0) { $0 + $1.count } == facets.base, "\(text)")
            }
            #expect(facets.topics.allSatisfy { $0.count <= facets.base && $0.count > 0 })
        }
        let all = try engine.search(try QueryParser.parse("年份:2018"), options).facets
        for kind in all?.kinds ?? [] {
            let expected = oracle.ids {
                $0.passage.concernsYear == 2018 && $0.passage.kind.rawValue == kind.value
            }
            #expect(kind.count == expected.count)
        }
        // A passage counts for each of its topics, not for the first only.
        for topic in all?.topics ?? [] {
            let expected = oracle.ids {
                $0.passage.concernsYear == 2018
                    && $0.passage.topics.map(\.rawValue).contains(topic.value)
            }
            #expect(topic.count == expected.count, "\(topic.value)")
        }
    }
}
