import ArgumentParser
import Presentation
import ReportIndex
import ReportModel
import ReportQuery

struct TagsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tags",
        abstract: wording("人工认定标签，评测标签。", "Correct tags by hand, and measure them."),
        discussion: discussion(
            """
            人工认定取代自动标签，重读文件后仍在，依据里注明“人工认定”。
            """,
            """
            What a person decides takes the place of the automatic tag, stays when the file is read again, \
            and is marked as a decision (人工认定) in the evidence.
            """,
            examples: """
                zongjie tags set 2018年总结.txt:1 unit=望川区妇联 year=2018
                zongjie tags list
                zongjie tags score labels/
                """),
        subcommands: [
            TagsSetCommand.self, TagsClearCommand.self, TagsListCommand.self, TagsScoreCommand.self,
            TagsExportCommand.self, TagsImportCommand.self,
        ])
}

/// A report or paragraph named for a decision, and who holds the index meanwhile.
enum TagPlace {
    /// - Throws: `ReportError` when nothing or more than one source is named.
    static func target(_ name: String, in reading: IndexReading) throws -> DecisionTarget {
        var targets = try DecisionReader(reading).targets(name)
        if targets.isEmpty {
            let reports = try reading.reports(inFile: name)
            guard reports.count < 2 else {
                throw ReportError(
                    place: name,
                    problem: wording(
                        "这个文件有 \(reports.count) 份报告", "the file has \(reports.count) reports"),
                    advice: wording("请写“路径:行号”", "write PATH:LINE"))
            }
            targets = try reports.flatMap { try DecisionReader(reading).targets("\($0.id)") }
        }
        guard let target = targets.first else {
            throw ReportError(
                place: name, problem: wording("没有这份报告", "there is no such report"),
                advice: wording(
                    "写“路径:行号”，或 zongjie reports 列出的报告编号",
                    "write PATH:LINE, or a report's id from zongjie reports"))
        }
        if let other = targets.first(where: { $0.path != target.path }) {
            throw ReportError(
                place: name,
                problem: wording(
                    "不止一个文件：\(target.sourcePath)，\(other.sourcePath)",
                    "several files: \(target.sourcePath), \(other.sourcePath)"),
                advice: wording("请写出更长的路径", "write more of the path"))
        }
        return target
    }

    static func writer(_ index: IndexOption) throws -> IndexWriter {
        _ = try index.open()
        return try IndexWriter(path: index.path) { holder in
            StandardError.waiting(for: holder)
            return true
        }
    }

    /// A value as it is stored, wherever search would take it: 计划 is plan.
    static func value(_ field: DecisionField, _ text: String) throws -> String {
        let kin: [DecisionField: FilterField] = [
            .kind: .kind, .role: .role, .unitType: .unitType, .adminLevel: .level, .topics: .topic,
        ]
        guard let filterField = kin[field] else { return try field.canonical(text) }
        let values = text.split(whereSeparator: { ",，;；、 ".contains($0) }).map { name in
            var filter = Filter()
            let isKnown: ()? = try? filterField.apply(String(name), to: &filter)
            let ids =
                filter.kinds.map(\.rawValue) + filter.roles.map(\.rawValue)
                + filter.unitTypes.map(\.rawValue) + filter.levels.map(\.rawValue)
                + filter.topics.map(\.rawValue)
            // A name that fits several values is as unclear here as none.
            return isKnown != nil && ids.count == 1 ? ids[0] : String(name)
        }
        return try field.canonical(values.joined(separator: ","))
    }

    static func field(_ name: String) throws -> DecisionField {
        let known = [
            "单位": DecisionField.unit, "单位类型": .unitType, "层级": .adminLevel, "地区": .region,
            "报告年份": .year, "类型": .kind, "年份": .concernsYear, "主题": .topics, "角色": .role,
        ]
        if let field = known[name] ?? DecisionField(rawValue: name) { return field }
        throw ReportError(
            place: name, problem: wording("没有这个字段", "there is no such field"),
            advice: wording("报告：", "report: ")
                + DecisionField.allCases.filter(\.isOfReport).map(\.rawValue).joined(
                    separator: ", ")
                + wording("；段落：", "; paragraph: ")
                + DecisionField.allCases.filter { !$0.isOfReport }.map(\.rawValue)
                .joined(separator: ", "))
    }
}
