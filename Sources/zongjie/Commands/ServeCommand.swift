import ArgumentParser
import Dispatch
import Foundation
import ReportModel
import ReportWeb

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: wording("用浏览器查看，只在本机。", "Show the index in a browser, on this machine only."),
        discussion: discussion(
            """
            页面给出各命令的答案：检索、报告、活动、对照、缺项、兑现、查重，以及为草稿找可比段落。
            只读；其间读入的内容自行出现。/api 以 JSON 与 CSV 给出同样的数据。Ctrl-C 结束。
            """,
            """
            The pages give the answers of the commands: search, reports, activities, comparisons, gaps, promises, \
            copies, and comparable passages for a draft. They are read-only; what is ingested meanwhile appears by \
            itself. /api has the same rows as JSON and CSV. Ctrl-C ends it.
            """,
            examples: """
                zongjie serve --open
                zongjie serve --port 8800 --index work.sqlite
                """))

    @Option(help: .wording("端口。", "The port."))
    var port = 8710

    @Option(help: .wording("监听的地址，只能是本机。", "The address to listen on: this machine's own only."))
    var listen = "127.0.0.1"

    @Flag(help: .wording("在浏览器里打开。", "Open the page in the browser."))
    var open = false

    @OptionGroup var index: IndexOption

    func validate() throws {
        try Usage.range("port", port, 1...65_535)
        guard ["127.0.0.1", "localhost"].contains(listen) else {
            throw ValidationError(
                wording(
                    "--listen 只能是 127.0.0.1：页面还没有登录，监听别的地址，办公室里谁都能读全部报告。"
                        + "请在本机打开，或用 ssh -L \(port):127.0.0.1:\(port) 转发",
                    "--listen takes 127.0.0.1 only: the page has no log-in yet, and on another address everybody on "
                        + "the network could read all reports. Open it on this machine, or forward it with "
                        + "ssh -L \(port):127.0.0.1:\(port)"))
        }
    }

    func run() async throws {
        let site = Site(index: index.path, port: port)
        let server = try Server(site, port: UInt16(port))
        let signals = [SIGINT, SIGTERM].map { signal -> any DispatchSourceSignal in
            Foundation.signal(signal, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: signal)
            source.setEventHandler { Task { await server.stop() } }
            source.resume()
            return source
        }
        defer { for source in signals { source.cancel() } }
        let address = "http://localhost:\(port)/"
        let ready = Task {
            try await server.waitUntilListening()
            StandardOutput.line(
                wording("请打开 \(address) （Ctrl-C 结束）", "open \(address) (Ctrl-C ends)"))
            StandardOutput.flush()
            if open { Self.open(address) }
            DispatchQueue.global().async { site.warmUp() }
        }
        defer { ready.cancel() }
        var hasStarted = false
        do {
            let run = Task { try await server.run() }
            Task {
                _ = await run.result
                ready.cancel()
            }
            hasStarted = (try? await ready.value) != nil
            try await run.value
        } catch {
            if hasStarted { return }
            throw ReportError(
                .permission,
                place: wording("端口 \(port)", "port \(port)"),
                problem: wording("不能使用：\(error)", "cannot be had: \(error)"),
                advice: wording("可能已被占用，用 --port 换一个", "it may be taken: name another with --port"))
        }
    }

    private static func open(_ address: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["xdg-open", address]
        process.standardError = FileHandle.nullDevice
        do { try process.run() } catch { StandardError.line(String(describing: error)) }
    }
}
