import ReportIndex
import ReportModel

/// Gives every passage of an index a vector (语义向量): what is there already is left alone, and what is made is
/// committed batch by batch, so that a stop loses seconds.
package struct EmbeddingRun {
    let embedder: any Embedder
    let writer: IndexWriter

    package struct Summary: Sendable, Hashable {
        package var made = 0
        package var all = 0
    }

    /// Passages sent to the model at once: more answer no sooner, and a stop costs more.
    private static let batch = 32

    package init(embedder: any Embedder, writer: IndexWriter) {
        self.embedder = embedder
        self.writer = writer
    }

    /// - Parameter progress: called with how many of how many are done.
    /// - Throws: `ReportError` when the model fails or the index cannot be written; what was made stays.
    package func run(progress: (_ done: Int, _ all: Int) -> Void) throws(ReportError) -> Summary {
        let (all, missing) = try writer.prepareVectors(model: embedder.model)
        var summary = Summary(all: all)
        while summary.made < missing {
            let texts = try writer.textsWithoutVector(limit: Self.batch)
            guard !texts.isEmpty else { break }
            let vectors = try embedder.vectors(of: texts.map(\.text), areQuestions: false)
            var rows: [(passage: Int64, vector: PackedVector)] = []
            for (text, numbers) in zip(texts, vectors) {
                guard let vector = PackedVector(numbers) else {
                    throw ReportError(
                        .unsupported, place: embedder.model,
                        problem: wording("模型给出的不是向量", "the model gives no vector"))
                }
                rows.append((text.passage, vector))
            }
            try writer.store(rows)
            summary.made += rows.count
            progress(summary.made, missing)
        }
        return summary
    }
}
