import ReportIndex
import ReportQuery

/// A paragraph of a report with its tags (段落).
public struct Passage: Sendable, Hashable, Identifiable {
    /// Its number in the index; another one after the index is made anew.
    public let id: Int64
    public let report: ReportDescription
    /// Physical line of the decoded source, from 1.
    public let line: Int
    public let role: Role
    public let kind: Kind
    /// The year its work was or is to be done in; `nil` when the text does not say.
    public let year: Int?
    /// None to three topics, strongest first.
    public let topics: [Topic]
    /// The headings above, outermost first.
    public let headings: [String]
    public let text: String

    /// Where it stands, as `PATH:LINE`.
    public var place: String { "\(report.path):\(line)" }

    init(_ passage: ReportIndex.Passage) {
        id = passage.id
        report = ReportDescription(passage.report)
        line = passage.line
        role = passage.role
        kind = passage.kind
        year = passage.concernsYear
        topics = passage.topics
        headings = passage.headings
        text = passage.text
    }
}

/// Whose report it is, of which year, and where it stands (报告).
public struct ReportDescription: Sendable, Hashable, Identifiable {
    /// Its number in the index; another one after the index is made anew.
    public let id: Int64
    /// The source's path as it was given to ``Library/ingest(_:droppingVanished:waitingForWriters:)``.
    public let path: String
    public let title: String
    /// Physical lines of the decoded source, from 1.
    public let lines: ClosedRange<Int>
    public let unit: UnitTag
    /// Region and name without repetition (望川区妇联); `nil` when the report does not name its unit.
    public let unitName: String?
    public let year: YearTag
    /// 上半年, 第一季度 …; `nil` when the report does not say.
    public let period: String?

    init(_ report: ReportSummary) {
        id = report.id
        path = report.path
        title = report.title
        lines = report.firstLine...max(report.firstLine, report.lastLine)
        unit = report.unit
        unitName = report.unitKey.name
        year = report.year
        period = report.period
    }
}
