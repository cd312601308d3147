import ArgumentParser
import Foundation
import Presentation
import ReportIndex
import ReportModel

struct TagsSetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: wording("认定报告或段落的标签。", "Decide tags of a report or of a paragraph."),
        discussion: discussion(
            """
            报告的标签：单位 unit、单位类型 unit_type、层级 admin_level、地区 region
            （省/市/区）、报告年份 year；写文件名、报告任一行或报告编号。
            段落的标签：类型 kind、年份 concerns_year、主题 topics（至多三个，逗号隔开；无）、
            角色 role；写路径:行号。路径写末尾即可，值可写中文（类型=计划）。
            人工给的年份显示为推断，除非文中写明。
            """,
            """
            Tags of a report: unit, unit_type, admin_level, region (省/市/区), year; the place is the file, \
            any line of the report, or its id. Tags of a paragraph: kind, concerns_year, topics (up to three, with \
            commas; none), role; the place is PATH:LINE. The path's end is enough; values may be Chinese. A year set by hand is \
            printed as inferred unless the text states it.
            """,
            examples: """
                zongjie tags set 12 unit=望川区妇联 unit_type=womens-federation
                zongjie tags set 2018年总结.txt 单位=望川区妇联 报告年份=2018
                zongjie tags set 2018年总结.txt:9 kind=计划 主题=维权
                zongjie tags set 2018年总结.txt:9 kind=plan topics=health,rights
                """))

    @Argument(
        help: .wording(
            "路径:行号、报告编号，或文件名（整份报告）。", "PATH:LINE, a report's id, or a file for its report."))
    var place: String

    @Argument(help: .wording("字段=值。", "FIELD=VALUE."))
    var values: [String]

    @OptionGroup var index: IndexOption

    func run() throws {
        let made = ISO8601DateFormatter().string(from: Date())
        let wanted = try values.map { text in
            guard let equals = text.firstIndex(of: "=") else {
                throw ValidationError(
                    wording("“\(text)”应写作 字段=值", "“\(text)” should be FIELD=VALUE"))
            }
            let field = try TagPlace.field(String(text[..<equals]))
            return (field, try TagPlace.value(field, String(text[text.index(after: equals)...])))
        }
        // What stands at the place is read when nobody else can change it any more.
        let writer = try TagPlace.writer(index)
        let target = try TagPlace.target(place, in: try index.open())
        let decisions = try wanted.map { field, value in
            guard let decision = target.decision(field, value, made: made) else {
                throw ReportError(
                    place: place,
                    problem: wording(
                        "\(field.rawValue) 属于段落，这里没有段落",
                        "\(field.rawValue) is a paragraph's tag, and there is no paragraph here"),
                    advice: wording("写“路径:行号”，空行没有段落", "write PATH:LINE; empty lines are none"))
            }
            return decision
        }
        try writer.decide(decisions)
        for decision in decisions {
            let line = decision.line > 0 ? decision.line : decision.firstLine
            let words = TextColumns.fit(decision.words, 40)
            StandardOutput.line(
                "\(target.sourcePath):\(line) “\(words)”  \(decision.field.rawValue)=\(decision.value)"
            )
        }
    }
}
