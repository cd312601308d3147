/// Names in quotation marks (活动名称).
extension ClauseReader {
    /// Whether a quoted name is that of a programme, a document or an occasion, not a catchword
    /// like “三农”: a work noun follows it, it ends with one, or the verb stands right before it.
    func isProgramme(_ name: Range<Int>, behind verbEnd: Int) -> Bool {
        if scalar(name.lowerBound) == 0x300A { return true }
        if name.lowerBound <= verbEnd + 2, name.count >= 5 { return true }
        if Self.programmeEnds.contains(scalar(name.upperBound - 2)) { return true }
        // “文明家庭”、“清洁之家”创建活动: the noun stands behind the last of the names.
        var end = name.upperBound
        for index in regions.names.beginning(in: end..<name.upperBound + 60) {
            let next = regions.names[index]
            let isListed = next.lowerBound == end + 1 && scalar(end) == 0x3001
            guard next.lowerBound == end || isListed else { break }
            end = next.upperBound
        }
        let behind = kinds(of: words.beginning(in: end..<end + 7))
        return !behind.isDisjoint(with: [.specific, .general])
    }

    /// Last characters of 活动 行动 计划 工程 之家 大赛 晚会 培训班 公开课 节 周 月 日 杯 队 站.
    private static let programmeEnds = ScalarSet("动划程家赛会班课节周月日杯队站团坛营")
}
