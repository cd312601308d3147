import ArgumentParser
import Foundation
import Presentation
import ReportIndex
import ReportModel
import ReportQuery

/// What a newcomer sees who types `zongjie` alone (初次使用).
enum FirstLook {
    /// Where nothing is read yet and there is a person to ask: asks for the reports' folder, remembers it and reads it.
    static func begin(_ path: String) async throws {
        guard !FileManager.default.fileExists(atPath: path), FolderQuestion.canBeAsked else {
            return
        }
        let folders = ReportFolders(beside: path)
        if folders.list.isEmpty { _ = try FolderQuestion.ask(folders) }
        guard !folders.list.isEmpty else { return }
        do {
            try await IngestCommand.parse(["--index", path]).run()
        } catch let code as ExitCode where code == ExitCode(2) {
            // Files that were not read are told; what was read can be asked.
        }
        StandardOutput.line()
    }

    /// - Throws: `ReportError` when there is an index and it cannot be read.
    static func print(_ path: String) throws {
        guard FileManager.default.fileExists(atPath: path) else { return howToBegin() }
        let reading = try IndexDatabase.open(path).reading()
        let status = try IndexStatus.read(reading)
        guard status.reports > 0 else { return howToBegin() }
        let years = try reading.reports().entries.compactMap(\.summary.year.year)
        let span = years.min().flatMap { first in years.max().map { "\(first)–\($0)" } } ?? "?"
        StandardOutput.line(
            wording(
                "索引里有 \(status.files) 个文件，\(status.reports) 份报告（\(span) 年），\(status.passages) 个段落。可以试试：",
                "The index holds \(status.files) files, \(status.reports) reports (\(span)), \(status.passages) paragraphs. Try:"
            ))
        StandardOutput.line()
        for (command, meaning) in try suggestions(reading) { show(command, meaning) }
        StandardOutput.line()
        StandardOutput.line(
            wording("全部命令：zongjie --help", "All commands: zongjie --help"))
    }

    private static func howToBegin() {
        StandardOutput.line(
            wording(
                "还没有索引。先把一个文件夹的总结读进来：", "There is no index yet. Read a folder of reports first:"))
        StandardOutput.line()
        show(
            wording("zongjie ingest 总结文件夹/", "zongjie ingest FOLDER/"),
            wording("读入 Word、PDF、文本、网页、压缩包", "reads Word, PDF, text, web pages, archives"))
        show("zongjie", wording("再看这里：能问什么", "then look here again: what to ask"))
        show("zongjie --help", wording("全部命令", "all commands"))
    }

    private static func show(_ command: String, _ meaning: String) {
        StandardOutput.line("  " + TextColumns.pad(command, 46) + "  " + meaning)
    }

    /// Five questions that the reports of this index answer.
    private static func suggestions(_ reading: IndexReading) throws -> [(String, String)] {
        let reports = try reading.reports().entries.map(\.summary)
        let columns = try reading.index().columns
        let topic = most(columns.topics.lazy.flatMap { PassageColumns.unpack($0) }) ?? .organization
        let words = topic.chineseName.split(separator: "与").joined(separator: " ")
        var list = [("zongjie search \(words)", wording("检索，有用的在前", "search, best first"))]
        if let unit = most(reports.lazy.compactMap { $0.unitKey.name }) {
            list += [
                ("zongjie reports --unit \(unit)", wording("这个单位的报告", "this unit's reports")),
                (
                    "zongjie gaps --unit \(unit)",
                    wording("同类单位有、它没提到的", "what its peers report and it does not")
                ),
            ]
        }
        if let first = reports.first {
            let file = first.path.split(separator: "/").last.map(String.init) ?? first.path
            list.append(
                (
                    "zongjie show \(quoted(file)) --outline",
                    wording("一份报告的提纲", "a report's headings")
                ))
        }
        list.append(
            (
                "zongjie activities --topic \(topic.rawValue) --sum",
                wording("做了多少，按单位合计", "how much was done, by unit")
            ))
        return list
    }

    private static func quoted(_ name: String) -> String {
        let isPlain = name.unicodeScalars.allSatisfy {
            $0.value > 0x7F || "-._".unicodeScalars.contains($0)
                || $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
        return isPlain ? name : "'" + name.replacing("'", with: "'\\''") + "'"
    }

    /// The most frequent value; of several the first in order of its text.
    private static func most<Value: Hashable>(_ values: some Sequence<Value>) -> Value? {
        var counts: [Value: Int] = [:]
        for value in values { counts[value, default: 0] += 1 }
        return counts.max {
            ($0.value, "\($1.key)") < ($1.value, "\($0.key)")
        }?.key
    }
}
