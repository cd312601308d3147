import ReportModel
import Vocabulary

/// The vocabulary that reading files uses, tried out file by file (词表检查).
package enum IngestVocabulary {
    /// The first error of every stage; none when all can be used.
    package static func errors() -> [ReportError] {
        var errors: [ReportError] = []
        func attempt(_ body: () throws(ReportError) -> Void) {
            do throws(ReportError) { try body() } catch { errors.append(error) }
        }
        attempt { () throws(ReportError) in
            _ = try VocabularyFile.rows("terms.yml", as: String.self)
        }
        attempt { () throws(ReportError) in _ = try Cleaner() }
        attempt { () throws(ReportError) in _ = try Furniture(words: StructureWords()) }
        attempt { () throws(ReportError) in _ = try TimeReader() }
        attempt { () throws(ReportError) in _ = try TagLexicon() }
        attempt { () throws(ReportError) in _ = try UnitRules() }
        attempt { () throws(ReportError) in _ = try Gazetteer() }
        attempt { () throws(ReportError) in _ = try MeasureWords() }
        attempt { () throws(ReportError) in _ = try QuantityReader() }
        attempt { () throws(ReportError) in _ = try ActivityWords() }
        attempt { () throws(ReportError) in _ = try FigureCues() }
        attempt { () throws(ReportError) in _ = try ClauseWords() }
        attempt { () throws(ReportError) in _ = try PartnerWords() }
        return errors
    }
}
