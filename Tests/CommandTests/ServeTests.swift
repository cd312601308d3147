import Foundation
import TestSupport
import Testing

/// Who may be served, as the command says it.
@Suite struct ServeTests {
    @Test(arguments: [["--listen", "0.0.0.0:8080"], ["--listen", "[::]:8080"], ["--log-in"]])
    func `nothing is served to a network where nobody can log in`(_ options: [String]) throws {
        let folder = try TemporaryFolder()
        let outcome = try Tool.run(
            ["serve", "--index", folder.path("index.sqlite")] + options, locale: "zh_CN.UTF-8")
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("--add-person"))
        #expect(outcome.errors.contains("--trust-proxy"))
    }

    @Test(arguments: [
        ["--listen", "example.cn"], ["--listen", "0.0.0.0:0x50"], ["--trust-proxy", "127.0.0.1"],
        ["--user-header", "X-User"], ["--trust-proxy", "proxy", "--user-header", "X-User"],
        ["--trust-proxy", "127.0.0.1", "--user-header", "X User"],
        ["--trust-proxy", "127.0.0.1", "--user-header", "X-User", "--log-in"],
        ["--list-people", "--add-person", "张三"],
    ])
    func `options that say nothing together are refused`(_ options: [String]) throws {
        let folder = try TemporaryFolder()
        let outcome = try Tool.run(["serve", "--index", folder.path("index.sqlite")] + options)
        #expect(outcome.status == 64, "\(outcome.errors)")
        #expect(!outcome.errors.isEmpty)
    }

    @Test func `people are added, listed and removed`() throws {
        let folder = try TemporaryFolder()
        func serve(_ options: String...) throws -> Tool.Outcome {
            try Tool.run(["serve", "--index", folder.path("index.sqlite")] + options)
        }
        let added = try serve("--add-person", "张三", "--listen", "192.168.1.20:8080")
        #expect(added.status == 0)
        #expect(added.text.hasPrefix("http://192.168.1.20:8080/enter?token="))
        #expect(added.lines.count == 1, "the address alone, to be piped")
        let named = try serve("--add-person", "李四", "--host", "zongjie.example", "--port", "80")
        #expect(named.text.hasPrefix("http://zongjie.example:80/enter?token="))
        #expect(try serve("--list-people").text.contains("张三"))
        #expect(try serve("--remove-person", "张三").status == 0)
        #expect(try !serve("--list-people").text.contains("张三"))
        #expect(try serve("--remove-person", "张三").status == 2)
        for name in ["", " ", "{user}", "a\\b", "a\u{1B}", String(repeating: "长", count: 61)] {
            #expect(try serve("--add-person", name).status == 2, "\(name)")
        }
    }
}
