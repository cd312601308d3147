import ArgumentParser
import ReportIndex
import ReportModel

struct TagsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tags",
        abstract: "Correct tags by hand, and measure them. 人工认定标签与评分。",
        discussion: """
            What a person decides takes the place of the automatic tag, stays when the file is read again, \
            and is marked as a decision (人工认定) in the evidence.

            Example:
              zongjie tags set 2018年总结.txt:1 unit=望川区妇联 year=2018
              zongjie tags list
              zongjie tags score labels/
            """,
        subcommands: [
            TagsSetCommand.self, TagsClearCommand.self, TagsListCommand.self, TagsScoreCommand.self,
        ])
}

/// A report or paragraph named for a decision, and who holds the index meanwhile.
enum TagPlace {
    /// - Throws: `IndexError` when nothing or more than one source is named.
    static func target(_ name: String, in reading: IndexReading) throws -> DecisionTarget {
        let targets = try DecisionReader(reading).targets(name)
        guard let target = targets.first else {
            throw IndexError(
                place: name, problem: wording("没有这份报告", "there is no such report"),
                advice: wording(
                    "写“路径:行号”，或 zongjie reports 列出的报告编号",
                    "write PATH:LINE, or a report's id from zongjie reports"))
        }
        if let other = targets.first(where: { $0.path != target.path }) {
            throw IndexError(
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
            StandardError.line(
                wording("索引正由 \(holder) 写入，等待中…", "\(holder) is writing the index; waiting"))
            return true
        }
    }

    static func field(_ name: String) throws -> DecisionField {
        let known = [
            "单位": DecisionField.unit, "单位类型": .unitType, "层级": .adminLevel, "地区": .region,
            "报告年份": .year, "类型": .kind, "年份": .concernsYear, "主题": .topics, "角色": .role,
        ]
        if let field = known[name] ?? DecisionField(rawValue: name) { return field }
        throw IndexError(
            place: name, problem: wording("没有这个字段", "there is no such field"),
            advice: wording("报告：", "report: ")
                + DecisionField.allCases.filter(\.isOfReport).map(\.rawValue).joined(
                    separator: ", ")
                + wording("；段落：", "; paragraph: ")
                + DecisionField.allCases.filter { !$0.isOfReport }.map(\.rawValue)
                .joined(separator: ", "))
    }
}
