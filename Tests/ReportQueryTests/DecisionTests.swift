import Foundation
import GRDB
import Ingest
import ReportModel
import Testing

@testable import ReportIndex
@testable import ReportQuery

/// What people decide: it takes effect at once, survives reading again, and never applies silently to
/// other words.
struct DecisionTests {
    /// An index of the own reports of one district, and how to write it again.
    private final class Fixture {
        let path = FileManager.default.temporaryDirectory
            .appendingPathComponent("decisions-\(UUID().uuidString).sqlite").path
        var sources: [Source]

        init() throws {
            sources = try CopiesCorpus.own.get().filter { $0.path.contains("望川区/") }
            try ingest()
        }

        func ingest() throws {
            let writer = try IndexWriter(path: path) { _ in false }
            var preparer = try SourcePreparer()
            try writer.append(
                sources.map {
                    preparer.prepare(
                        [$0],
                        state: FileState(
                            path: $0.path, location: $0.path, size: 0, modified: 0, rules: ""))
                })
            try writer.finish()
        }

        func decide(_ place: String, _ field: DecisionField, _ value: String) throws {
            let target = try #require(try DecisionReader(read()).targets(place).first)
            let decision = try #require(
                target.decision(field, try field.canonical(value), made: "2026-01-01T00:00:00Z"))
            try IndexWriter(path: path) { _ in false }.decide([decision])
        }

        func read() throws -> IndexReading { try IndexDatabase.open(path).reading() }

        /// Every passage with all its tags and evidence, without row ids.
        func tags() throws -> [String] {
            let reading = try read()
            var rows: [String] = []
            try reading.forEachPassage { passage in
                rows.append(
                    "\(passage.report.path):\(passage.line) \(passage.role) \(passage.kind) "
                        + "\(passage.concernsYear ?? 0) \(passage.topics) \(passage.text) "
                        + "\(passage.report.unit) \(passage.report.year) "
                        + "\(try reading.evidence(of: passage))")
            }
            return rows + (try reading.details().map { "\($0.evidence) \($0.doubts)" }.sorted())
        }

        /// Places of passages that a filter lets through, as search sees them.
        func places(_ query: String) throws -> Set<String> {
            let engine = try Searcher(try IndexDatabase.open(path).reading())
            var options = SearchOptions()
            options.limit = 1000
            options.foldsCopies = false
            let hits = try engine.search(try QueryParser.parse(query), options).hits
            return Set(
                hits.map {
                    "\($0.passage.report.path.split(separator: "/").last ?? ""):\($0.passage.line)"
                })
        }
    }

    private let file = "2016年望川区妇联工作总结.txt"

    @Test func `search sees a paragraph's decided tags at once, and the same after reading again`()
        throws
    {
        let fixture = try Fixture()
        let place = file + ":12"
        #expect(try !fixture.places("类型:plan 主题:health").contains(place))
        try fixture.decide(place, .kind, "下一步计划")
        try fixture.decide(place, .topics, "健康服务，rights")
        try fixture.decide(place, .concernsYear, "2017")
        #expect(try fixture.places("类型:plan 主题:health 年份:2017").contains(place))
        let before = try fixture.tags()
        #expect(before.contains { $0.contains("rule: \"decision\"") })
        try fixture.ingest()
        #expect(try fixture.tags() == before)
        #expect(try fixture.places("类型:plan 主题:health 年份:2017").contains(place))
    }

    @Test func `a year decided for a report is inferred, moves its paragraphs' years, and returns`()
        throws
    {
        let fixture = try Fixture()
        let automatic = try fixture.tags()
        try fixture.decide(file + ":20", .year, "2011")
        try fixture.decide(file + ":2", .unit, "望川区妇女联合会")
        let report = try #require(
            try fixture.read().details().first {
                $0.summary.path.hasSuffix(file)
            })
        #expect(report.summary.year == YearTag(year: 2011, range: 2011...2011, basis: .inferred))
        #expect(report.summary.unit.name == "望川区妇女联合会")
        #expect(report.evidence.count { $0.rule == Decision.rule } == 2)
        #expect(try fixture.places("年份:2011 报告年份:2011").contains(file + ":12"))
        let decided = try fixture.tags()
        try fixture.ingest()
        #expect(try fixture.tags() == decided)
        let all = try DecisionReader(fixture.read()).list().map(\.decision)
        do {
            let writer = try IndexWriter(path: fixture.path) { _ in false }
            #expect(try writer.forget(all) == 2)
            try writer.commit()
        }
        try fixture.ingest()
        #expect(try fixture.tags() == automatic)
    }

    @Test func `the year the text states stays stated when a person says the same`() throws {
        let fixture = try Fixture()
        try fixture.decide(file + ":1", .year, "2016")
        let report = try #require(
            try fixture.read().details().first {
                $0.summary.path.hasSuffix(file)
            })
        #expect(report.summary.year.basis == .stated)
    }

    @Test func `a decision on words that changed is not used but told`() throws {
        let fixture = try Fixture()
        try fixture.decide(file + ":12", .kind, "advice")
        let number = try #require(fixture.sources.firstIndex { $0.path.hasSuffix(file) })
        let place = try #require(
            fixture.sources[number].reports[0].paragraphs.firstIndex { $0.line == 12 })
        fixture.sources[number].reports[0].paragraphs[place].text += "改"
        try fixture.ingest()
        #expect(try !fixture.places("类型:advice").contains(file + ":12"))
        #expect(try DecisionReader(fixture.read()).list().map(\.state) == [.outdated])
        func doubts() throws -> [String] {
            try fixture.read().details().flatMap(\.doubts).map { $0.text() }
        }
        #expect(try doubts().contains { $0.contains("kind=advice") })
        try fixture.decide(file + ":12", .kind, "problem")
        #expect(try DecisionReader(fixture.read()).list().map(\.state) == [.applied])
        #expect(try !doubts().contains { $0.contains("kind=") })
    }

    @Test func `a line decided to be noise leaves exact search, and comes back`() throws {
        let fixture = try Fixture()
        let words = "\"区法院家事审判庭旁边\""
        #expect(try fixture.places(words) == [file + ":12"])
        try fixture.decide(file + ":12", .role, "noise")
        #expect(try fixture.places(words).isEmpty)
        try fixture.decide(file + ":12", .role, "正文")
        #expect(try fixture.places(words) == [file + ":12"])
    }

    @Test func `values outside the choices are refused with the choices`() throws {
        let wrong: [(DecisionField, String)] = [
            (.kind, "planned"), (.topics, "health,nothing"), (.topics, "health,rights,party,rural"),
            (.year, "18"), (.year, "二〇一八"), (.unit, "  "), (.role, ""), (.adminLevel, "galaxy"),
        ]
        for (field, value) in wrong {
            let error = #expect(throws: ReportError.self) { try field.canonical(value) }
            #expect(error?.place.hasPrefix(field.rawValue) == true)
        }
        #expect(try DecisionField.region.canonical("黑龙江省 / 哈尔滨市") == "黑龙江省/哈尔滨市")
        #expect(try DecisionField.topics.canonical("无") == "none")
        #expect(try DecisionField.year.canonical("未知") == "unknown")
    }

    @Test
    func `a rebuild keeps decisions, reads older formats, and leaves the old file until the end`()
        throws
    {
        let fixture = try Fixture()
        try fixture.decide(file + ":12", .kind, "advice")
        let before = try fixture.tags()
        let stamp = try DatabaseQueue(path: fixture.path)
        try stamp.write { try $0.execute(sql: "PRAGMA user_version = 0") }
        try stamp.close()
        #expect(throws: ReportError.self) { try IndexDatabase.open(fixture.path) }
        let rebuild = try IndexRebuild(path: fixture.path) { _ in false }
        #expect(rebuild.files.count == fixture.sources.count)
        let writer = try rebuild.begin()
        #expect(throws: ReportError.self) { try IndexDatabase.open(fixture.path) }
        var preparer = try SourcePreparer()
        try writer.append(
            fixture.sources.map {
                preparer.prepare(
                    [$0],
                    state: FileState(
                        path: $0.path, location: $0.path, size: 0, modified: 0, rules: ""))
            })
        try rebuild.replace(with: writer)
        #expect(try fixture.tags() == before)
        #expect(try fixture.places("类型:advice").contains(file + ":12"))
        #expect(!FileManager.default.fileExists(atPath: fixture.path + ".rebuild"))
    }
}
