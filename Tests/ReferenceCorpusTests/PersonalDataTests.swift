import Segmentation
import TestSupport
import Testing

@testable import ReferenceCorpus

@Suite struct `Personal data` {
    private func find(_ text: String) throws -> [String] {
        var segmenter = try Segmenter()
        let scalars = Folding.standard.fold(text)
        let breaks = WordBreaks(ends: segmenter.ends(of: scalars), count: scalars.count)
        return try PersonalDataFinder().find(in: text, breaks: breaks).map {
            "\($0.kind) \($0.text)"
        }
    }

    @Test(arguments: [
        ("林某某副局长到场讲话。", "official 林某某"), ("由李×主任主持。", "official 李×"),
        ("走访慰问贫困母亲王秀英。", "aided-person 王秀英"), ("受害人张某得到赔偿。", "aided-person 张某"),
        ("请拨打13912345678报名。", "phone 13912345678"), ("热线0451-87654321开通。", "phone 0451-87654321"),
        ("身份证11010519491231002X。", "resident-id 11010519491231002X"),
        ("汇入6222021234567890128账户。", "bank-card 6222021234567890128"),
    ])
    func `Names and numbers of persons are found`(text: String, expected: String) throws {
        let found = try find(text)
        #expect(found == [expected])
    }

    @Test(arguments: [
        "区妇联主席办公会研究决定。", "群众高度评价。", "居民关心的问题，职工关注的热点。", "投入2013年以来的资金1234567元。",
        "全年共接待来访123456人次。", "各部门主任、书记参加会议。", "高校校长座谈会。",
    ])
    func `What is no person is left alone`(text: String) throws {
        #expect(try find(text).isEmpty)
    }

    /// The example of GB 11643-1999.
    @Test func `The check of resident ids is that of the standard`() {
        #expect(PersonalDataFinder.isResidentID(Folding.standard.fold("11010519491231002x")))
        #expect(!PersonalDataFinder.isResidentID(Folding.standard.fold("110105194912310021")))
        // The customary example of Luhn's check.
        #expect(PersonalDataFinder.passesLuhn(Folding.standard.fold("79927398713")))
        #expect(!PersonalDataFinder.passesLuhn(Folding.standard.fold("79927398710")))
    }

    @Test func `Any text goes through, and findings rise and stay inside`() throws {
        var random = SeededRandom(11)
        let pieces = Array("王李某×主任局长学生孤儿1390-x*，。 \u{1F600}欧阳a居民0".unicodeScalars)
        var segmenter = try Segmenter()
        let finder = try PersonalDataFinder()
        for _ in 0..<2000 {
            var view = String.UnicodeScalarView()
            for _ in 0..<Int(random.next() % 40) {
                view.append(pieces[Int(random.next() % UInt64(pieces.count))])
            }
            let text = String(view)
            let scalars = Folding.standard.fold(text)
            let breaks = WordBreaks(ends: segmenter.ends(of: scalars), count: scalars.count)
            var end = 0
            for found in finder.find(in: text, breaks: breaks) {
                #expect(found.range.lowerBound >= end && found.range.upperBound <= scalars.count)
                end = found.range.upperBound
            }
        }
    }
}
