import ArgumentParser
import ReportIndex

/// `--index`, the same for every command.
struct IndexOption: ParsableArguments {
    @Option(help: "The index file (default: $ZONGJIE_INDEX, else your data folder).")
    var index: String?

    var path: String { index ?? IndexDatabase.defaultPath }

    func open() throws(IndexError) -> IndexDatabase {
        try IndexDatabase.open(path)
    }
}
