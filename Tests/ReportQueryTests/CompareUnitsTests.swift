import ReportIndex
import ReportModel
import Testing

@testable import ReportQuery

@Suite struct `Units side by side` {
    let engine: ComparisonEngine
    let reading: IndexReading

    init() throws {
        engine = try ComparisonEngine()
        reading = try CompareCorpus.index.get()
    }

    @Test func `A gap is never mentioned by the unit's own reports`() throws {
        let gaps = try engine.gaps(of: "望川区妇联", peers: [], years: [2018], in: reading)
        #expect(gaps.years == [2018])
        #expect(!gaps.peers.isEmpty && !gaps.rows.isEmpty)
        let own = Set(gaps.unit.reports.map(\.id))
        var owners: [Int64: String] = [:]
        for peer in gaps.peers { for report in peer.reports { owners[report.id] = peer.name } }
        for row in gaps.rows {
            #expect(row.records.allSatisfy { !own.contains($0.report.id) })
            let done = Set(
                row.records.filter { $0.activity.status == .done }
                    .compactMap { owners[$0.report.id] })
            #expect(Set(row.doneBy) == done)
            #expect(
                Set(row.plannedBy)
                    == Set(row.records.compactMap { owners[$0.report.id] }).subtracting(done))
            #expect(row.doneBy.count + row.plannedBy.count > 1)
            #expect(row.doneBy.count + row.plannedBy.count <= gaps.peers.count)
        }
        #expect(gaps.rows.contains { $0.kind == "“母亲邮包”" })
        #expect(gaps.rows.contains { !$0.plannedBy.isEmpty })
    }

    @Test func `The columns of a comparison are the units asked for, each with its own records`()
        throws
    {
        var scope = ComparisonScope()
        scope.units = ["望川区妇联", "东浦区妇联"]
        scope.topics = [.rights]
        let comparison = try engine.compare(scope, in: reading)
        #expect(comparison.columns == ["望川区妇联", "东浦区妇联"])
        #expect(!comparison.rows.isEmpty)
        for row in comparison.rows {
            for (name, records) in zip(comparison.columns, row.cells) {
                #expect(records.allSatisfy { $0.report.unit.name == name })
                #expect(records.allSatisfy { $0.topics.contains(.rights) })
            }
            #expect(row.kind == nil || row.count > 1)
        }
    }

    @Test func `Over the years of one unit every record stands under its year, once`() throws {
        var scope = ComparisonScope()
        scope.units = ["望川区妇联"]
        scope.years = [2017, 2018, 2019]
        let comparison = try engine.compare(scope, in: reading)
        #expect(comparison.isOverYears && comparison.columns == ["2017", "2018", "2019"])
        var met: Set<String> = []
        for row in comparison.rows {
            for (year, records) in zip(scope.years, row.cells) {
                #expect(records.allSatisfy { $0.year == year })
                for record in records { #expect(met.insert(record.id).inserted) }
            }
        }
        let expected = try CompareCorpus.records("单位:望川区妇联").filter {
            $0.report.unit.name == "望川区妇联" && scope.years.contains($0.year ?? 0)
        }
        #expect(met.count == expected.count)
    }

    @Test func `Plans are answered by another report of the unit`() throws {
        let review = try engine.promises(of: "望川区妇联", year: 2018, in: reading)
        #expect(review.year == 2018)
        #expect(review.count(.kept) > 0)
        for row in review.rows {
            #expect(row.plan.activity.status == .planned)
            #expect((row.result == nil) == (row.outcome == .noTrace))
            #expect(row.result?.report.id != row.plan.report.id)
            if let quotation = row.quotation {
                #expect(row.result?.text.contains(quotation) ?? false)
            }
        }
        let mediation = review.rows.first { $0.plan.activity.span.contains("人民调解委员会") }
        #expect(mediation?.outcome == .kept)
    }

    @Test(arguments: ["", "火星", "' OR 1=1", "妇联"])
    func `An unknown or ambiguous unit is refused with its name`(_ name: String) throws {
        #expect(throws: ReportError.self) {
            _ = try engine.gaps(of: name, peers: [], years: [], in: reading)
        }
        #expect(throws: ReportError.self) {
            _ = try engine.promises(of: name, year: nil, in: reading)
        }
    }

    @Test func `A year without reports gives an empty answer`() throws {
        #expect(try engine.gaps(of: "望川区妇联", peers: [], years: [1900], in: reading).rows.isEmpty)
        var scope = ComparisonScope()
        scope.units = ["望川区妇联", "东浦区妇联"]
        scope.years = [1900]
        #expect(try engine.compare(scope, in: reading).rows.isEmpty)
    }
}
