import Ingest
import ReportModel
import Testing

/// What one text must yield: value, unit, raw words.
struct QuantityCase: Sendable, CustomTestStringConvertible {
    let text: String
    let value: Double?
    let unit: String
    let raw: String
    let approximate: Bool

    init(
        _ text: String, _ value: Double?, _ unit: String, _ raw: String, _ approximate: Bool = false
    ) {
        self.text = text
        self.value = value
        self.unit = unit
        self.raw = raw
        self.approximate = approximate
    }

    var testDescription: String { text }
}

@Suite struct ExtractQuantityTests {
    private func read(_ text: String) throws -> [Quantity] {
        try QuantityReader().quantities(in: text).map(\.quantity)
    }

    @Test(arguments: [
        QuantityCase("安排经费33万元", 330_000, "元", "33万元"),
        QuantityCase("拨款1.5亿元", 150_000_000, "元", "1.5亿元"),
        QuantityCase("补助500元", 500, "元", "500元"),
        QuantityCase("合计2万5千元", 25_000, "元", "2万5千元"),
        QuantityCase("总值近6000余元", 6000, "元", "近6000余元", true),
        QuantityCase("奖金三万元", 30_000, "元", "三万元"),
        QuantityCase("每人20块钱", 20, "元", "20块钱"),
        QuantityCase("引资1.2亿美元", 120_000_000, "美元", "1.2亿美元"),
        QuantityCase("发放补助12,345元", 12_345, "元", "12,345元"),
        QuantityCase("看望老人22人次", 22, "人次", "22人次"),
        QuantityCase("看望老人22人", 22, "人", "22人"),
        QuantityCase("服务群众1.4万余人", 14_000, "人", "1.4万余人", true),
        QuantityCase("咨询600余人次", 600, "人次", "600余人次", true),
        QuantityCase("参训90人(次)", 90, "人次", "90人(次)"),
        QuantityCase("志愿者三十余名", 30, "名", "三十余名", true),
        QuantityCase("十多名志愿者", 10, "名", "十多名", true),
        QuantityCase("近百名家长", 100, "名", "近百名", true),
        QuantityCase("一百二十户", 120, "户", "一百二十户"),
        QuantityCase("两千零八人", 2008, "人", "两千零八人"),
        QuantityCase("一万三千册", 13_000, "册", "一万三千册"),
        QuantityCase("上千名妇女", 1000, "名", "上千名", true),
        QuantityCase("三五名妇女", 3, "名", "三五名", true),
        QuantityCase("成百上千户群众", nil, "户", "成百上千户", true),
        QuantityCase("一千七八百元", 1700, "元", "一千七八百元", true),
        QuantityCase("补了一千七八元", 1700, "元", "一千七八元", true),
        QuantityCase("送书1千5册", 1500, "册", "1千5册"),
        QuantityCase("花了2 600块。", 2600, "元", "2 600块"),
        QuantityCase("送了9块牌子", 9, "块", "9块"),
        QuantityCase("抽查得93.6分。", 93.6, "分", "93.6分"),
        QuantityCase("批捕3l人", 31, "人", "3l人"),
        QuantityCase("赠送手册2 OOO册", 2000, "册", "2 OOO册"),
        QuantityCase("为期一周。", 1, "周", "一周"),
        QuantityCase("两三名妇女", 2, "名", "两三名", true),
        QuantityCase("确定一名女同志", 1, "名", "一名"),
        QuantityCase("举办讲座两场", 2, "场", "两场"),
        QuantityCase("开展了一次义诊", 1, "次", "一次"),
        QuantityCase("成立一支队伍", 1, "支", "一支"),
        QuantityCase("办了两期培训班", 2, "期", "两期"),
        QuantityCase("二十来人帮忙", 20, "人", "二十来人", true),
        QuantityCase("入学率98.3%", 98.3, "%", "98.3%"),
        QuantityCase("入学率９８．３％", 98.3, "%", "９８．３％"),
        QuantityCase("辍学率1.81%", 1.81, "%", "1.81%"),
        QuantityCase("占户数的50%以上", 50, "%", "50%以上", true),
        QuantityCase("调处率百分之九十八", 98, "%", "百分之九十八"),
        QuantityCase("提高了2.5个百分点", 2.5, "个百分点", "2.5个百分点"),
        QuantityCase("发放传单10万余份", 100_000, "份", "10万余份", true),
        QuantityCase("发放传单10余万份", 100_000, "份", "10余万份", true),
        QuantityCase("传单1万余份", 10_000, "份", "1万余份", true),
        QuantityCase("书籍6000多册", 6000, "册", "6000多册", true),
        QuantityCase("出动20余台次", 20, "台次", "20余台次", true),
        QuantityCase("１２名儿童", 12, "名", "１２名"),
        QuantityCase("20 人参加", 20, "人", "20 人"),
        QuantityCase("每月1至2天", 1, "天", "1至2天", true),
        QuantityCase("每组3-5人", 3, "人", "3-5人", true),
        QuantityCase("需要1—2万元", 10_000, "元", "1—2万元", true),
        QuantityCase("需要3万至5万元", 30_000, "元", "3万至5万元", true),
        QuantityCase("三至五名代表", 3, "名", "三至五名", true),
        QuantityCase("约40户", 40, "户", "约40户", true),
        QuantityCase("超过300人", 300, "人", "超过300人", true),
        QuantityCase("不少于28个", 28, "个", "不少于28个", true),
        QuantityCase("500人左右", 500, "人", "500人左右", true),
        QuantityCase("历时3年", 3, "年", "3年"),
        QuantityCase("经过两年的训练", 2, "年", "两年"),
        QuantityCase("连续15年", 15, "年", "15年"),
        QuantityCase("为期3个月", 3, "个月", "3个月"),
        QuantityCase("新建绿道5公里", 5, "公里", "5公里"),
        QuantityCase("面积1200平方米", 1200, "平方米", "1200平方米"),
        QuantityCase("面积1200㎡", 1200, "平方米", "1200㎡"),
        QuantityCase("良田92万亩", 920_000, "亩", "92万亩"),
        QuantityCase("推荐x名妇女", nil, "名", "x名"),
        QuantityCase("推荐X名妇女", nil, "名", "X名"),
        QuantityCase("推荐*名妇女", nil, "名", "*名"),
        QuantityCase("其中女性××人", nil, "人", "××人"),
        QuantityCase("支出x万元", nil, "元", "x万元"),
        QuantityCase("慰问资金20xx元", nil, "元", "20xx元"),
        QuantityCase("涉及用工13xx人", nil, "人", "13xx人"),
        QuantityCase("完成任务xx0%", nil, "%", "xx0%"),
        QuantityCase("投入多万元", nil, "元", "多万元", true),
        QuantityCase("完成投资万元", nil, "元", "万元", true),
        QuantityCase("到场者数十名", nil, "名", "数十名", true),
        QuantityCase("完成峒山工程等个项目", nil, "个", "程等个"),
        QuantityCase("发放“爱心卡”张，", nil, "张", "卡”张"),
        QuantityCase("就业率.%。", nil, "%", "率.%"),
        QuantityCase("当日，家单位参加", nil, "家", "家"),
        QuantityCase("今年全区家“阳光屋”开放", nil, "家", "全区家"),
        QuantityCase("组织批x名老人体检", nil, "批", "组织批"),
    ])
    func `An amount gives value, unit and the words as written`(_ expected: QuantityCase) throws {
        let found = try read(expected.text)
        guard !expected.unit.isEmpty else {
            #expect(found.isEmpty)
            return
        }
        let first = try #require(found.first)
        #expect(first.value == expected.value)
        #expect(first.unit == expected.unit)
        #expect(first.raw == expected.raw)
        #expect(first.approximate == expected.approximate)
    }

    @Test(arguments: [
        "2018年工作总结", "二〇一八年", "20xx年", "××年", "07年特奥会", "6月10日", "5.12地震", "11月份", "第104个妇女节",
        "十分重视", "9时30分开会", "看两眼就走", "第三名", "第一批", "三八妇女节", "“六一”儿童节", "一是加强", "一批项目", "多次慰问",
        "一系列活动", "十三五规划", "九年级",
        "建党90周年", "〔2018〕12号文件", "12338热线", "十九大精神", "四个意识", "一对一帮扶", "每一次走访", "一户一策", "同一个目标",
        "二期工程", "XX区妇联", "x镇", "X社区", "X家庭", "家庭教育", "名单公布", "个体户", "一年来", "一季度", "A3张贴", "1+1结对",
        "三中全会", "一、二季度", "2016-2020年", "企业家，", "一份关爱", "“百家宴”", "零部件产业", "多元化投入",
    ])
    func `Dates, ordinals, names and fixed phrases are no amounts`(_ text: String) throws {
        #expect(try read(text).isEmpty)
    }

    @Test func `All amounts of a list are found in order`() throws {
        let found = try read("检查企业116家，涉及女职工8900人，补发工资17.3万元，结案率100%。")
        #expect(found.map(\.unit) == ["家", "人", "元", "%"])
        #expect(found.map(\.value) == [116, 8900, 173_000, 100])
    }

    @Test func `A number behind a quoted name is read, one inside it is not`() throws {
        let found = try read("组织“百名女性讲变迁”宣讲30场，《50问》发放200册")
        #expect(found.map(\.raw) == ["30场", "200册"])
    }

    @Test func `Chinese numerals and digits agree up to ten thousand`() throws {
        let reader = try QuantityReader()
        for number in stride(from: 2, to: 10_000, by: 7) where number != 10 {
            let words = ChineseNumber.words(number)
            let found = reader.quantities(in: "发放" + words + "份").map(\.quantity.value)
            #expect(found == [Double(number)], "\(words)")
        }
    }
}

/// Writes a number in Chinese: the oracle for reading one.
enum ChineseNumber {
    static func words(_ number: Int) -> String {
        let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        var words = ""
        var rest = number
        var needsZero = false
        for (scale, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = rest / scale
            rest %= scale
            if digit == 0 {
                needsZero = needsZero || !words.isEmpty
                continue
            }
            if needsZero { words += "零" }
            needsZero = false
            words += (digit == 1 && scale == 10 && words.isEmpty ? "" : digits[digit]) + name
        }
        return words
    }
}
