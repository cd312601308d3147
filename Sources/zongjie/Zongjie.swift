import ArgumentParser
import Documents
import Foundation
import ReportIndex
import ReportModel

@main
struct Zongjie: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "zongjie",
        abstract: wording("工作总结的检索与比较。", "Search and compare yearly work summaries."),
        version: ToolVersion.current,
        subcommands: [
            IngestCommand.self, SearchCommand.self, ShowCommand.self, ReportsCommand.self,
            ExportCommand.self, RepairsCommand.self, StatusCommand.self, VerifyCommand.self,
            ActivitiesCommand.self, SimilarCommand.self, CompareCommand.self, GapsCommand.self,
            PromisesCommand.self, DuplicatesCommand.self, TagsCommand.self, CorpusCommand.self,
            ConcordanceCommand.self, FrequencyCommand.self, KeynessCommand.self,
            CollocatesCommand.self, DispersionCommand.self, TrendCommand.self,
            VocabularyCommand.self, RebuildCommand.self, PackCommand.self, ServeCommand.self,
            MCPCommand.self,
        ])

    /// Without a command: what the index holds and what to try, or how to begin.
    func run() async throws {
        try await FirstLook.begin(IndexDatabase.defaultPath)
        try FirstLook.print(IndexDatabase.defaultPath)
    }

    /// Runs the command and turns errors into `place: what is wrong; what to try` and a status.
    static func main() async {
        do {
            var command = try parseAsRoot(FileName.arguments)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            StandardOutput.flush()
        } catch let error as ReportError {
            StandardError.line(error.description)
            Foundation.exit(2)
        } catch {
            StandardOutput.flush()
            let text = ParserWords.translated(fullMessage(for: error))
            let code = exitCode(for: error)
            if code == .success {
                StandardOutput.write(text.isEmpty ? "" : text + "\n")
                StandardOutput.flush()
            } else if !text.isEmpty {
                StandardError.line(text)
            }
            Foundation.exit(code.rawValue)
        }
    }
}
