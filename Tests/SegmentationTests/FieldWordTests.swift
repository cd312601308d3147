import Foundation
import Segmentation
import TestSupport
import Testing

/// Common words of the field count as words; what only looks like one does not.
@Suite struct FieldWordTests {
    private static let words = """
        妇联 妇女 儿童 维权 巾帼 女职工 留守儿童 家庭教育 执委 志愿者 民法典 脱贫 典型 两癌 两纲 普法 信访 调解
        妇儿工委 妇女之家 儿童之家 最美家庭 三八 春蕾 女童 孤儿 单亲 低保 残疾人 空巢老人 困境儿童 农民工 女企业家
        致富 创业 就业 培训 下岗 再就业 小额贷款 贴息 家政 月嫂 手工 慰问 走访 帮扶 结对 救助 捐款 义诊 体检
        筛查 宫颈癌 乳腺癌 孕产妇 婚检 家暴 反家暴 禁毒 法律援助 宣传 讲座 宣讲 演讲 家长学校 亲子 家风 家训
        五好家庭 文明家庭 平安家庭 廉政 文明岗 建功 标兵 先进 表彰 评选 志愿服务 社区 街道 乡镇 村级 基层 组织
        队伍 干部 女干部 换届 阵地 制度 经费 规划 监测 指标 统计 妇代会 妇委会
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    /// The words of a text.
    private func segments(_ text: String, _ lexicon: Lexicon? = nil) throws -> [String] {
        let standard = try Lexicon.standard
        var segmenter = try Segmenter(lexicon: lexicon ?? standard)
        let scalars = Folding.standard.fold(text)
        var start = 0
        return segmenter.ends(of: scalars).map { end in
            defer { start = Int(end) }
            return String(
                String.UnicodeScalarView(
                    scalars[start..<Int(end)].compactMap(Unicode.Scalar.init)))
        }
    }

    @Test func `nearly every common word of the field is a word in sentences`() throws {
        let known = try Self.words.filter { try segments("各级组织认真开展\($0)，成效明显。").contains($0) }
        let missing = Set(Self.words).subtracting(known).sorted()
        #expect(Self.words.count > 86 && known.count * 86 >= Self.words.count * 80, "\(missing)")
    }

    @Test func `a word is joined of whole words only`() throws {
        #expect(try segments("国家长期投入").contains("国家"))
        #expect(try !segments("国家长期投入").contains("家长"))
        #expect(try segments("各级领导重视此事").contains("领导"))
        #expect(try segments("维权", Lexicon(terms: [])) == ["维", "权"])
        let lexicon = Lexicon(terms: [], joined: ["维权", "维权周", "权周"])
        #expect(try segments("维权周", lexicon) == ["维权周"])
    }
}
