import ReportIndex
import ReportModel
import TestSupport
import Testing

@testable import ReportQuery

@Suite struct `A unit over the years` {
    /// Reports of units that name no place: path, name, year.
    private static func selection(
        _ reports: [(path: String, name: String, year: Int)], in folder: borrowing TemporaryFolder
    ) throws -> UnitSelection {
        let sources = reports.map { report in
            var source = TestIndex.source(report.path, ["走访慰问困难母亲三十户。"])
            source.reports[0].unit = UnitTag(
                name: report.name, type: .womensFederation, level: .county)
            source.reports[0].year = YearTag(year: report.year, basis: .stated)
            return source
        }
        try TestIndex.write(sources, to: folder.path("i.sqlite"))
        return try UnitSelection(try IndexDatabase.open(folder.path("i.sqlite")).reading())
    }

    @Test func `reports of one folder that say the same bare name are one unit's, and it is said`()
        throws
    {
        let folder = try TemporaryFolder()
        let selection = try Self.selection(
            [("a/1.txt", "省直机关妇工委", 2016), ("a/2.txt", "省直机关妇工委", 2017)], in: folder)
        for name in ["省直机关妇工委", "省直机关妇女工作委员会"] {
            let unit = try selection.unitOverYears(name)
            #expect(unit.years == [2016, 2017])
            #expect(unit.isOneByName)
            #expect(unit.name == "省直机关妇工委")
        }
    }

    @Test(arguments: [
        [("a/1.txt", "县妇联", 2016), ("b/2.txt", "县妇联", 2017)],
        [("a/1.txt", "县妇联", 2016), ("a/2.txt", "县妇联", 2016)],
        [("a/1.txt", "县妇联", 2016), ("a/2.txt", "县妇联办公室", 2017)],
    ])
    func `other folders, two reports of a year and other names leave it open`(
        _ reports: [(String, String, Int)]
    ) throws {
        let folder = try TemporaryFolder()
        let selection = try Self.selection(
            reports.map { (path: $0.0, name: $0.1, year: $0.2) }, in: folder)
        #expect(throws: ReportError.self) { try selection.unitOverYears("县妇联") }
    }

    @Test func `one report alone needs no such guess`() throws {
        let folder = try TemporaryFolder()
        let selection = try Self.selection([("a/1.txt", "县妇联", 2016)], in: folder)
        #expect(try !selection.unitOverYears("县妇联").isOneByName)
    }
}
