import Ingest
import TestSupport
import Testing

/// Numbers in every form an office writes them: what is read is right, or withheld.
@Suite struct NumberFormTests {
    private let reader: QuantityReader

    init() throws { reader = try QuantityReader() }

    @Test(arguments: [
        QuantityCase("发放慰问金5 000元", 5000, "元", "5 000元"),
        QuantityCase("发放慰问金5，000元", 5000, "元", "5，000元"),
        QuantityCase("发放慰问金5\u{2009}000元", 5000, "元", "5\u{2009}000元"),
        QuantityCase("发放慰问金1,234,567元", 1_234_567, "元", "1,234,567元"),
        QuantityCase("善款八点八万元", 88_000, "元", "八点八万元"),
        QuantityCase("善款零点五万元", 5000, "元", "零点五万元"),
        QuantityCase("善款半万元", 5000, "元", "半万元"),
        QuantityCase("慰问金123元1角1分", 123.11, "元", "123元1角1分"),
        QuantityCase("善款一千二百五十八元六角", 1258.6, "元", "一千二百五十八元六角"),
        QuantityCase("慰问金伍仟元整", 5000, "元", "伍仟元整"),
        QuantityCase("慰问金壹万贰仟元", 12_000, "元", "壹万贰仟元"),
        QuantityCase("慰问金100万两千元", 1_002_000, "元", "100万两千元"),
        QuantityCase("慰问金10万港元", 100_000, "港元", "10万港元"),
        QuantityCase("妇女2000左右人次", 2000, "人次", "2000左右人次", true),
        QuantityCase("妇女2000+人", 2000, "人", "2000+人", true),
        QuantityCase("来了三十几个", 30, "个", "三十几个", true),
        QuantityCase("来了一百二十来号人", 120, "人", "一百二十来号人", true),
        QuantityCase("两万五千册", 25_000, "册", "两万五千册"),
        QuantityCase("三百五十户", 350, "户", "三百五十户"),
        QuantityCase("女性占四成以上", 40, "%", "四成以上", true),
        QuantityCase("约占五成七", 57, "%", "五成七"),
        QuantityCase("教了半年", 0.5, "年", "半年"),
        QuantityCase("历时一年半", 1.5, "年", "一年半"),
        QuantityCase("连载了一个半月", 1.5, "个月", "一个半月"),
        QuantityCase("讲了两个半小时", 2.5, "小时", "两个半小时"),
        QuantityCase("停了三个半天", nil, "天", "三个半天"),
        QuantityCase("最小的5岁半", 5.5, "岁", "5岁半"),
        QuantityCase("保底两块一毛一斤", 2.1, "元", "两块一毛"),
        QuantityCase("每斤三块5角2分", 3.52, "元", "三块5角2分"),
        QuantityCase("每斤两块五", nil, "元", "两块五"),
        QuantityCase("服务I 240人次", nil, "人次", "240人次"),
        QuantityCase("占四分之一", 25, "%", "四分之一"),
        QuantityCase("死亡率千分之三", 3, "‰", "千分之三"),
        QuantityCase("死亡率18.6/10万", 18.6, "/10万", "18.6/10万"),
        QuantityCase("发放1O0份", 100, "份", "1O0份"),
        QuantityCase("参训1 2 5人", 125, "人", "1 2 5人"),
        QuantityCase("参训12 34人", nil, "人", "12 34人"),
        QuantityCase("百八十人", nil, "人", "百八十人", true),
        QuantityCase("发放小一千份", 1000, "份", "小一千份", true),
        QuantityCase("查了小200家", 200, "家", "小200家", true),
        QuantityCase("来了百把人", 100, "人", "百把人", true),
        QuantityCase("卖了万把块钱", 10_000, "元", "万把块钱", true),
        QuantityCase("接待七百挂零人次", 700, "人次", "七百挂零人次", true),
        QuantityCase("发放不到2000份", 2000, "份", "不到2000份", true),
        QuantityCase("贷款2亿3千万元", 230_000_000, "元", "2亿3千万元"),
        QuantityCase("发出保护令l2份", 12, "份", "l2份"),
        QuantityCase("合计l.8万元", 18_000, "元", "l.8万元"),
        QuantityCase("近半妇女", 50, "%", "近半", true),
        QuantityCase("过半的乡镇", 50, "%", "过半", true),
    ])
    func `A form is read to its last character or withheld`(_ expected: QuantityCase) throws {
        let found = reader.quantities(in: expected.text).map(\.quantity)
        let first = try #require(found.first)
        #expect(found.count == 1)
        #expect(first.value == expected.value)
        #expect(first.unit == expected.unit)
        #expect(first.raw == expected.raw)
        #expect(first.approximate == expected.approximate)
    }

    @Test(arguments: [
        "第107个妇女节", "“4050”人员", "4050人员", "“百名巾帼”", "寄“一封家书”", "百名巾帼宣讲", "头一回", "上半年", "六点半",
        "宣传队伍",
        "办成几件实事", "抓七件事", "一成不变", "第 3 个",
    ])
    func `Names and ordinals are no amounts`(_ text: String) {
        #expect(reader.quantities(in: text).isEmpty)
    }

    @Test func `Whatever form a number is written in, its value is right or withheld`() {
        var withheld = 0
        for seed in 0..<4000 as Range<UInt64> {
            var generator = SeededRandom(seed)
            let (words, value) = NumberForm.random(using: &generator)
            for tail in ["人", "人参加", "元，", "户。"] {
                let found = reader.quantities(in: "共有" + words + tail).map(\.quantity)
                #expect(found.count <= 1, "seed \(seed): \(words)")
                guard let told = found.first?.value else {
                    withheld += 1
                    continue
                }
                #expect(abs(told - value) < 1e-6 * max(1, value), "seed \(seed): \(words) \(told)")
            }
        }
        #expect(withheld < 4000 * 4 / 20)
    }
}

/// Writes numbers as people do: the oracle for reading them.
enum NumberForm {
    static func random(using generator: inout SeededRandom) -> (words: String, value: Double) {
        let whole = Int.random(in: 2...9999, using: &generator)
        switch Int.random(in: 0...13, using: &generator) {
        case 0: return (String(whole), Double(whole))
        case 1:
            return grouped(whole * 1000 + Int.random(in: 0...999, using: &generator), &generator)
        case 2: return (ChineseNumber.words(whole), Double(whole))
        case 3: return (capital(ChineseNumber.words(whole)), Double(whole))
        case 4:
            let tenths = Int.random(in: 1...9, using: &generator)
            return ("\(whole).\(tenths)万", Double(whole * 10 + tenths) * 1000)
        case 5:
            let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
            let tens = Int.random(in: 1...9, using: &generator)
            let tenths = Int.random(in: 1...9, using: &generator)
            return (digits[tens] + "点" + digits[tenths] + "万", Double(tens * 10 + tenths) * 1000)
        case 6: return ("\(whole)万", Double(whole) * 10_000)
        case 7:
            let rest = Int.random(in: 1...9, using: &generator)
            return ("\(whole)万\(rest)千", Double(whole) * 10_000 + Double(rest) * 1000)
        case 8: return (ChineseNumber.words(whole) + "万", Double(whole) * 10_000)
        case 9:
            let rest = Int.random(in: 1...9, using: &generator)
            return ("\(whole)亿\(rest)千万", Double(whole) * 100_000_000 + Double(rest) * 10_000_000)
        case 10: return ("小\(whole * 100)", Double(whole * 100))
        case 11: return (ChineseNumber.words(whole) + "挂零", Double(whole))
        case 12: return ("不到\(whole)", Double(whole))
        default:
            return (String(String(whole).unicodeScalars.compactMap { full($0) }), Double(whole))
        }
    }

    private static func full(_ digit: Unicode.Scalar) -> Character? {
        Unicode.Scalar(digit.value + 0xFEE0).map { Character($0) }
    }

    private static func grouped(_ number: Int, _ generator: inout SeededRandom) -> (String, Double)
    {
        let mark = [",", " ", "，", "\u{2009}", "\u{A0}"].randomElement(using: &generator) ?? ","
        var digits = Array(String(number))
        var words = ""
        while digits.count > 3 {
            words = mark + String(digits.suffix(3)) + words
            digits.removeLast(3)
        }
        return (String(digits) + words, Double(number))
    }

    private static func capital(_ words: String) -> String {
        let pairs: [Character: Character] = [
            "一": "壹", "二": "贰", "三": "叁", "四": "肆", "五": "伍", "六": "陆", "七": "柒", "八": "捌",
            "九": "玖",
            "十": "拾", "百": "佰", "千": "仟",
        ]
        return String(words.map { pairs[$0] ?? $0 })
    }
}
