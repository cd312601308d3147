import ReportModel
import Testing

@testable import ReportQuery

/// Copy detection on input that nobody writes but files hold.
struct CopiesHostileTests {
    private let line = "召开妇女儿童工作联席会议，听取各成员单位汇报，研究解决规划实施中的突出问题。"

    @Test func `nothing gives nothing`() throws {
        #expect(CopyFinder(try CopiesCorpus.texts([])).find().pairs.isEmpty)
        #expect(CopyFinder(try CopiesCorpus.texts([[], []])).find().pairs.isEmpty)
        let blank = try CopiesCorpus.texts([["", "……", "123 xx"], ["", "。。", "456 **"]])
        #expect(CopyFinder(blank).find().pairs.isEmpty)
    }

    @Test func `ten thousand identical lines of one report are no pairs`() throws {
        let texts = try CopiesCorpus.texts([[String](repeating: line, count: 10_000)])
        #expect(CopyFinder(texts).find().pairs.isEmpty)
    }

    @Test func `ten thousand identical lines in each of two reports give pairs in line`() throws {
        let lines = [String](repeating: line, count: 10_000)
        let findings = CopyFinder(try CopiesCorpus.texts([lines, lines])).find()
        #expect(findings.pairs.count == 10_000)
        #expect(findings.pairs.allSatisfy { $0.second == $0.first + 10_000 })
        #expect(findings.reports.count == 1)
        #expect(CopyGroups(findings).members(with: 20_000) == [10_000, 20_000])
    }

    @Test func `three hundred copies of one report are told by their first`() throws {
        let own = Array(try CopiesCorpus.paragraphs().first { $0.count > 8 } ?? [])
        let findings = CopyFinder(
            try CopiesCorpus.texts([[String]](repeating: own, count: 300))
        ).find()
        let texts = try CopiesCorpus.texts([own])
        let long = (0..<texts.count).count { texts.length($0) >= CopyCriteria.leastLength }
        #expect(long > 5)
        #expect(findings.pairs.count >= long * 299)
        #expect(findings.pairs.count <= own.count * 300 + 300)
        let groups = CopyGroups(findings)
        #expect(groups.original(ofReport: 300) == 1)
    }

    @Test func `one huge paragraph is compared, repetitive or not`() throws {
        let repeated = String(repeating: "妇女儿童", count: 25_000)
        let various = try CopiesCorpus.paragraphs().flatMap { $0 }.joined()
        let texts = try CopiesCorpus.texts([[repeated, various], [repeated + "完", various + "完"]])
        let pairs = CopyFinder(texts).find().pairs
        #expect(pairs.contains { $0.first == 1 && $0.second == 3 })
    }

    @Test func `the same reports give the same pairs in the same order`() throws {
        let reports = try CopiesCorpus.paragraphs()
        let first = CopyFinder(try CopiesCorpus.texts(reports)).find().pairs
        #expect(first == CopyFinder(try CopiesCorpus.texts(reports)).find().pairs)
        #expect(first == first.sorted { ($0.first, $0.second) < ($1.first, $1.second) })
        #expect(Set(first).count == first.count)
        let texts = try CopiesCorpus.texts(reports)
        #expect(
            first.allSatisfy { texts.reports[Int($0.first)] != texts.reports[Int($0.second)] })
    }
}
