import ArgumentParser
import Foundation
import Presentation
import ReportIndex
import ReportModel

struct TagsSetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Decide tags of a report or of a paragraph. 人工认定。",
        discussion: """
            Tags of a report: unit, unit_type, admin_level, region (省/市/区), year; the place is any line \
            of the report, or its id. Tags of a paragraph: kind, concerns_year, topics (up to three, with \
            commas; none), role; the place is PATH:LINE. The path's end is enough. A year set by hand is \
            printed as inferred unless the text states it.

            Example:
              zongjie tags set 12 unit=望川区妇联 unit_type=womens-federation
              zongjie tags set 2018年总结.txt:9 kind=plan concerns_year=2019 topics=health,rights
            """)

    @Argument(help: "PATH:LINE, or a report's id.")
    var place: String

    @Argument(help: "FIELD=VALUE.")
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
            return (field, try field.canonical(String(text[text.index(after: equals)...])))
        }
        // What stands at the place is read when nobody else can change it any more.
        let writer = try TagPlace.writer(index)
        let target = try TagPlace.target(place, in: try index.open())
        let decisions = try wanted.map { field, value in
            guard let decision = target.decision(field, value, made: made) else {
                throw IndexError(
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
