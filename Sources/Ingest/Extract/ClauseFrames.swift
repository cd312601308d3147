/// Clauses that only frame what follows (状语小句).
extension ClauseReader {
    /// 在……领导下, 根据……通知: nothing but a frame for what follows.
    func isFrame(_ range: Range<Int>) -> Bool {
        guard range.count > 3 else { return false }
        let starts = Self.frameStarts.contains {
            text.scalars[range].starts(with: $0)
        }
        return starts
            && Self.frameEnds.contains {
                range.count > $0.count
                    && text.scalars[range.upperBound - $0.count..<range.upperBound]
                        .elementsEqual($0)
            }
    }

    private static let frameStarts = [
        "在", "当", "从", "随着", "根据", "按照", "由于", "经", "本着", "针对", "为响应", "为落实", "为贯彻",
    ].map { $0.unicodeScalars.map(\.value) }

    private static let frameEnds = [
        "下", "中", "上", "时", "时候", "方面", "通知", "要求", "精神", "号召", "规定", "部署", "安排", "意见", "文件",
    ].map { $0.unicodeScalars.map(\.value) }

    /// 活动开展以来, 在学习的同时: what stands behind is still to come.
    func endsAsSetting(_ range: Range<Int>) -> Bool {
        Self.settingEnds.contains { ending in
            range.count > ending.count
                && text.scalars[range.upperBound - ending.count..<range.upperBound]
                    .elementsEqual(ending)
        }
    }

    private static let settingEnds = [
        "以来", "的同时", "之际", "期间", "后", "之时", "之余", "过程中", "前夕", "为契机", "为抓手", "为载体",
        "的情况", "如下", "为重点", "为主线", "为目标", "为基础",
    ].map { $0.unicodeScalars.map(\.value) }

    /// 人数不断增加, 项目稳步推进: how things go, and no deed.
    func isTrend(_ range: Range<Int>) -> Bool {
        guard range.count > 6 else { return false }
        let end = range.upperBound
        return Self.trends.contains(Array(text.scalars[end - 2..<end]))
            && Self.manners.contains(Array(text.scalars[end - 4..<end - 2]))
    }

    private static let trends = Set(
        [
            "增加", "提高", "提升", "增长", "下降", "加强", "推进", "改善", "好转", "推行", "达标", "展开", "铺开", "实施",
            "完善", "优化", "加快", "扩大",
        ]
        .map { $0.unicodeScalars.map(\.value) })

    private static let manners = Set(
        [
            "不断", "稳步", "明显", "显著", "持续", "大幅", "有所", "全面", "全部", "有序", "顺利", "扎实", "逐步", "日益",
            "快速", "步伐", "深入", "基本",
        ]
        .map { $0.unicodeScalars.map(\.value) })
}
