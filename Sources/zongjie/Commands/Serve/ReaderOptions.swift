import ArgumentParser
import Foundation
import ReportModel
import ReportWeb

/// Who may read the pages: people that are added here, or whoever a proxy names.
struct ReaderOptions: ParsableArguments {
    @Option(
        name: .customLong("add-person"),
        help: .wording(
            "添加一人，印出交给他打开一次的网址；已有的人得到新网址。",
            "Add a person and print an address for them to open once; somebody known gets a new one."
        ))
    var addPerson: String?

    @Option(
        name: .customLong("remove-person"),
        help: .wording("去掉一人，立即生效。", "Remove a person, at once."))
    var removePerson: String?

    @Flag(name: .customLong("list-people"), help: .wording("列出能登录的人。", "List who may log in."))
    var listPeople = false

    @Flag(
        name: .customLong("log-in"),
        help: .wording(
            "本机也须登录（在加密的代理后面时用）。",
            "Ask for a log-in on this machine too (behind a proxy that does TLS)."))
    var logIn = false

    @Option(
        name: .customLong("trust-proxy"),
        help: .wording("代理的 IP 地址；只回答它。", "The proxy's IP address; nobody else is answered."))
    var trustProxy: String?

    @Option(
        name: .customLong("user-header"),
        help: .wording("代理写明用户的请求头。", "The header in which the proxy names the person."))
    var userHeader: String?

    /// Whether the command changes or lists people and serves nothing.
    var isAboutPeople: Bool { addPerson != nil || removePerson != nil || listPeople }

    func validate() throws {
        guard (trustProxy == nil) == (userHeader == nil) else {
            throw ValidationError(
                wording(
                    "--trust-proxy 与 --user-header 须同用",
                    "--trust-proxy and --user-header go together"))
        }
        guard trustProxy == nil || !logIn else {
            throw ValidationError(
                wording(
                    "--log-in 与 --trust-proxy 二者取一", "--log-in and --trust-proxy exclude each other"
                ))
        }
        guard [addPerson != nil, removePerson != nil, listPeople].count(where: { $0 }) <= 1 else {
            throw ValidationError(
                wording("一次只添加、去掉或列出", "add, remove or list: one at a time"))
        }
        if let userHeader {
            let isToken =
                !userHeader.isEmpty
                && userHeader.utf8.allSatisfy {
                    (0x30...0x39).contains($0) || (0x41...0x5A).contains($0)
                        || (0x61...0x7A).contains($0)
                        || $0 == UInt8(ascii: "-")
                }
            guard isToken else {
                throw ValidationError(
                    wording("“\(userHeader)”不是请求头的名字", "“\(userHeader)” is no header's name"))
            }
        }
        if let trustProxy {
            do throws(ReportError) {
                _ = try ListenAddress(parsing: trustProxy, port: 1)
            } catch {
                throw ValidationError(
                    wording("--trust-proxy 须是 IP 地址", "--trust-proxy must be an IP address"))
            }
        }
    }

    /// - Throws: `ReportError` when anybody on the network could read everything.
    func check(_ address: ListenAddress, index: String) throws(ReportError) {
        guard trustProxy == nil, logIn || !address.isLoopback else { return }
        guard try PersonFile(beside: index).people().isEmpty else { return }
        throw ReportError(
            place: logIn ? "--log-in" : "--listen \(address.address)",
            problem: wording(
                "还没有人能登录，办公网上谁都能读全部报告，因此不监听",
                "nobody can log in yet, and without a log-in everybody on the network could read all reports"
            ),
            advice: wording(
                "先添加：zongjie serve --add-person 名字 --listen \(address.address):\(address.port)；"
                    + "或放在代理后面：--trust-proxy 地址 --user-header 名字；只在本机看则去掉 --listen",
                "add people first: zongjie serve --add-person NAME --listen \(address.address):\(address.port); "
                    + "or stand behind a proxy: --trust-proxy ADDRESS --user-header NAME; for this machine alone leave "
                    + "--listen out"))
    }

    func rule(_ address: ListenAddress, index: String) -> Access.Rule {
        if let trustProxy, let userHeader {
            return .proxy(address: trustProxy, header: userHeader)
        }
        return logIn || !address.isLoopback ? .people(PersonFile(beside: index)) : .thisMachine
    }

    func changePeople(index: String, _ address: ListenAddress, host: String?) throws {
        let file = PersonFile(beside: index)
        if let addPerson {
            let token = try file.invite(addPerson, added: Date.now.formatted(.iso8601))
            StandardOutput.line(address.web(host: host) + "enter?token=" + token)
            StandardError.line(
                wording(
                    "请把这个网址交给 \(addPerson) 打开一次；它不会再显示。",
                    "give this address to \(addPerson), to be opened once; it is not shown again"))
            if address.address == "0.0.0.0" || address.address == "::" {
                StandardError.line(
                    wording(
                        "网址里的 \(address.address) 请换成本机在办公网上的地址（或用 --host 给出名字）",
                        "put this machine's own address in the place of \(address.address) (or name it with --host)"
                    ))
            }
        } else if let removePerson {
            try file.remove(removePerson)
            StandardOutput.line(wording("已去掉 \(removePerson)", "removed \(removePerson)"))
        } else {
            let people = try file.people()
            for person in people {
                let state =
                    person.hasOpenInvitation
                    ? wording("，有网址未打开", ", an address not opened yet") : ""
                StandardOutput.line(
                    person.name
                        + wording(
                            "  \(person.added.prefix(10)) 添加，\(person.browserCount) 个浏览器",
                            "  added \(person.added.prefix(10)), \(person.browserCount) browsers")
                        + state)
            }
            if people.isEmpty { throw ExitCode(1) }
        }
    }
}
