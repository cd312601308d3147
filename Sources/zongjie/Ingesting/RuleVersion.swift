import Foundation
import ReportIndex
import Vocabulary

/// What marks the rules a file was read with (规则版本): the program's version and every vocabulary file,
/// the user's own included. Files read with other rules are read again.
enum RuleVersion {
    static let current: String = {
        var bytes = Array(ToolVersion.current.utf8)
        for name in VocabularyFile.names {
            bytes += (VocabularyFile.embedded(name) ?? "").utf8
            bytes += ((try? VocabularyFile.user(name)) ?? "").utf8
        }
        return ContentHash.of(bytes)
    }()
}

/// The version of this program.
enum ToolVersion {
    static let current = "0.1.0"
}
