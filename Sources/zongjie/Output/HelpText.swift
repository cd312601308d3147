import ArgumentParser
import ReportModel

extension ArgumentHelp {
    /// What an option means, in the language messages are written in.
    static func wording(_ chinese: String, _ english: String) -> ArgumentHelp {
        ArgumentHelp(ReportModel.wording(chinese, english))
    }
}

/// What a command's help says at length: prose in the reader's language, then examples.
func discussion(_ chinese: String = "", _ english: String = "", examples: String) -> String {
    let prose = wording(chinese, english)
    let lines = examples.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }
    return (prose.isEmpty ? "" : prose + "\n\n") + wording("例：", "Example:") + "\n"
        + lines.joined(separator: "\n")
}

/// The words of swift-argument-parser in Chinese (帮助的固定用语); it has no languages of its own.
enum ParserWords {
    /// Help or a message as it is shown to the reader.
    static func translated(_ text: String) -> String {
        guard MessageLanguage.current == .chinese else { return text }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(line)
        return lines.joined(separator: "\n")
            .replacing(#/\(values:\s+([^;)]*);\s+default:\s+([^)]*)\)/#) {
                "（可取 \($0.output.1)；默认 \($0.output.2)）"
            }
            .replacing(#/\(values:\s+([^)]*)\)/#) { "（可取 \($0.output.1)）" }
            .replacing(#/\(default:\s+([^)]*)\)/#) { "（默认 \($0.output.1)）" }
    }

    private static let headings = [
        "ARGUMENTS:": "参数：", "OPTIONS:": "选项：", "SUBCOMMANDS:": "子命令：",
    ]

    private static func line(_ line: Substring) -> String {
        if let heading = headings[String(line)] { return heading }
        return String(line)
            .replacing(#/^OVERVIEW: /#, with: "")
            .replacing(#/^(USAGE|Usage): /#, with: "用法：")
            .replacing(#/^Help:  /#, with: "说明：")
            .replacing(#/^Error: /#, with: "错误：")
            .replacing("Show help information.", with: "显示帮助。")
            .replacing("Show the version.", with: "显示版本。")
            .replacing(#/See '(.*?)' for detailed help\./#) { "详见 \($0.output.1)。" }
            .replacing(#/See '(.*?)' for more information\./#) { "详见 \($0.output.1)。" }
            .replacing(#/Missing expected argument '(.*?)'/#) { "缺少参数 \($0.output.1)" }
            .replacing(#/Missing value for '(.*?)'/#) { "\($0.output.1) 没有给值" }
            .replacing(#/Unknown option '(.*?)'/#) { "没有选项 \($0.output.1)" }
            .replacing(#/Unexpected argument '(.*?)'/#) { "多余的参数 \($0.output.1)" }
            .replacing(#/The value '(.*?)' is invalid for '(.*?)'/#) {
                "\($0.output.2) 不能取 \($0.output.1)"
            }
            .replacing(#/Please provide one of (.*?)\.$/#) { "可取 \($0.output.1)" }
            .replacing(#/Did you mean '(.*?)'\?/#) { "是否要写 \($0.output.1)？" }
    }
}
