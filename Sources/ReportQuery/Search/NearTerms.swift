import ReportModel
import ReportIndex
import Segmentation

/// Finds words of the index that look like one that found nothing (近似词).
struct NearTerms {
    let reading: IndexReading
    let index: PassageIndex

    /// Up to six words that share characters with `word`, most shared first.
    ///
    /// Passages with one of its pairs (or, without any, its rarest character) are looked at; their words
    /// that overlap it are counted.
    func near(_ word: String) throws(ReportError) -> [String] {
        let scalars = Folding.standard.fold(word)
        let wanted = Set(scalars)
        var found: [String: Double] = [:]
        let matcher = LiteralMatcher(reading: reading, index: index, includesNoise: false)
        var pieces: [String] = []
        for start in scalars.indices.dropLast() {
            pieces.append(QuestionAnalyzer.string(scalars[start...start + 1]))
        }
        pieces += scalars.map { QuestionAnalyzer.string([$0]) }
        for piece in pieces.prefix(24) where found.count < 40 {
            let ordinals = try matcher.passages(containing: piece).ordinals.prefix(60)
            try reading.forEachText(of: ordinals.map(index.passage)) { passage in
                let text = Folding.standard.fold(passage.text)
                for range in WordBreaks(bytes: passage.breaks).words(in: text)
                where range.count > 1 && range.count <= scalars.count + 2 {
                    let shared = text[range].count { wanted.contains($0) }
                    guard shared * 2 >= min(range.count, scalars.count) else { continue }
                    let name = QuestionAnalyzer.string(text[range])
                    let likeness =
                        Double(2 * shared) / Double(range.count + scalars.count)
                    found[name] = max(found[name] ?? 0, likeness)
                }
            }
        }
        return found.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(6).map(\.key)
    }
}
