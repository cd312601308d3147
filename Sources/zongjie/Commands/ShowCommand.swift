import ArgumentParser
import Presentation
import ReportIndex

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a passage with its surroundings, its source and its tags. 查看段落。",
        discussion: """
            A passage is named by its id or by PATH:LINE; the path's end is enough.

            Example:
              zongjie show 2018年望川区妇联工作总结.txt:9 --tags
              zongjie show 152 --cite
            """)

    @Argument(help: "An id, or PATH:LINE.")
    var passage: String

    @OptionGroup var index: IndexOption

    @Option(
        help: "Paragraphs shown before and after.")
    var context = 1

    @Flag(help: "For each tag the rule, the line and the quotation.")
    var tags = false

    @Flag(help: "A quotation ready to paste.")
    var cite = false

    @Flag(help: "The line as it stood before cleaning.")
    var raw = false

    @OptionGroup var output: OutputOptions

    func validate() throws { try Usage.check(request.validate) }

    private var request: PassageRequest {
        var request = PassageRequest()
        request.name = passage
        request.context = context
        request.showsEvidence = tags
        request.showsRaw = raw
        return request
    }

    func run() throws {
        let request = request
        let reading = try request.answer(in: try index.open())
        if !output.isText {
            return output.write(
                Records.passageWithEvidence, [(reading.passage, reading.evidence)])
        }
        if cite { return StandardOutput.line(ReadingView.citation(reading.passage)) }
        StandardOutput.blocks(ReadingView.blocks(reading, request))
    }
}
