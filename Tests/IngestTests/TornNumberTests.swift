import ReportModel
import TestSupport
import Testing

@testable import Ingest

/// Numbers among other words, and numbers in pieces: what is told is right, or withheld.
@Suite struct TornNumberTests {
    private let reader: QuantityReader

    init() throws { reader = try QuantityReader() }

    private func values(_ text: String, isCut: Bool = false) -> [Double?] {
        let folded = FoldedText(text)
        var found: [Amount] = []
        reader.read(folded, regions: TextRegions(folded), isCut: isCut, into: &found)
        return found.map(\.value)
    }

    @Test(arguments: [
        "参训8 6人", "参训1　40人", "参训14\n0人", "参训14\u{0C}0人", "参训8①6人", "参训8[1]6人", "参训8¹6人",
        "筹款8。5万元", "筹款8. 5万元", "来了十五、六人", "二 十三人", "筹款3万 500元", "参训5，00人", "参训1.200人", "来了7、8人",
    ])
    func `The tail of a number in pieces is never told as the number`(_ text: String) {
        #expect(values(text).allSatisfy { $0 == nil })
    }

    @Test func `A figure at the head of a line is withheld when the line before ends in a number`()
    {
        #expect(FoldedText.endsInNumber("全年培训妇女8"))
        #expect(FoldedText.endsInNumber("全年培训妇女一千二百 "))
        #expect(FoldedText.endsInNumber("投入资金1，"))
        #expect(!FoldedText.endsInNumber("全年培训妇女86人。"))
        #expect(values("6人次参加", isCut: true) == [nil])
        #expect(values("6人次参加") == [6])
        #expect(values("，500元用于12户", isCut: true) == [nil, 12])
    }

    @Test func `The paragraph behind an open number is read so in a report`() throws {
        let extractor = try ActivityExtractor()
        var report = Report(title: "总结", firstLine: 1, lastLine: 2, paragraphs: [])
        report.paragraphs = ["举办培训班3期，参训妇女8", "6人，发放资料120份。"].enumerated().map {
            var paragraph = Paragraph(line: $0 + 1, text: $1)
            paragraph.kind = .done
            return paragraph
        }
        extractor.extract(&report)
        let figures = report.paragraphs[1].activities.flatMap(\.quantities)
        #expect(figures.filter { $0.unit == "人" }.allSatisfy { $0.value == nil })
        #expect(figures.contains { $0.value == 120 })
    }

    @Test(arguments: [
        ("添置彩超6台", 6.0, "6台", false), ("帮扶附近3户", 3, "3户", false), ("新签合约12份", 12, "12份", false),
        ("走进超市2家", 2, "2家", false), ("最近3次会议", 3, "3次", false), ("靠近5所学校", 5, "5所", false),
        ("实现技术突破3项", 3, "3项", false), ("近30户", 30, "近30户", true), ("远超300人", 300, "超300人", true),
        ("约5场", 5, "约5场", true), ("5人上下班", 5, "5人", false), ("接近80人", 80, "接近80人", true),
    ])
    func `A word of approximation stands at a word's edge`(
        _ text: String, _ value: Double, _ raw: String, _ isAbout: Bool
    ) throws {
        let found = try #require(reader.quantities(in: text).first?.quantity)
        #expect(found.value == value)
        #expect(found.raw == raw)
        #expect(found.approximate == isAbout)
    }

    @Test(arguments: ["七里镇", "三元区", "六户乡", "九台市", "五里桥社区", "三门县", "十家村"])
    func `A place's name is no amount`(_ name: String) {
        #expect(values("在\(name)举办讲座2场") == [2])
    }

    @Test(arguments: [
        "大年初二起全部上岗", "腊月二十四起放假", "2018起试行", "三番五次上门", "高三班的孩子", "二十四节气", "发四件套", "十里八乡", "万人签名",
        "廿三人",
    ])
    func `Days, idioms and titles are no amounts`(_ text: String) {
        #expect(values(text).isEmpty)
    }

    @Test func `Whole things have no fractions unless they are shared out`() {
        #expect(values("接待1.9件") == [nil])
        #expect(values("平均每人兼1.9件") == [1.9])
        #expect(values("修路1.9公里、投入1.9万元、参与1.9万人") == [1.9, 19_000, 19_000])
    }

    @Test(arguments: [
        ("5万3千8百元", 53_800.0), ("3万2千6百元零5角", 32_600.5), ("38万9千元", 389_000), ("2万零5百元", 20_500),
        ("9l2人", 912), ("4I6瓶", 416), ("2O0名", 200),
    ])
    func `Forms in steps and forms of a scan`(_ text: String, _ value: Double) {
        #expect(values("共" + text) == [value])
    }

    private static let heads = [
        "共", "其中", "约", "近", "附近", "彩超", "由", "比去年多", "（", "“两癌”检查了", "每人", "达到", "、", "：", "妇女",
        "2018年", "3月，", "第三季度", "上半年", "其中：", "一是培训", "有", "不少于", "至少", "近三年来", "12个村", "先后",
        "5岁以上",
        "表彰", "三八节", "七一前", "①", "二、", "+", "共计", "累计", "为", "给", "的", "　",
    ]
    private static let tails = [
        "人", "人次", "名妇女", "户，", "元。", "元；", "份（", "场次", "件以上", "个左右", "家企业", "所、", "人\n",
        "人，比上年多3人",
        "台设备", "份的", "期 ", "次①", "余人", "多户",
    ]

    @Test func `Among any words before and behind it a number is right or withheld`() {
        var withheld = 0
        for seed in 0..<3000 as Range<UInt64> {
            var generator = SeededRandom(seed)
            let (words, value) = NumberForm.random(using: &generator)
            let head = Self.heads.randomElement(using: &generator) ?? ""
            let tail = Self.tails.randomElement(using: &generator) ?? ""
            let text = "参加" + head + words + tail
            let start = ("参加" + head).utf8.count
            let own = reader.quantities(in: text).filter {
                $0.range.upperBound > start && $0.range.lowerBound < start + words.utf8.count
            }
            #expect(own.count <= 1, "seed \(seed): \(text)")
            guard let told = own.first?.quantity.value else {
                withheld += 1
                continue
            }
            #expect(abs(told - value) < 1e-6 * max(1, value), "seed \(seed): \(text) \(told)")
        }
        #expect(withheld < 3000 / 8)
    }

    private static let gaps = [
        " ", "　", "  ", "\n", "\u{0C}", "\u{A0}", "①", "[1]", "〔2〕", "¹", "\u{AD}", "\u{200B}", "，",
        "。", " ，", "、",
        ". ", "\t",
    ]

    @Test func `A number cut at any place by any gap is right or withheld`() {
        for seed in 0..<3000 as Range<UInt64> {
            var generator = SeededRandom(seed)
            let whole = Int.random(in: 10...99_999, using: &generator)
            let isHan = Int.random(in: 0...3, using: &generator) == 0 && whole < 10_000
            let words = Array(isHan ? ChineseNumber.words(whole) : String(whole))
            guard words.count > 1 else { continue }
            let cut = Int.random(in: 1..<words.count, using: &generator)
            let gap = Self.gaps.randomElement(using: &generator) ?? " "
            let head = ["参加", "共有", "发放", "2018年培训"].randomElement(using: &generator) ?? ""
            let text = head + String(words[..<cut]) + gap + String(words[cut...]) + "人。"
            for case let told? in values(text) {
                #expect(told == Double(whole), "seed \(seed): \(text.debugDescription) \(told)")
            }
            let tail = String(words[cut...]) + "人。"
            #expect(values(tail, isCut: true).allSatisfy { $0 == nil }, "seed \(seed): \(tail)")
        }
    }
}
