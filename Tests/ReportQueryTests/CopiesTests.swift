import Foundation
import ReportIndex
import ReportModel
import TestSupport
import Testing

@testable import ReportQuery

/// Copies among the project's own reports and disguises made of them.
struct CopiesTests {
    private struct Place: Hashable {
        let file: String
        let line: Int
    }

    /// The judged pairs of `Tests/Labels`, by label.
    private func judged() throws -> [String: Set<Set<Place>>] {
        let labels = CopiesCorpus.checkout.appendingPathComponent("Tests/Labels/reuse_pairs.jsonl")
        var pairs: [String: Set<Set<Place>>] = [:]
        for line in try Data(contentsOf: labels).split(separator: 10) {
            let row = try #require(
                try JSONSerialization.jsonObject(with: line) as? [String: Any])
            func place(_ name: String) throws -> Place {
                let side = try #require(row[name] as? [String: Any])
                return Place(
                    file: try #require(side["file"] as? String),
                    line: try #require(side["line"] as? Int))
            }
            let label = try #require(row["label"] as? String)
            pairs[label, default: []].insert([try place("a"), try place("b")])
        }
        return pairs
    }

    @Test func `every judged copy is found, headings too, and nothing else`() throws {
        let reading = try CopiesCorpus.index(of: try CopiesCorpus.own.get())
        let findings = try CopyFindings.find(in: reading)
        var found: Set<Set<Place>> = []
        try findings.forEachPair(in: reading, where: { _ in true }) { pair in
            found.insert(
                Set(
                    [pair.first, pair.second].map {
                        Place(
                            file: String($0.report.path.split(separator: "/").last ?? ""),
                            line: $0.line)
                    }))
            #expect(pair.isInCopiedReport)
        }
        let judged = try judged()
        #expect(judged["copy"]?.subtracting(found) == [])
        #expect(judged["not_copy"]?.intersection(found) == [])
        #expect(found.subtracting(judged["copy"] ?? []) == [])
        #expect(findings.reports.count == 2)
    }

    @Test(arguments: [1, 2, 3, 4])
    func `a report in disguise is found paragraph by paragraph`(seed: UInt64) throws {
        let originals = try CopiesCorpus.paragraphs().filter { $0.count > 5 }
        var disguise = CopiesDisguise(
            random: SeededRandom(seed), masksFigures: seed.isMultiple(of: 2))
        let chosen = originals.indices.shuffled(using: &disguise.random).prefix(6)
        let copies = chosen.map { originals[$0].map { disguise.disguise($0) } }
        let texts = try CopiesCorpus.texts(originals + copies)
        let findings = CopyFinder(texts).find()
        let known = Set(findings.pairs.map { [$0.first, $0.second] })
        for (number, original) in chosen.enumerated() {
            let lefts = texts.passagesOfReport[original]
            let rights = texts.passagesOfReport[originals.count + number]
            for (left, right) in zip(lefts, rights) where texts.length(left) >= 12 {
                #expect(known.contains([Int32(left), Int32(right)]), "\(originals[original])")
            }
        }
    }

    @Test(arguments: [5, 6, 7, 8])
    func `a lone paragraph in disguise is found in a foreign report`(seed: UInt64) throws {
        var originals = try CopiesCorpus.paragraphs().filter { $0.count > 5 }
        var disguise = CopiesDisguise(
            random: SeededRandom(seed), masksFigures: seed.isMultiple(of: 2))
        let plain = try CopiesCorpus.texts(originals)
        var planted: [(left: Int, report: Int)] = []
        for _ in 0..<40 {
            let place = Int.random(in: 0..<plain.count, using: &disguise.random)
            guard plain.length(place) >= 60 else { continue }
            let report = Int(plain.reports[place])
            let host = (report + 7) % originals.count
            let text = originals[report][place - plain.passagesOfReport[report].lowerBound]
            planted.append((place, host))
            originals[host].append(disguise.disguise(text))
        }
        #expect(planted.count > 10)
        let texts = try CopiesCorpus.texts(originals)
        let findings = CopyFinder(texts).find()
        for (number, plant) in planted.enumerated() {
            let report = Int(plain.reports[plant.left])
            let left =
                plant.left - plain.passagesOfReport[report].lowerBound
                + texts.passagesOfReport[report].lowerBound
            // Plants of one host stand at its end in the order they came.
            let later = planted[(number + 1)...].count { $0.report == plant.report }
            let right = texts.passagesOfReport[plant.report].upperBound - 1 - later
            let isFound = findings.pairs.contains {
                ($0.first == left && $0.second == right) || ($0.first == right && $0.second == left)
            }
            #expect(isFound, "\(texts.length(left)) characters")
        }
    }

    @Test(arguments: [1, 3])
    func `a report of short lines is a copy as a whole, be it short or long`(
        times: Int
    ) throws {
        let lines = [
            "开展巾帼志愿者清洁家园活动。", "慰问两癌患病妇女并送去救助金。", "举办家庭教育公益讲座进社区。",
            "组织女职工参加健康体检。", "评选最美家庭和好婆媳。", "建立留守儿童爱心小屋。",
        ].flatMap { line in (0..<times).map { "\("甲乙丙丁".dropFirst($0).prefix(1))组" + line } }
        let copied = lines.map { $0.replacing("社区", with: "乡村") }
        let other = ["召开执委会议学习文件精神。", "组织女干部读书分享活动。", "走访看望老妇女工作者。"]
        let findings = CopyFinder(try CopiesCorpus.texts([lines, other, copied])).find()
        let count = Int32(lines.count)
        #expect(findings.pairs.map(\.first) == Array(0..<count))
        #expect(findings.pairs.map(\.second) == Array(count + 3..<2 * count + 3))
        #expect(findings.reports.map(\.second) == [2])
    }

    @Test func `an opening that every report has is no copy`() throws {
        let own = try CopiesCorpus.paragraphs().flatMap { $0 }
        let reports = (0..<60).map { number in
            [
                "一年来，在区委、区政府的正确领导下，在上级妇联的精心指导下，区妇联紧紧围绕中心、服务大局，"
                    + "扎实推进妇女儿童各项工作，取得了一定成绩。现将工作情况汇报如下：",
                own[number * 5],
            ]
        }
        let texts = try CopiesCorpus.texts(reports)
        let openings = Set(texts.passagesOfReport.map { Int32($0.lowerBound) })
        let pairs = CopyFinder(texts).find().pairs
        #expect(!pairs.contains { openings.contains($0.first) && openings.contains($0.second) })
    }

    @Test func `one unit's formula of every year with new figures is no copy`() throws {
        func year(_ figures: [Int]) -> String {
            "全年接待来信来访\(figures[0])件次，办结\(figures[1])件，为\(figures[2])名妇女提供法律援助，"
                + "举办法律知识讲座\(figures[3])场，发放宣传资料\(figures[4])份。"
        }
        let texts = try CopiesCorpus.texts(
            [[year([31, 30, 12, 8, 4000])], [year([27, 27, 9, 11, 5200])]],
            units: [("望川区妇联", 2018), ("望川区妇联", 2019)])
        #expect(CopyFinder(texts).find().pairs.isEmpty)
    }

    @Test func `changes are told in the words of the originals`() throws {
        let changes = try TextChanges()
        #expect(
            changes.changes(
                from: "我局安排了专人负责，由局长冯进同志任组长，全区32所学校受益，发放资料1350份。",
                to: "经贸局安排了专人负责,由局长张家任同志任组长，全县××所学校受益，发放资料1960份。")
                == [
                    TextChange(from: "我", to: "经贸"), TextChange(from: "冯进", to: "张家任"),
                    TextChange(from: "区32", to: "县××"), TextChange(from: "1350", to: "1960"),
                ])
        #expect(changes.changes(from: "为妇女办实事，办好事。", to: "為婦女辦實事, 辦好事。").isEmpty)
        #expect(changes.changes(from: "", to: "") == [])
        #expect(changes.changes(from: "甲乙丙", to: "") == [TextChange(from: "甲乙丙", to: "")])
    }

    @Test func `groups join what pairs connect and know their first member`() throws {
        let text = "镇妇联组织志愿者走进敬老院，为老人理发、包饺子、表演节目，陪他们拉家常，老人们脸上笑开了花。"
        let texts = try CopiesCorpus.texts([["开场白。", text], [text], ["别的话。", text]])
        let groups = CopyGroups(CopyFinder(texts).find())
        #expect(groups.members(with: 5) == [2, 3, 5])
        #expect(groups.representative(of: 5) == 2)
        #expect(groups.representative(of: 1) == 1)
        #expect(groups.isLaterCopy(3))
        #expect(!groups.isLaterCopy(2))
        #expect(groups.members(with: 1).isEmpty)
    }
}
