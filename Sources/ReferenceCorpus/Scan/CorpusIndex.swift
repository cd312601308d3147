import ReportIndex
import ReportModel
import ReportQuery

/// An index as corpus work sees it (语料来源): one state of it, with the columns of every passage and the rows
/// of every report in memory.
package struct CorpusIndex: Sendable {
    package let reading: IndexReading
    package let index: PassageIndex
    package let stamp: IndexStamp
    let reports: ReportTable

    /// - Throws: `ReportError`.
    package init(_ reading: IndexReading) throws(ReportError) {
        self.reading = reading
        index = try reading.index()
        stamp = try reading.stamp()
        reports = try reading.reports()
    }

    /// The passages a query asks for, exactly and all of them.
    ///
    /// - Throws: `ReportError`.
    package func passages(_ query: Query) throws(ReportError) -> PassageSet {
        try ExactMatches.passages(query, in: reading)
    }

    /// How many passages have two adjacent characters; 0 when the index cannot be read.
    func frequency(ofPair pair: UInt64) -> Int {
        (try? reading.frequency(of: pair, in: index)) ?? 0
    }
}
