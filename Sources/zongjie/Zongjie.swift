import ArgumentParser
import Foundation
import ReportModel

@main
struct Zongjie: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "zongjie",
        abstract: "Search and compare yearly work summaries. 工作总结检索与比较。",
        version: ToolVersion.current,
        subcommands: [
            IngestCommand.self, SearchCommand.self, ShowCommand.self, ReportsCommand.self,
            ExportCommand.self, RepairsCommand.self, StatusCommand.self, VerifyCommand.self,
            ActivitiesCommand.self, SimilarCommand.self, CompareCommand.self, GapsCommand.self,
            PromisesCommand.self, DuplicatesCommand.self, TagsCommand.self, CorpusCommand.self,
            ConcordanceCommand.self, FrequencyCommand.self, KeynessCommand.self,
            CollocatesCommand.self, DispersionCommand.self, TrendCommand.self,
            VocabularyCommand.self, RebuildCommand.self, ServeCommand.self,
        ])

    /// Runs the command and turns errors into `place: what is wrong; what to try` and a status.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            StandardOutput.flush()
        } catch let error as any PlacedError {
            StandardError.line(error.description)
            Foundation.exit(2)
        } catch {
            StandardOutput.flush()
            exit(withError: error)
        }
    }
}
