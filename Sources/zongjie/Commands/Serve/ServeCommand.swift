import ArgumentParser
import Dispatch
import Foundation
import ReportModel
import ReportWeb

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: wording(
            "用浏览器查看：本机，或凭登录在办公网上。",
            "Show the index in a browser: here, or with a log-in on the office network."),
        discussion: discussion(
            """
            页面给出各命令的答案：检索、报告、活动、对照、缺项、兑现、查重，以及为草稿找可比段落。
            其间读入的内容自行出现；--watch 同时监视文件夹，保存的报告几秒后即可检索。/api 以 JSON 与 CSV 给出同样的数据。Ctrl-C 结束。
            默认只有本机能打开。要让办公室的人打开，先用 --add-person 逐人添加，
            把印出的网址交给本人打开一次，再用 --listen 监听办公网；或放在已有登录的代理后面
            （--trust-proxy 与 --user-header）。加密（https）由代理做。
            """,
            """
            The pages give the answers of the commands: search, reports, activities, comparisons, gaps, promises, \
            copies, and comparable passages for a draft. What is ingested meanwhile appears by itself; with --watch \
            what is saved in the folders is ingested, too. /api has the \
            same rows as JSON and CSV. Ctrl-C ends it. By default only this machine can open it. For an office, add \
            each person with --add-person, give them the address it prints, to be opened once, and listen on the \
            network with --listen; or stand behind a proxy that knows who is there (--trust-proxy and --user-header). \
            TLS (https) is the proxy's.
            """,
            examples: """
                zongjie serve --open --watch
                zongjie serve --add-person 张三 --listen 192.168.1.20:8080
                zongjie serve --listen 192.168.1.20:8080
                zongjie serve --trust-proxy 127.0.0.1 --user-header X-Remote-User
                """))

    @Argument(
        help: .wording(
            "与 --watch 同用：监视的文件夹（默认为选定的文件夹）。",
            "With --watch: the folders (default: the folders that were named)."))
    var folders: [String] = []

    @Flag(help: .wording("监视报告文件夹，随存随读。", "Read what is saved in the reports' folders."))
    var watch = false

    @Option(help: .wording("端口。", "The port."))
    var port = 8710

    @Option(
        help: .wording(
            "监听的地址，可带端口；本机以外的须有登录或代理。",
            "The address to listen on, with a port if you like; others than this machine's own need a log-in or a proxy."
        ))
    var listen = "127.0.0.1"

    @Flag(help: .wording("在浏览器里打开。", "Open the page in the browser."))
    var open = false

    @Option(
        help: .wording(
            "除 IP 地址外，打开本站所用的名字；可重复。",
            "A name the site is opened by, besides IP addresses; repeat it for more."))
    var host: [String] = []

    @OptionGroup var readers: ReaderOptions

    @Option(
        help: .wording(
            "访问日志（标准错误）：none、requests 不含检索内容、questions 含。默认本机 none，其他 requests。",
            "A log on standard error: none, requests (without what was asked) or questions. Default: none here, else requests."
        ))
    var log: RequestLog.Extent?

    @OptionGroup var meaning: MeaningOptions

    @OptionGroup var index: IndexOption

    func validate() throws {
        try Usage.range("port", port, 1...65_535)
        guard watch || folders.isEmpty else {
            throw ValidationError(
                wording("文件夹与 --watch 同用", "folders go together with --watch"))
        }
        do throws(ReportError) {
            let address = try address
            guard !readers.isAboutPeople else { return }
            try readers.check(address, index: index.path)
        } catch {
            throw ValidationError(error.description)
        }
    }

    private var address: ListenAddress {
        get throws(ReportError) { try ListenAddress(parsing: listen, port: UInt16(port)) }
    }

    func run() async throws {
        let address = try address
        if readers.isAboutPeople {
            return try readers.changePeople(index: index.path, address, host: host.first)
        }
        let access = Access(readers.rule(address, index: index.path), hosts: host)
        let extent = log ?? (address.isLoopback ? .none : .requests)
        let site = Site(
            index: index.path, port: Int(address.port), access: access,
            log: RequestLog(extent) { StandardError.line($0) },
            asksForFolder: watch && folders.isEmpty && access.isForThisMachine,
            embedder: try meaning.embedder())
        let server = try Server(site, on: address)
        let signals = [SIGINT, SIGTERM].map { signal -> any DispatchSourceSignal in
            Foundation.signal(signal, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: signal)
            source.setEventHandler { Task { await server.stop() } }
            source.resume()
            return source
        }
        defer { for source in signals { source.cancel() } }
        let shown = address.web(host: host.first)
        let ready = Task {
            try await server.waitUntilListening()
            StandardOutput.line(
                wording("请打开 \(shown) （Ctrl-C 结束）", "open \(shown) (Ctrl-C ends)"))
            StandardOutput.flush()
            if open { Self.open(shown) }
            if watch { WatchingProcess.start(folders, index: index.path, meaning: meaning) }
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
            if open, await RunningSite.answers(at: address) { return Self.open(shown) }
            throw ReportError(
                .permission,
                place: "\(address.address):\(address.port)",
                problem: wording("不能使用：\(error)", "cannot be had: \(error)"),
                advice: wording(
                    "端口可能已被占用，用 --port 换一个；地址须是本机的",
                    "the port may be taken: name another with --port; the address must be this machine's"
                ))
        }
    }

    private static func open(_ address: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["xdg-open", address]
        // A browser of the host loads its own character sets, not those of this program's package.
        var environment = ProcessInfo.processInfo.environment
        environment["GCONV_PATH"] = nil
        environment["LOCPATH"] = nil
        process.environment = environment
        process.standardError = FileHandle.nullDevice
        do { try process.run() } catch { StandardError.line(String(describing: error)) }
    }
}

extension RequestLog.Extent: ExpressibleByArgument {}
