import ReportIndex
import ReportModel
import Vocabulary

/// What marks the rules a file was read with (规则版本): the program's version and every vocabulary file
/// that reading uses, the user's own included. Files read with other rules are read again.
package enum RuleVersion {
    /// Files that only questions and comparisons use: changing them changes nothing in an index.
    static let usedByQueries: Set<String> = [
        "synonyms.yml", "questions.yml", "copies.yml", "comparison.yml",
    ]

    /// The mark of the rules in use; `FileState.rules` keeps it.
    package static let current: String = {
        var bytes = Array(ToolVersion.current.utf8)
        for name in VocabularyFile.names where !usedByQueries.contains(name) {
            bytes += (VocabularyFile.embedded(name) ?? "").utf8
            bytes += ((try? VocabularyFile.user(name)) ?? "").utf8
        }
        return ContentHash.of(bytes)
    }()
}
