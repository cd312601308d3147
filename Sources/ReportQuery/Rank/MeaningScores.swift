import ReportIndex
import ReportModel

/// How near passages are to a question in meaning, as a model sees it (语义相近度).
struct MeaningScores: Sendable {
    /// Ordinal → how far the cosine stands above what is usual, in standard deviations; only what is above
    /// `least`.
    private var heights: [Int: Double] = [:]
    /// The nearest passages, best first.
    private(set) var nearest: [Int] = []

    /// Nearer than the average passage is not yet near.
    private static let least = 0.5

    /// The scores of the passages that may be hits.
    ///
    /// - Parameter limit: how many of the nearest become candidates.
    /// - Returns: `nil` when nothing stands out.
    /// - Throws: `ReportError` when the index holds no vectors, the model cannot be asked, or is not the one that
    ///   made the vectors.
    private init?(
        of text: String, by embedder: any Embedder, among allowed: PassageSet, limit: Int,
        index: PassageIndex, _ reading: IndexReading
    ) throws(ReportError) {
        guard let table = try reading.vectors(), table.count > 0 else {
            throw ReportError(
                .notFound, place: reading.database.path,
                problem: wording("索引里没有语义向量", "the index holds no vectors"),
                advice: wording("运行 zongjie ingest … --meaning", "run zongjie ingest … --meaning"))
        }
        guard table.model == embedder.model else {
            throw ReportError(
                .unsupported, place: embedder.model,
                problem: wording(
                    "索引里的向量出自 \(table.model)", "the index's vectors are of \(table.model)"),
                advice: wording("用那个模型检索，或重新 ingest", "search with that model, or ingest again"))
        }
        let numbers = try embedder.vectors(of: [text], areQuestions: true)
        guard let asked = numbers.first.flatMap(PackedVector.init),
            asked.dimension == table.dimension
        else { return nil }
        var found: [(ordinal: Int, cosine: Double)] = []
        found.reserveCapacity(table.count)
        table.forEachCosine(with: asked) { passage, cosine in
            guard let ordinal = index.ordinal(of: passage), allowed.contains(ordinal) else {
                return
            }
            found.append((ordinal, cosine))
        }
        guard found.count > 1 else { return nil }
        let mean = found.reduce(0) { $0 + $1.cosine } / Double(found.count)
        let variance = found.reduce(0) { $0 + ($1.cosine - mean) * ($1.cosine - mean) }
        let deviation = (variance / Double(found.count)).squareRoot()
        guard deviation > 0 else { return nil }
        let near = found.filter { ($0.cosine - mean) / deviation > Self.least }
            .sorted { $0.cosine != $1.cosine ? $0.cosine > $1.cosine : $0.ordinal < $1.ordinal }
        for (ordinal, cosine) in near {
            heights[ordinal] = (cosine - mean) / deviation - Self.least
        }
        nearest = near.prefix(limit).map(\.ordinal)
    }

    /// The scores, or `nil`, with a note behind `refused`, when the model cannot be asked.
    static func ask(
        of text: String, by embedder: any Embedder, among allowed: PassageSet, limit: Int,
        index: PassageIndex, _ reading: IndexReading, refused: String,
        noting notes: inout [String]
    ) -> MeaningScores? {
        do throws(ReportError) {
            return try MeaningScores(
                of: text, by: embedder, among: allowed, limit: limit, index: index, reading)
        } catch {
            notes.append(refused + error.description)
            return nil
        }
    }

    /// 0 for what is no nearer than most.
    func height(of ordinal: Int) -> Double { heights[ordinal] ?? 0 }
}
