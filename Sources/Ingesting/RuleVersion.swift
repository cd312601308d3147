import ReportIndex
import ReportModel
import Vocabulary

/// What marks the rules a file was read with (规则版本): the program's version and every vocabulary file
/// that reading uses, the user's own included. Files read with other rules are read again.
package enum RuleVersion {
    /// Files that only questions, comparisons and exports use: changing them changes nothing in an index.
    static let usedByQueries: Set<String> = [
        "synonyms.yml", "questions.yml", "copies.yml", "comparison.yml", "personal-data.yml",
    ]

    /// The mark of the rules in use; `FileState.rules` keeps it.
    package static let current: String = {
        var bytes = Array(ToolVersion.current.utf8)
        for name in VocabularyFile.names where !usedByQueries.contains(name) {
            bytes += (VocabularyFile.embedded(name) ?? "").utf8
            // Reading stops by itself at a file that cannot be read.
            bytes += content((try? VocabularyFile.user(name)) ?? "").utf8
        }
        return ContentHash.of(bytes)
    }()

    /// A file without what says nothing: empty lines and comments.
    static func content(_ text: String) -> String {
        text.split(separator: "\n").filter { line in
            let start = line.drop { $0 == " " || $0 == "\t" || $0 == "\r" }
            return !start.isEmpty && !start.hasPrefix("#")
        }.joined(separator: "\n")
    }
}
