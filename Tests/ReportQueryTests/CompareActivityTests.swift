import Foundation
import ReportIndex
import ReportModel
import Testing

@testable import ReportQuery

@Suite struct `Activities and their sums` {
    @Test func `Every activity of a filtered query is listed, in order of source and line`() throws
    {
        let all = try CompareCorpus.records("")
        #expect(all.count > 300)
        let places = all.map { ($0.report.path, $0.line, $0.number) }
        #expect(zip(places, places.dropFirst()).allSatisfy { $0 < $1 })
        let done = try CompareCorpus.records("", status: .done).count
        let planned = try CompareCorpus.records("", status: .planned).count
        let notDone = try CompareCorpus.records("", status: .notDone).count
        #expect(done + planned + notDone == all.count)
    }

    @Test func `Of a paragraph that matches, those activities count that have a word asked for`()
        throws
    {
        let records = try CompareCorpus.records("慰问")
        #expect(!records.isEmpty)
        #expect(records.allSatisfy { $0.activity.span.contains("慰问") })
    }

    @Test(arguments: ["", "单位:望川区妇联", "两癌", "主题:relief"])
    func `Sums equal a naive sum over the records that are no copies`(_ query: String) throws {
        let rates = try ComparisonWords().rates
        var sums = ActivitySums(rates: rates)
        var copies = ActivityCopies()
        var naive: [String: Double] = [:]
        var withheld = 0
        for record in try CompareCorpus.records(query) {
            sums.add(record)
            guard !record.activity.quantities.isEmpty, !copies.repeats(record) else { continue }
            let isDone = record.activity.status == .done
            var counted: Set<String> = []
            for quantity in record.activity.quantities where !rates.contains(quantity.unit) {
                guard quantity.part == .head || !isDone && quantity.part == .target else {
                    continue
                }
                // One a record, but for those of one list.
                let before = record.activity.span.components(separatedBy: quantity.raw)[0]
                let mark = before.last { "，、；,;".contains($0) }
                if mark != "、", counted.contains(quantity.unit) { continue }
                if quantity.value != nil || mark != "、" { counted.insert(quantity.unit) }
                guard let value = quantity.value else {
                    withheld += 1
                    continue
                }
                guard !quantity.unit.isEmpty, !rates.contains(quantity.unit) else { continue }
                let key = record.report.unitKey
                let name =
                    "\(key.name ?? "")|\(key.place ?? "")|\(record.year ?? 0)|"
                    + "\(record.activity.status)|\(quantity.unit)"
                naive[name, default: 0] += value
            }
        }
        let rows = sums.rows
        #expect(rows.reduce(0) { $0 + $1.withheld } == withheld)
        var found: [String: Double] = [:]
        for row in rows {
            guard let total = row.total else { continue }
            let name =
                "\(row.unit ?? "")|\(row.place ?? "")|\(row.year ?? 0)|\(row.status)|\(row.measure)"
            found[name] = total
        }
        #expect(Set(found.keys) == Set(naive.keys))
        for (name, total) in naive {
            #expect(abs((found[name] ?? 0) - total) < 1e-6 * max(1, total))
        }
    }

    @Test func `Unlike measures, years, units and statuses stay apart; masked numbers are counted`()
    {
        var sums = ActivitySums(rates: ["%"])
        func add(
            _ value: Double?, _ unit: String, by name: String?, _ year: Int?, _ report: Int64,
            _ status: Activity.Status = .done
        ) {
            sums.add(
                CompareCorpus.record(
                    "x", [Quantity(value: value, unit: unit, raw: "")], report: report, unit: name,
                    year: year, status: status))
        }
        add(3, "人", by: "县妇联", 2018, 1)
        add(4, "人", by: "县妇联", 2018, 2)
        add(nil, "人", by: "县妇联", 2018, 1)
        add(5, "人次", by: "县妇联", 2018, 1)
        add(6, "人", by: "县妇联", 2019, 3)
        add(7, "人", by: "县妇联", 2018, 1, .planned)
        add(98, "%", by: "县妇联", 2018, 1)
        add(8, "人", by: nil, 2018, 4)
        add(9, "人", by: nil, 2018, 5)
        let people = sums.rows.filter { $0.measure == "人" }
        #expect(people.compactMap(\.total).sorted() == [6, 7, 7, 8, 9])
        #expect(people.reduce(0) { $0 + $1.withheld } == 1)
        #expect(sums.rows.first { $0.measure == "%" }?.total == nil)
        #expect(sums.rows.first { $0.measure == "人次" }?.total == 5)
    }

    @Test func `A copied record counts once, a new figure counts`() {
        let span = "春节前夕走访慰问全县困难母亲和留守儿童家庭送去慰问金"
        func sum(_ second: Double?, year: Int?) -> Double {
            var sums = ActivitySums(rates: [])
            let amounts = [Quantity(value: 100, unit: "元", raw: "")]
            let others = [Quantity(value: second, unit: "元", raw: "")]
            sums.add(CompareCorpus.record(span, amounts, report: 1, unit: "甲", year: 2018))
            sums.add(CompareCorpus.record(span, others, report: 2, unit: "乙", year: year))
            return sums.rows.reduce(0) { $0 + ($1.total ?? 0) }
        }
        #expect(sum(100, year: 2018) == 100)
        #expect(sum(100, year: nil) == 100)
        #expect(sum(nil, year: 2018) == 100)
        #expect(sum(200, year: 2018) == 300)
        #expect(sum(100, year: 2019) == 200)
    }

    @Test(arguments: [
        ("望川区妇联", ["望川区"], "望川区妇联", false), ("区妇联", ["望川区"], "望川区妇联", false),
        ("县妇联", [], "县妇联", true), ("XX社区", [], "XX社区", true),
        ("国务院", [], "国务院", false), ("佛山市", ["广东省", "佛山市"], "佛山市", false),
    ])
    func `A unit without a place is a unit of its report only`(
        _ name: String, _ region: [String], _ expected: String, _ isOwn: Bool
    ) {
        let summary = ReportSummary(
            id: 1, path: "a.txt", title: "", firstLine: 3, lastLine: 9,
            unit: UnitTag(name: name, region: region), year: YearTag(), period: nil)
        #expect(summary.unitKey.name == expected)
        #expect((summary.unitKey.place == "a.txt:3") == isOwn)
    }
}
