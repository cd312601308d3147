import Foundation
import ReportIndex
import ReportModel
import ReportQuery

/// A corpus's data sheet in Markdown, after Gebru et al. 2021, "Datasheets for Datasets" (数据说明书): what it
/// was made for, of what, how, what was mended and hidden, what it lacks. What only its owner can know is
/// left to be filled in.
package struct DataSheet: Sendable {
    private let corpus: CorpusIndex
    private let resolved: ResolvedCorpus
    private var tallies = Tallies()
    private var sources: [(path: String, hash: String, passages: Int)] = []
    private var repairs: [(kind: String, count: Int)] = []
    private var personal: [(kind: String, count: Int, examples: Int)] = []

    /// What is counted while the passages go by.
    private struct Tallies: Sendable {
        var passages = 0
        var words = 0
        var characters = 0
        var reports: Set<Int64> = []
        var units: [String: Int] = [:]
        var years: [String: Int] = [:]
        var topics: [String: Int] = [:]
        var kinds: [String: Int] = [:]
        var unitTypes: [String: Int] = [:]
        var withoutTopic = 0
        var withoutUnit = 0
        var masked = 0
        var inferredYears = 0
    }

    /// - Throws: `ReportError`.
    package init(_ resolved: ResolvedCorpus, in corpus: CorpusIndex) throws {
        self.corpus = corpus
        self.resolved = resolved
        let finder = try PersonalDataFinder(for: corpus)
        var masking = Masking(finder, passages: [])
        var tallies = Tallies()
        try CorpusExport.forEachPassage(resolved, in: corpus) { _, passage in
            Self.count(passage, into: &tallies)
            masking.collect(passage)
        }
        self.tallies = tallies
        var counts: [String: Int] = [:]
        for passage in resolved.selection.passages { counts[passage.path, default: 0] += 1 }
        var met: Set<String> = []
        for passage in resolved.selection.passages where met.insert(passage.path).inserted {
            sources.append((passage.path, passage.sourceHash, counts[passage.path] ?? 0))
        }
        var kinds: [String: (Int, Int)] = [:]
        for entry in masking.entries {
            let known = kinds[entry.kind] ?? (0, 0)
            kinds[entry.kind] = (known.0 + entry.count, known.1 + 1)
        }
        personal = kinds.sorted { $0.key < $1.key }.map { ($0.key, $0.value.0, $0.value.1) }
        let ids = Set(tallies.reports.map { UInt32(truncatingIfNeeded: $0) })
        repairs = try corpus.reading.repairCounts(of: ids)
            .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private static func count(_ passage: Passage, into tallies: inout Tallies) {
        let report = passage.report
        tallies.passages += 1
        tallies.characters += passage.text.unicodeScalars.count
        tallies.words += passage.breaks.words(in: passage.text.unicodeScalars.map(\.value)).count
        tallies.reports.insert(report.id)
        tallies.units[report.unitKey.label, default: 0] += 1
        if report.unit.name == nil { tallies.withoutUnit += 1 }
        tallies.unitTypes[report.unit.type.chineseName, default: 0] += 1
        let year = report.year.year.map(String.init) ?? "（未知 unknown）"
        tallies.years[year, default: 0] += 1
        if report.year.basis == .inferred { tallies.inferredYears += 1 }
        tallies.kinds[passage.kind.chineseName, default: 0] += 1
        for topic in passage.topics { tallies.topics[topic.chineseName, default: 0] += 1 }
        if passage.topics.isEmpty { tallies.withoutTopic += 1 }
        // Masked by the source itself: 20xx年, ×名, 某区.
        let isMasked =
            passage.text.unicodeScalars.contains { "×某＊○".unicodeScalars.contains($0) }
            || passage.text.contains("xx") || passage.text.contains("XX")
        if isMasked { tallies.masked += 1 }
    }

    /// The sheet; the same corpus gives the same text.
    package var markdown: String {
        let selection = resolved.selection
        let definition = resolved.definition
        let counts = resolved.counts
        let copyGroups = Set(selection.passages.map(\.copies).filter { $0 > 0 }).count
        let lost = resolved.states.count { !$0.isSame }
        let query = definition.query.isEmpty ? "（无 none）" : "`\(definition.query)`"
        return """
            # 数据说明书 Datasheet: \(selection.name)

            按 Gebru 等《Datasheets for Datasets》(2021) 的提纲。〔〕内由数据所有者填写。

            ## 1. 目的 Motivation

            - 用途 Purpose: 〔 〕
            - 建立者 Created by: 〔 〕

            ## 2. 构成 Composition

            - 段落 passages: \(tallies.passages)；报告 reports: \(tallies.reports.count)；\
            来源 sources: \(sources.count)
            - 词 words: \(tallies.words)；字符 characters: \(tallies.characters)
            - 单位未知 unit unknown: \(tallies.withoutUnit)；年份未知 year unknown: \
            \(tallies.years["（未知 unknown）"] ?? 0)；年份为推断 year inferred: \(tallies.inferredYears)；\
            无主题 without topic: \(tallies.withoutTopic)

            \(Self.table("单位 unit", tallies.units, limit: 60))
            \(Self.table("单位类型 unit type", tallies.unitTypes))
            \(Self.table("年份 year", tallies.years, byName: true))
            \(Self.table("主题 topic", tallies.topics))
            \(Self.table("类型 kind", tallies.kinds))
            ## 3. 收集 Collection

            - 检索式 query: \(query)
            - 条件 conditions: \(definition.summary)
            - 符合 matched: \(counts.matched)；未抽中 not drawn: \(counts.notDrawn)
            - 冻结 frozen: \(selection.made)；工具 tool: zongjie \(selection.tool)；索引 index: \
            \(selection.content)
            \(counts.shortfalls.map { "- 配额未满 share not filled: \($0)\n" }.joined())
            ## 4. 处理 Preprocessing

            - 去掉的副本 copies left out: \(counts.copiesLeftOut)；集内副本组 groups of copies within: \
            \(copyGroups)；去掉的套话段 boilerplate left out: \(counts.boilerplateLeftOut)
            - 原文自带遮蔽的段落 passages masked by their sources: \(tallies.masked)
            - 单位、年份、主题、类型由规则标注，可能有误 tags are made by rules and may be wrong。

            \(Self.table("修补 repairs in these reports", Dictionary(uniqueKeysWithValues: repairs.map { ($0.kind, $0.count) })))
            ## 5. 个人信息 Personal data

            \(personal.isEmpty ? "按规则未发现 none found by the rules。\n" : Self.personal(personal))
            规则只找得到一部分，发布前须人工核对 the rules find a part only: check before publishing。

            ## 6. 用途与限制 Uses and known gaps

            - 适用 Suitable for: 〔 〕
            - 不适用 Not suitable for: 〔 〕
            - 已知缺口 Known gaps: 报告写的是本单位愿意写的；数字未经核实 reports tell what their units chose to \
            tell, figures are not verified。〔 〕

            ## 7. 发布 Distribution

            - 许可 Licence: 〔由数据所有者填写 to be filled in by the owner〕

            ## 8. 维护 Maintenance

            - 联系人 Contact: 〔 〕
            - 与现索引不同的段落 passages that differ from the index now: \(lost)

            ## 来源 Sources

            | 文件 path | 指纹 hash | 段落 passages |
            | --- | --- | ---: |
            \(sources.map { "| \(Self.cell($0.path)) | \($0.hash) | \($0.passages) |" }.joined(separator: "\n"))

            """
    }

    private static func table(
        _ head: String, _ counts: [String: Int], byName: Bool = false, limit: Int = .max
    ) -> String {
        let sorted = counts.sorted {
            byName || $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value
        }
        var table = "| \(head) | 段落 |\n| --- | ---: |\n"
        for (name, count) in sorted.prefix(limit) { table += "| \(cell(name)) | \(count) |\n" }
        if sorted.count > limit {
            let rest = sorted.dropFirst(limit).reduce(0) { $0 + $1.value }
            table += "| 另 \(sorted.count - limit) 个 others | \(rest) |\n"
        }
        return table
    }

    private static func personal(_ found: [(kind: String, count: Int, examples: Int)]) -> String {
        "| 类别 kind | 处 places | 不同 distinct |\n| --- | ---: | ---: |\n"
            + found.map { "| \($0.kind) | \($0.count) | \($0.examples) |\n" }.joined()
    }

    private static func cell(_ text: String) -> String {
        text.replacing("|", with: "\\|").replacing("\n", with: " ")
    }
}
