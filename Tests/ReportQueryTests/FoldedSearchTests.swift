import Foundation
import ReportIndex
import ReportModel
import Segmentation
import TestSupport
import Testing

@testable import ReportQuery

@Suite struct FoldedSearchTests {
    private static let texts = [
        "組織婦女兒童開展兩癌檢查３００人次", "组织妇女儿童开展两癌检查300人次", "ＡＰＰ推送“三八”维权周", "app推送三八维权周",
        "苎麻种植户培训", "苧麻種植戶培訓", "WeChat　公众号 5G", "𠮷林🎉妇女之家é",
    ]

    @Test func `traditional and simplified, widths and cases are found as one`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("i.sqlite")
        try TestIndex.write([TestIndex.source("a.txt", Self.texts)], to: path)
        let engine = try Searcher(try IndexDatabase.open(path).reading())
        for (query, count) in [
            ("婦女兒童", 2), ("妇女儿童", 2), ("300人", 2), ("３００", 2), ("ａｐｐ", 2), ("App", 2), ("苎麻", 2),
            ("苧麻", 2),
            ("wechat 公", 1), ("ＷＥＣＨＡＴ　公", 1), ("5g", 1), ("𠮷林🎉", 1), ("é", 1),
        ] {
            let found = try engine.search(SearchOracle.query(.phrase(query)))
            #expect(found.matchCount == count, "\(query)")
            #expect(found.hits.reduce(0) { $0 + 1 + $1.copies.count } == count, "\(query)")
        }
    }

    @Test func `highlights stand on the original text and fold to the words found`() throws {
        let oracle = try SearchOracle.shared()
        let engine = try Searcher(oracle.reading)
        for text in ["妇女 兒童", "兩癌檢查", "三八妇女节", "微信 ＱＱ群", "走访慰问 困难", "3000元", "家庭教育指导"] {
            for hit in try engine.search(try QueryParser.parse(text)).hits {
                let scalars = Array(hit.passage.text.unicodeScalars)
                let words = hit.matched.map { $0.hasPrefix("~") ? String($0.dropFirst()) : $0 }
                var last = -1
                for range in hit.highlights {
                    #expect(range.lowerBound > last && range.upperBound <= scalars.count)
                    last = range.upperBound
                    var view = String.UnicodeScalarView()
                    view.append(contentsOf: scalars[range])
                    let plain = PlainText(String(view)).scalars
                    // Words side by side are one highlight: words cover it from end to end.
                    #expect(Self.isCovered(plain, by: words), "\(String(view)) in \(words)")
                }
                #expect(hit.matched.isEmpty == hit.highlights.isEmpty)
            }
        }
    }

    private static func isCovered(_ text: [UInt32], by words: [String]) -> Bool {
        var covered = [Bool](repeating: false, count: text.count)
        for word in words {
            let needle = PlainText(word).scalars
            guard !needle.isEmpty, text.count >= needle.count else { continue }
            for start in 0...text.count - needle.count
            where text[start..<start + needle.count].elementsEqual(needle) {
                for place in start..<start + needle.count { covered[place] = true }
            }
        }
        return !covered.contains(false)
    }
}
