import ReportIndex
import ReportModel
import Vocabulary

/// All copies of an index (查重结果).
package struct CopyFindings: Sendable {
    package let texts: PassageTexts
    /// By first and then second passage.
    package let pairs: [CopyPair]
    /// By first and then second report.
    package let reports: [ReportCopy]

    /// Looks for the copies among all passages of an index: seconds for 100 MB of reports, a few hundred MB
    /// of memory.
    ///
    /// - Throws: `ReportError` with what SQLite said, or `ReportError`.
    package static func find(in reading: IndexReading) throws -> CopyFindings {
        let normalizer = try DisguiseNormalizer()
        let texts = try PassageTexts(reading, normalizer)
        return CopyFinder(texts).find()
    }
}
