/// Months in promises and in what came of them (月份): 六月底前 and 9月9日才挂牌.
enum PromiseMonths {
    /// The last month in which a promise is kept in time; `nil` when it names none.
    static func due(in span: String) -> Int? {
        for (word, month) in halves where span.contains(word) { return month }
        let months = months(in: span)
        let isLimit = limits.contains { span.contains($0) }
        return isLimit ? months.last?.month : nil
    }

    /// The month in which a sentence tells that something was finished: that of the clause with the word.
    static func finished(in sentence: String) -> Int? {
        for clause in sentence.split(whereSeparator: { "，；。".contains($0) }) {
            guard ends.contains(where: { clause.contains($0) }) else { continue }
            let months = months(in: String(clause))
            if let last = months.last { return last.month }
        }
        return nil
    }

    private static let halves = [
        ("上半年", 6), ("一季度", 3), ("二季度", 6), ("三季度", 9), ("1季度", 3), ("2季度", 6), ("3季度", 9),
    ]
    private static let limits = ["月前", "月底", "以前", "之前", "底前", "日前", "月内"]
    private static let ends = [
        "完成", "挂牌", "建成", "补齐", "收尾", "印发", "投用", "启用", "开工", "动工", "竣工", "完工", "办完", "做完", "改完",
        "揭牌", "开园",
        "落成", "出台",
    ]

    /// Numbers from 1 to 12 before 月, with their order in the text; 个月 is no month.
    private static func months(in text: String) -> [(month: Int, place: Int)] {
        var found: [(month: Int, place: Int)] = []
        var number: Int?
        var isBehindTen = false
        for (place, character) in text.enumerated() {
            if let digit = DateDigits.value(character) {
                number = DateDigits.appended(
                    digit, to: number, character, isBehindTen: isBehindTen)
                isBehindTen = character == "十"
                continue
            }
            if character == "月", let month = number, (1...12).contains(month) {
                found.append((month, place))
            }
            number = nil
            isBehindTen = false
        }
        return found
    }
}
