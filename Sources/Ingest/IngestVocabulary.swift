import Vocabulary

/// The vocabulary that reading files uses, tried out file by file (词表检查).
package enum IngestVocabulary {
    /// The first error of every stage; none when all can be used.
    package static func errors() -> [VocabularyError] {
        var errors: [VocabularyError] = []
        func attempt(_ body: () throws(VocabularyError) -> Void) {
            do throws(VocabularyError) { try body() } catch { errors.append(error) }
        }
        attempt { () throws(VocabularyError) in
            _ = try VocabularyFile.rows("terms.yml", as: String.self)
        }
        attempt { () throws(VocabularyError) in _ = try Cleaner() }
        attempt { () throws(VocabularyError) in _ = try Furniture(words: StructureWords()) }
        attempt { () throws(VocabularyError) in _ = try TimeReader() }
        attempt { () throws(VocabularyError) in _ = try TagLexicon() }
        attempt { () throws(VocabularyError) in _ = try UnitRules() }
        attempt { () throws(VocabularyError) in _ = try Gazetteer() }
        attempt { () throws(VocabularyError) in _ = try MeasureWords() }
        attempt { () throws(VocabularyError) in _ = try QuantityReader() }
        attempt { () throws(VocabularyError) in _ = try ActivityWords() }
        attempt { () throws(VocabularyError) in _ = try FigureCues() }
        attempt { () throws(VocabularyError) in _ = try PartnerWords() }
        return errors
    }
}
