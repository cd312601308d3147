import ArgumentParser
import ReportIndex
import ReportModel

/// `--index`, the same for every command.
struct IndexOption: ParsableArguments {
    @Option(
        help: .wording(
            "索引文件（默认 $ZONGJIE_INDEX，否则在用户数据目录）。",
            "The index file (default: $ZONGJIE_INDEX, else your data folder)."),
        completion: .file())
    var index: String?

    var path: String { index ?? IndexDatabase.defaultPath }

    /// What an answer may take that reads much: a whole draft's, or one about all passages.
    static let longestAnswer = Duration.seconds(600)

    /// The index as it is now: a whole command answers from one state.
    func open(within limit: Duration? = nil) throws(ReportError) -> IndexReading {
        try IndexDatabase.open(path).reading(within: limit)
    }
}
