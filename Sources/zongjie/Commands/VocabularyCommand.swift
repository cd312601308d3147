import ArgumentParser
import Foundation
import Ingest
import Presentation
import ReferenceCorpus
import ReportModel
import ReportQuery
import Vocabulary

struct VocabularyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vocabulary",
        abstract: wording("列出、打印、检查词表与规则。", "List, print and check the files of words and rules."),
        discussion: discussion(
            """
            在自己的文件夹放同名文件，只写自己的行，即加到自带词表里。
            打印自带文件可看写法。改动后下次 ingest 会重读文件。
            """,
            """
            A file of your own, of the same name in your folder, is added to the built-in one: it needs only \
            your own rows. Print a built-in file to see how rows are written. After a change, the next \
            ingest reads the files again.
            """,
            examples: """
                zongjie vocabulary
                zongjie vocabulary topics.yml > ~/.config/zongjie/topics.yml
                zongjie vocabulary --check
                """))

    @Argument(help: .wording("要打印的文件。", "A file to print."))
    var name: String?

    @Flag(
        help: .wording(
            "检查所有词表（含自己的），指出错处。", "Read every file, yours included, and name what is wrong."))
    var check = false

    func run() throws {
        if let name { return try print(name) }
        if check { return try runCheck() }
        StandardOutput.line(wording("自己的词表目录：", "your own files: ") + VocabularyFile.userFolder)
        for name in VocabularyFile.names {
            let lines = (VocabularyFile.embedded(name) ?? "").utf8.count { $0 == 10 }
            let path = VocabularyFile.userFolder + "/" + name
            let own =
                FileManager.default.fileExists(atPath: path)
                ? wording("已加入 ", "with ") + path : ""
            StandardOutput.line(
                TextColumns.pad(name, 24)
                    + TextColumns.pad(wording("\(lines) 行", "\(lines) lines"), 14) + own)
        }
        StandardOutput.line(
            wording(
                "自己的同名文件加在自带词表之后，只需写新增的行",
                "your file of the same name is added to the built-in one: write only your own rows")
        )
    }

    private func print(_ name: String) throws {
        guard let text = VocabularyFile.embedded(name) else {
            throw ReportError(
                place: name, problem: wording("没有这个词表", "there is no such vocabulary"),
                advice: VocabularyFile.names.joined(separator: ", "))
        }
        StandardOutput.write(text)
        StandardError.line(
            wording(
                "自己的 \(VocabularyFile.userFolder)/\(name) 会加在自带词表之后：留下要新增的行即可",
                "your \(VocabularyFile.userFolder)/\(name) is added to the built-in file: keep only the rows you add"
            ))
    }

    private func runCheck() throws {
        let problems = VocabularyCheck.run()
        for problem in problems { StandardOutput.line(problem.description) }
        if !problems.isEmpty { throw ExitCode(2) }
        StandardOutput.line(
            wording(
                "\(VocabularyFile.names.count) 个词表都可用",
                "all \(VocabularyFile.names.count) files can be used"))
    }
}

/// What is wrong with the vocabulary files, each with file and line where it can be told (词表检查).
enum VocabularyCheck {
    static func run() -> [ReportError] {
        var errors: [ReportError] = []
        for error in IngestVocabulary.errors() + QueryVocabulary.errors()
            + CorpusVocabulary.errors()
        {
            let placed = placed(error)
            if !errors.contains(where: { $0.description == placed.description }) {
                errors.append(placed)
            }
        }
        return errors + strayFiles()
    }

    /// An error on a row that is named by its words (`topics.yml: 法律`) gets the line they stand on: in
    /// the user's file, else in the built-in one.
    private static func placed(_ error: ReportError) -> ReportError {
        let parts = error.place.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2, VocabularyFile.names.contains(parts[0]) else { return error }
        let words = parts[1].trimmingCharacters(in: .whitespaces)
        let files = [
            (
                VocabularyFile.userFolder + "/" + parts[0],
                (try? VocabularyFile.user(parts[0])) ?? nil
            ),
            (parts[0], VocabularyFile.embedded(parts[0])),
        ]
        for (path, text) in files {
            let lines = (text ?? "").split(separator: "\n", omittingEmptySubsequences: false)
            guard let place = lines.firstIndex(where: { !$0.hasPrefix("#") && $0.contains(words) })
            else { continue }
            return ReportError(
                place: "\(path):\(place + 1)", problem: "\(words): \(error.problem)",
                advice: error.advice)
        }
        return error
    }

    /// Files of the user's folder that no built-in file has the name of: nothing reads them.
    private static func strayFiles() -> [ReportError] {
        let names =
            (try? FileManager.default.contentsOfDirectory(atPath: VocabularyFile.userFolder))
        return (names ?? []).sorted().compactMap { name in
            guard !VocabularyFile.names.contains(name), !name.hasPrefix("."),
                [".yml", ".yaml", ".txt", ".tsv"].contains(where: name.hasSuffix)
            else { return nil }
            return ReportError(
                place: VocabularyFile.userFolder + "/" + name,
                problem: wording("没有这个词表，不会被读取", "there is no such vocabulary: it is not read"),
                advice: wording("可用的名字：", "names: ") + VocabularyFile.names.joined(separator: ", "))
        }
    }
}
