import ArgumentParser
import Foundation
import ReportAssistant
import ReportModel

struct MCPCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mcp",
        abstract: wording(
            "供智能助手使用：标准输入输出上的模型上下文协议。",
            "Tools for an assistant: the Model Context Protocol on standard input and output."),
        discussion: discussion(
            """
            助手的客户端启动它，逐行收发 JSON：检索、阅读、可比段落、活动与数字、对照与缺项、核对引文、概况，都只读不写。
            每次回答都取自索引当时的状态，其间读入的内容下一问就能找到。答案不超过约定的篇幅，截去的部分会说明并给出续页标记。
            报告里的文字作为引文给出，不是指令。客户端的配置里写命令 zongjie、参数 mcp 即可。
            """,
            """
            An assistant's client starts it and exchanges lines of JSON with it: search, read, similar passages, activities \
            with figures, comparisons and gaps, verification of quotations, what there is. All of them only read. Every answer \
            is taken from the index as it is then, so what is ingested meanwhile is found by the next question. Answers keep \
            within a budget, say what was cut, and give a cursor. The words of reports are given as quotations, not as \
            instructions. In the client's configuration the command is zongjie and its argument mcp.
            """,
            examples: """
                echo '{"jsonrpc": "2.0", "id": 1, "method": "tools/list"}' | zongjie mcp
                """))

    @OptionGroup var index: IndexOption

    @Option(help: .wording("一次回答超过这些秒即放弃。", "Give an answer up after so many seconds."))
    var timeout = 30

    func validate() throws { try Usage.range("timeout", timeout, 1...86_400) }

    func run() throws {
        let assistant = Assistant(index: index.path, limit: .seconds(timeout))
        let conversation = Conversation(assistant) { message in
            StandardOutput.write(message + "\n")
            StandardOutput.flush()
        }
        var lines = LineSplitter()
        while let chunk = StandardInput.chunk() {
            for line in lines.lines(in: chunk) { conversation.receive(line) }
        }
        if let line = lines.rest() { conversation.receive(line) }
        conversation.finish()
    }
}
