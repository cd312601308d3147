import ReportModel
import Vocabulary

/// The vocabulary that work with corpora uses, tried out (词表检查).
package enum CorpusVocabulary {
    /// The first error of every file; none when all can be used.
    package static func errors() -> [ReportError] {
        do throws(ReportError) {
            _ = try PersonalDataRules()
            return []
        } catch {
            return [error]
        }
    }
}
