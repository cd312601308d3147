import ReportModel
import ReportQuery

/// Which passages are looked at (筛选): values of one field are alternatives, fields add up; what is empty asks
/// nothing.
///
/// ```swift
/// var filter = PassageFilter()
/// filter.units = ["望川区妇联"]
/// filter.years = 2016...2019
/// filter.kinds = [.done]
/// ```
public struct PassageFilter: Sendable, Hashable {
    /// Unit names or parts of them.
    public var units: [String] = []
    public var unitTypes: [UnitType] = []
    public var levels: [AdminLevel] = []
    /// Place names or parts of them.
    public var regions: [String] = []
    /// Years the work concerns.
    public var years: ClosedRange<Int>?
    /// Years the reports are filed under.
    public var reportYears: ClosedRange<Int>?
    public var topics: [Topic] = []
    public var kinds: [Kind] = []
    /// Parts of source paths.
    public var paths: [String] = []

    /// A filter that lets everything through.
    public init() {}

    /// Adds what it asks to a question's own filter.
    func apply(to filter: inout Filter) {
        filter.units += units
        filter.unitTypes += unitTypes
        filter.levels += levels
        filter.regions += regions
        if let years { filter.years.append(.years(years)) }
        if let reportYears { filter.reportYears.append(.years(reportYears)) }
        filter.topics += topics
        filter.kinds += kinds
        filter.paths += paths
    }

    /// The question with this filter added.
    func query(_ question: String) throws(ReportError) -> Query {
        var query = try QueryParser.parse(question)
        apply(to: &query.filter)
        return query
    }
}
