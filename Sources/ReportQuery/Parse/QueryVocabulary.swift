import Vocabulary

/// The vocabulary that questions and comparisons use, tried out file by file (词表检查).
package enum QueryVocabulary {
    /// The first error of every file; none when all can be used.
    package static func errors() -> [VocabularyError] {
        var errors: [VocabularyError] = []
        func attempt(_ body: () throws(VocabularyError) -> Void) {
            do throws(VocabularyError) { try body() } catch { errors.append(error) }
        }
        attempt { () throws(VocabularyError) in _ = try SynonymTable() }
        attempt { () throws(VocabularyError) in _ = try QuestionWords() }
        attempt { () throws(VocabularyError) in _ = try DisguiseNormalizer() }
        attempt { () throws(VocabularyError) in _ = try ComparisonWords() }
        return errors
    }
}
