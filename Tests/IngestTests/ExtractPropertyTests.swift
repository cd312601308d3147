import Foundation
import ReportModel
import TestSupport
import Testing

@testable import Ingest

@Suite struct ExtractPropertyTests {
    private let extractor: ActivityExtractor
    private let reader: QuantityReader

    init() throws {
        extractor = try ActivityExtractor()
        reader = try QuantityReader()
    }

    private static let pieces = [
        "举办", "开展", "了", "走访慰问", "发放", "并", "同时", "为", "在", "妇女", "儿童", "活动", "宣传", "培训班", "“", "”",
        "《", "》", "（",
        "）", "(", ")", "，", "。", "；", "：", "、", "！", "\n", " ", "　", "一是", "二是", "（一）", "1.", "3",
        "22", "２", "x", "X", "*", "×", "万",
        "元", "人", "人次", "名", "家", "个", "%", "％", ".", "年", "月", "日", "近", "余", "多", "至", "-", "第",
        "三", "十", "百", "2018", "春节",
        "将继续", "下一步", "明年", "的", "由", "组成", "领导小组", "联合", "区妇联", "与", "共同", "到", "社区", "😀",
        "e\u{301}", "\u{0}", "\r\n", "開展", "區婦聯",
        "其中", "达", "12,345", "1.5", "百分之", "数", "几", "\"", "‘", "提高", "没有",
    ]

    private func text(seed: UInt64) -> String {
        var generator = SeededRandom(seed)
        let count = Int.random(in: 0...60, using: &generator)
        return (0..<count).compactMap { _ in Self.pieces.randomElement(using: &generator) }.joined()
    }

    private func slice(_ text: String, _ range: Range<Int>) -> String? {
        let bytes = Array(text.utf8)
        guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return nil }
        return String(validating: bytes[range], as: UTF8.self)
    }

    @Test func `Quantities are exact, ordered, and apart`() {
        for seed in 0..<3000 as Range<UInt64> {
            let text = text(seed: seed)
            var end = 0
            for found in reader.quantities(in: text) {
                #expect(slice(text, found.range) == found.quantity.raw, "seed \(seed)")
                #expect(found.range.lowerBound >= end, "seed \(seed)")
                #expect(!found.quantity.unit.isEmpty)
                #expect(found.quantity.value.map { $0.isFinite && $0 >= 0 } ?? true, "seed \(seed)")
                end = found.range.upperBound
            }
        }
    }

    @Test func `Spans are exact, ordered, apart, and inside one sentence`() {
        for seed in 0..<3000 as Range<UInt64> {
            let text = text(seed: seed)
            var end = 0
            for activity in extractor.activities(of: Paragraph(line: 1, text: text)) {
                #expect(slice(text, activity.range) == activity.span, "seed \(seed)")
                #expect(activity.range.lowerBound >= end, "seed \(seed)")
                #expect(!activity.range.isEmpty, "seed \(seed)")
                #expect(Self.isOneSentence(activity.span), "seed \(seed): \(activity.span)")
                for quantity in activity.quantities {
                    #expect(activity.span.contains(quantity.raw), "seed \(seed)")
                }
                end = activity.range.upperBound
            }
        }
    }

    /// No 。 ！ ？ outside marks that are closed, and no ； but before what tells more of the same: ；其中12人.
    private static func isOneSentence(_ span: String) -> Bool {
        let text = FoldedText(span.split(separator: "；其中").joined(separator: "，其中"))
        let regions = TextRegions(text)
        return !text.scalars.indices.contains { index in
            !regions.isEnclosed(index)
                && [0x3002, 0x21, 0x3F, 0x3B, 0x0A].contains(text.scalars[index])
        }
    }

    @Test func `The same text gives the same records, whatever stands after its last sentence`() {
        for seed in 0..<500 as Range<UInt64> {
            let body = "举办讲座3场，" + text(seed: seed).filter { !"下一步明年".contains($0) }
            guard !TextRegions(FoldedText(body)).names.contains(where: { _ in true }) else {
                continue
            }
            let once = extractor.activities(of: Paragraph(line: 1, text: body))
            let again = extractor.activities(of: Paragraph(line: 1, text: body))
            #expect(once == again)
        }
    }

    @Test(arguments: [
        "", " ", "。", "“", "”””", "（（（（", "一是", "x", "*", "%", "万元", "多", "第", "了了了", "1.1.1.1.1",
        "12,34,567元", "\u{0}", "😀",
        "\u{FEFF}举办", "举办", "举办。", "举办，，，，", "为为为为", "将将将",
    ])
    func `Odd input is survived`(_ text: String) {
        #expect(reader.quantities(in: text).count <= 1 + text.utf8.count)
        for activity in extractor.activities(of: Paragraph(line: 1, text: text)) {
            #expect(slice(text, activity.range) == activity.span)
        }
    }

    @Test func `Very long lines take time in proportion`() {
        let unit = "举办“护苗”讲座22场，发放传单3000份，“走访慰问困难妇女（其中"
        let short = extractor.activities(
            of: Paragraph(line: 1, text: String(repeating: unit, count: 10)))
        let long = extractor.activities(
            of: Paragraph(line: 1, text: String(repeating: unit, count: 2000)))
        #expect(!short.isEmpty)
        #expect(long.count >= short.count)
        let digits = String(repeating: "9", count: 50_000) + "人"
        #expect(reader.quantities(in: digits).isEmpty)
        let numerals = String(repeating: "十百", count: 50_000) + "人"
        #expect(reader.quantities(in: numerals).count <= 1)
    }
}
