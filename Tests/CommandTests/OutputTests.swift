import Foundation
import TestSupport
import Testing

/// What the commands print, and how they end.
@Suite struct OutputTests {
    /// An index made by the tool itself, once.
    private static let made = Result { () throws -> TemporaryFolder in
        let folder = try TemporaryFolder()
        let run = try Tool.run(["ingest", Checkout.corpus, "--index", folder.path("i.sqlite")])
        #expect(run.status == 0, "\(run.errors)")
        return folder
    }

    static func index() throws -> [String] { ["--index", try made.get().path("i.sqlite")] }

    @Test(arguments: [
        ["export", "--all"], ["reports"], ["search", "妇女", "--limit", "120"], ["repairs"],
        ["duplicates"],
    ])
    func `csv has the same columns and cells as jsonl`(_ command: [String]) throws {
        let rows = try Tool.rows(
            try Tool.run(command + ["--format", "jsonl"] + Self.index()))
        let csv = try Tool.run(command + ["--format", "csv"] + Self.index())
        #expect(csv.output.starts(with: [0xEF, 0xBB, 0xBF]))
        let table = Self.parse(String(csv.text.unicodeScalars.dropFirst()))
        let header = try #require(table.first)
        #expect(table.count == rows.count + 1 && !rows.isEmpty)
        for (row, cells) in zip(rows, table.dropFirst()) {
            #expect(cells.count == header.count)
            #expect(Set(row.keys).isSubset(of: header), "\(Set(row.keys).subtracting(header))")
            for (name, cell) in zip(header, cells) {
                #expect(!cell.contains("{\"") && !cell.contains("\": "), "\(cell)")
                if let text = row[name] as? String {
                    #expect(cell == text || cell == "'" + text)
                } else if row[name] == nil {
                    let part = Self.part(name, of: row).map { "\($0)" } ?? ""
                    #expect(cell == part || cell == "'" + part, "\(name)")
                }
            }
        }
    }

    /// What a column of its own says: a part of an object, an end of a range.
    private static func part(_ name: String, of row: [String: Any]) -> Any? {
        if name.hasPrefix("year_m") {
            let range = row["year_range"] as? [Int]
            return name == "year_min" ? range?.first : range?.last
        }
        for (whole, prefix) in [("source", ""), ("a", "a_"), ("b", "b_")] {
            guard name.hasPrefix(prefix), let object = row[whole] as? [String: Any] else {
                continue
            }
            if let value = object[String(name.dropFirst(prefix.count))] { return value }
        }
        return nil
    }

    /// RFC 4180, written for the test.
    private static func parse(_ text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell = String.UnicodeScalarView()
        var isQuoted = false
        var wasQuote = false
        for scalar in text.unicodeScalars {
            if isQuoted {
                if scalar == "\"" {
                    isQuoted = false
                    wasQuote = true
                } else {
                    cell.append(scalar)
                }
                continue
            }
            switch scalar {
            case "\"":
                if wasQuote { cell.append(scalar) }
                isQuoted = true
            case ",":
                row.append(String(cell))
                cell = String.UnicodeScalarView()
            case "\r": break
            case "\n":
                rows.append(row + [String(cell)])
                row = []
                cell = String.UnicodeScalarView()
            default: cell.append(scalar)
            }
            wasQuote = false
        }
        return rows
    }

    @Test func `exit statuses tell found, nothing, trouble and wrong usage`() throws {
        let index = try Self.index()
        for (status, command): (Int32, [String]) in [
            (0, ["search", "妇女"]), (1, ["search", "\"没有这样的一句话\""]),
            (1, ["export", "--unit", "无此单位"]),
            (2, ["search", "年份:abc"]), (2, ["search", ""]), (2, ["show", "999999"]),
            (64, ["search", "妇女", "--no-such"]), (64, ["search", "妇女", "--limit", "0"]),
            (64, ["search", "妇女", "--limit", "many"]), (64, ["frobnicate"]), (0, ["--help"]),
            (0, ["--version"]), (64, ["show", "5", "--context", "-1"]),
            (0, ["show", "5", "--context", "9223372036854775807"]),
            (1, ["search", "妇女", "--limit", "9223372036854775807", "--page", "9"]),
            (0, ["show", "5", "--cite"]), (0, ["search", "-妇女"]), (2, ["search", "-"]),
        ] {
            let run = try Tool.run(command + (command.count > 1 ? index : []))
            #expect(run.status == status && run.signal == nil, "\(command): \(run.errors)")
        }
        let folder = try TemporaryFolder()
        try folder.write("2018年总结\n妇女培训。\n", to: "good.txt")
        try folder.write([0, 1, 2, 3], to: "bad.docx")
        let run = try Tool.run(["ingest", folder.path, "--index", folder.path("i.sqlite")])
        #expect(run.status == 2 && run.errors.contains("bad.docx"), "\(run.errors)")
        #expect(try Tool.run(["search", "妇女", "--index", folder.path("i.sqlite")]).status == 0)
    }

    @Test func `no colour and no control characters when output goes to a file`() throws {
        for command in [
            ["search", "妇女", "--explain", "--facets"], ["show", "20", "--tags"], ["status"],
        ] {
            let run = try Tool.run(command + Self.index(), environment: ["TERM": "xterm"])
            #expect(!run.output.contains(0x1B) && !run.errors.contains("\u{1B}"))
            #expect(run.status == 0)
        }
    }

    @Test func `a reader that goes away ends the tool quietly`() throws {
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        let index = try Self.index().joined(separator: " ")
        shell.arguments = ["-c", "'\(Tool.path)' export --all \(index) | head -c 100 >/dev/null"]
        let errors = Pipe()
        shell.standardError = errors
        try shell.run()
        shell.waitUntilExit()
        #expect(try errors.fileHandleForReading.readToEnd() ?? Data() == Data())
    }

    @Test func `search prints every passage of a quoted phrase`() throws {
        let all = try Tool.rows(try Tool.run(["export"] + Self.index()))
        for phrase in ["3个", "妇女", "，", "ＡＰＰ", "（一）", "20", "的 "] {
            let run = try Tool.run(
                ["search", "\"\(phrase)\"", "--no-fold", "--limit", "5000", "--format", "jsonl"]
                    + Self.index())
            let found = Set(try Tool.rows(run).compactMap { $0["id"] as? Int })
            let plain = phrase == "ＡＰＰ" ? "app" : phrase
            let expected = all.filter {
                let text = ($0["text"] as? String ?? "").lowercased()
                return text.contains(plain)
            }
            #expect(found.isSuperset(of: expected.compactMap { $0["id"] as? Int }), "\(phrase)")
        }
    }
}
