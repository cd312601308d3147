import ReportIndex

/// A pair of copies with all that is shown of it (副本对详情).
package struct CopyDetails: Sendable {
    package let first: Passage
    package let second: Passage
    /// 0 to 1.
    package let similarity: Double
    package let extent: CopyExtent
    package let changes: [TextChange]
    /// Whether the two reports are copies for the most part.
    package let isInCopiedReport: Bool
}

/// A pair of reports of which one is a copy for the most part (报告副本详情).
package struct ReportCopyDetails: Sendable {
    package let first: ReportSummary
    package let second: ReportSummary
    /// Part of the shorter report that was copied; 0 to 1.
    package let share: Double
    /// Pairs of copied passages.
    package let passages: Int
}

extension CopyFindings {
    /// Calls `body` with each pair of copied reports of which a passage passes a filter.
    package func forEachReportPair(
        in reading: IndexReading, where isWanted: (Int64) -> Bool,
        _ body: (ReportCopyDetails) throws -> Void
    ) throws {
        func key(_ first: Int32, _ second: Int32) -> UInt64 { UInt64(first) << 32 | UInt64(second) }
        var counts: [UInt64: Int] = [:]
        for pair in pairs {
            counts[
                key(texts.reports[Int(pair.first)], texts.reports[Int(pair.second)]), default: 0] +=
                1
        }
        for report in reports {
            let sides = [report.first, report.second].map {
                texts.passagesOfReport[Int($0)]
            }
            guard sides.contains(where: { $0.contains { isWanted(texts.ids[$0]) } }) else {
                continue
            }
            let ids = sides.compactMap(\.first).map { texts.ids[$0] }
            let passages = try reading.passages(ids)
            guard passages.count == 2 else { continue }
            try body(
                ReportCopyDetails(
                    first: passages[0].report, second: passages[1].report,
                    share: Double(report.share),
                    passages: counts[key(report.first, report.second)] ?? 0))
        }
    }

    /// Calls `body` with each pair of which at least one side passes a filter, in order of path and line. Only
    /// one pair is in memory at a time.
    package func forEachPair(
        in reading: IndexReading, where isWanted: (Int64) -> Bool,
        _ body: (CopyDetails) throws -> Void
    ) throws {
        let changes = try TextChanges()
        let copied = Set(reports.map { UInt64($0.first) << 32 | UInt64($0.second) })
        for pair in pairs {
            let ids = [texts.ids[Int(pair.first)], texts.ids[Int(pair.second)]]
            guard ids.contains(where: isWanted) else { continue }
            let passages = try reading.passages(ids)
            guard passages.count == 2 else { continue }
            let key =
                UInt64(texts.reports[Int(pair.first)]) << 32
                | UInt64(texts.reports[Int(pair.second)])
            try body(
                CopyDetails(
                    first: passages[0], second: passages[1],
                    similarity: Double(pair.similarity), extent: pair.extent,
                    changes: changes.changes(from: passages[0].text, to: passages[1].text),
                    isInCopiedReport: copied.contains(key)))
        }
    }
}
