import ReportModel
import Vocabulary

/// The vocabulary that questions and comparisons use, tried out file by file (词表检查).
package enum QueryVocabulary {
    /// The first error of every file; none when all can be used.
    package static func errors() -> [ReportError] {
        var errors: [ReportError] = []
        func attempt(_ body: () throws(ReportError) -> Void) {
            do throws(ReportError) { try body() } catch { errors.append(error) }
        }
        attempt { () throws(ReportError) in _ = try SynonymTable() }
        attempt { () throws(ReportError) in _ = try QuestionWords() }
        attempt { () throws(ReportError) in _ = try DisguiseNormalizer() }
        attempt { () throws(ReportError) in _ = try ComparisonWords() }
        return errors
    }
}
