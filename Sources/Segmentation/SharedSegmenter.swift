import ReportModel
import Synchronization

/// A segmenter for any number of threads (共用分词器): one at a time uses it. For questions, which are short.
package final class SharedSegmenter: Sendable {
    private let segmenter: Mutex<Segmenter>

    /// - Throws: `ReportError` when ICU's data cannot be opened.
    package init(lexicon: Lexicon) throws(ReportError) {
        segmenter = Mutex(try Segmenter(lexicon: lexicon))
    }

    /// As `Segmenter.ends(of:)`.
    package func ends(of scalars: [UInt32]) -> [Int32] {
        segmenter.withLock { $0.ends(of: scalars) }
    }
}
