import ReportIndex
import ReportModel
import TestSupport
import Testing

@testable import ReportQuery

/// One rule says whether two reports are of one unit, whoever asks.
@Suite struct UnitIdentityTests {
    /// Reports of these units, each with a line of its own about the same work.
    private static func reading(_ units: [UnitTag], in folder: TemporaryFolder) throws
        -> IndexReading
    {
        let places = ["河边", "山前", "桥头", "湖西", "林场", "矿区", "海岛", "草原"]
        let sources = units.enumerated().map { number, unit in
            let place = places[number % places.count]
            var source = TestIndex.source(
                "\(number).txt", ["走访慰问\(place)困难母亲，为\(place)乡镇妇女办两癌免费检查\(number + 11)场。"])
            let text = source.reports[0].paragraphs[0].text
            source.reports[0].unit = unit
            source.reports[0].year = YearTag(year: 2018, basis: .stated)
            source.reports[0].paragraphs[0].activities = [
                Activity(
                    range: 0..<text.utf8.count, span: text, name: "走访慰问", action: "走访慰问",
                    object: "困难母亲",
                    quantities: [Quantity(value: Double(number + 11), unit: "场", raw: "")])
            ]
            return source
        }
        try TestIndex.write(sources, to: folder.path("i.sqlite"))
        return try IndexDatabase.open(folder.path("i.sqlite")).reading()
    }

    private static let county = UnitTag(
        name: "县妇联", type: .womensFederation, level: .county)

    /// Two that are one, one of another region, two that may be any county's, two without a name.
    private static let units: [UnitTag] = [
        UnitTag(name: "县妇联", type: .womensFederation, level: .county, region: ["甲县"]),
        UnitTag(name: "县妇联", type: .womensFederation, level: .county, region: ["甲县"]),
        UnitTag(name: "县妇联", type: .womensFederation, level: .county, region: ["乙县"]),
        county, county, UnitTag(), UnitTag(),
    ]

    @Test func `hits are grouped by unit, with and without region`() throws {
        let folder = try TemporaryFolder()
        let reading = try Self.reading(Self.units, in: folder)
        var options = SearchOptions()
        options.grouping = .unit
        options.foldsCopies = false
        options.limit = 20
        let hits = try SearchEngine().search(
            SearchOracle.query(.words("慰问")), options, in: reading
        ).hits
        #expect(hits.count == 6)
        #expect(hits.filter { $0.further > 0 }.map(\.passage.report.unit.region) == [["甲县"]])
    }

    @Test func `facets count the same units`() throws {
        let folder = try TemporaryFolder()
        let reading = try Self.reading(Self.units, in: folder)
        var options = SearchOptions()
        options.wantsFacets = true
        let facets = try SearchEngine().search(
            SearchOracle.query(.words("慰问")), options, in: reading
        ).facets
        #expect(facets?.units.map(\.count) == [2, 1, 1, 1, 1, 1])
        #expect(facets?.units.first?.value == "甲县妇联")
        #expect(facets?.units.contains { $0.value == "县妇联（3.txt:1）" } ?? false)
    }

    @Test(arguments: [
        (0, [0, 1]), (2, [2]), (3, [3]), (4, [4]), (5, [5]), (6, [6]),
    ])
    func `other units are all but one's own`(_ asked: Int, _ own: [Int]) throws {
        let folder = try TemporaryFolder()
        let reading = try Self.reading(Self.units, in: folder)
        let entries = try reading.reports().entries
        var options = SimilarOptions()
        options.foldsCopies = false
        options.otherUnitsOnly = true
        options.limit = 20
        options.exceptReports = [entries[asked].summary.id]
        let hits = try SimilarEngine().similar(
            to: "走访慰问困难母亲，办两癌免费检查", options, in: reading)
        let found = Set(hits.map(\.passage.report.path))
        #expect(found == Set((0..<7).filter { !own.contains($0) }.map { "\($0).txt" }))
    }

    @Test func `sums, comparisons and peers know the same units`() throws {
        let folder = try TemporaryFolder()
        let reading = try Self.reading(Self.units, in: folder)
        var sums = ActivitySums(rates: [])
        for record in try ActivitySearch.records(
            try QueryParser.parse(""), ActivityOptions(), in: reading)
        { sums.add(record) }
        #expect(sums.rows.map(\.total).count == 6)
        #expect(sums.rows.first { $0.unit == "甲县妇联" }?.total == 23)
        let selection = try UnitSelection(reading)
        #expect(try selection.unit("甲县妇联").reports.count == 2)
        #expect(try selection.unit("县妇联（3.txt:1）").reports.map(\.path) == ["3.txt"])
        #expect(try selection.unit("5.txt:1").reports.map(\.path) == ["5.txt"])
        #expect(throws: ReportError.self) { try selection.unit("县妇联") }
        #expect(try selection.peers(of: selection.unit("甲县妇联")).count == 3)
    }

    @Test func `a short name means the unit whose full name it shortens, unless two do`() throws {
        func unit(_ name: String, _ region: [String]) -> UnitTag {
            UnitTag(name: name, type: .womensFederation, level: .county, region: region)
        }
        let folder = try TemporaryFolder()
        let one = [unit("青石县妇联", ["青石县"]), unit("县妇联", [])]
        let selection = try UnitSelection(try Self.reading(one, in: folder))
        #expect(try selection.unit("县妇联").key.name == "青石县妇联")
        let other = try TemporaryFolder()
        let two = try UnitSelection(
            try Self.reading(one + [unit("白水县妇联", ["白水县"])], in: other))
        #expect(throws: ReportError.self) { try two.unit("县妇联") }
    }
}
