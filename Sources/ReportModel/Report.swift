/// One document by one unit (报告); a source holds one or more.
package struct Report: Sendable, Hashable {
    /// The headline, as the source gives it.
    package var title: String
    /// First and last physical line of the report in the decoded source, from 1.
    package var firstLine: Int
    package var lastLine: Int
    package var paragraphs: [Paragraph]
    /// Whether the first line is the headline of a compiler, whose words are not the unit's.
    package var hasPublisherTitle = false
    package var unit: UnitTag
    package var year: YearTag
    /// 全年, 上半年, 第一季度 …; `nil` when the text does not say.
    package var period: String?
    /// What speaks for unit and year.
    package var evidence: [Evidence]
    package var repairs: [Repair]
    /// What the splitter or a tagger was unsure of, for a person to look at.
    package var doubts: [Doubt]

    package init(title: String, firstLine: Int, lastLine: Int, paragraphs: [Paragraph]) {
        self.title = title
        self.firstLine = firstLine
        self.lastLine = lastLine
        self.paragraphs = paragraphs
        unit = UnitTag()
        year = YearTag()
        period = nil
        evidence = []
        repairs = []
        doubts = []
    }
}

/// Who reports (单位).
public struct UnitTag: Sendable, Hashable {
    /// Canonical short name (区妇联, 哈尔滨市); `nil` when the text does not name the unit.
    public var name: String?
    public var type: UnitType
    public var level: AdminLevel
    /// Place names, outermost first (黑龙江省, 哈尔滨市).
    public var region: [String]

    public init(
        name: String? = nil, type: UnitType = .other, level: AdminLevel = .unknown,
        region: [String] = []
    ) {
        self.name = name
        self.type = type
        self.level = level
        self.region = region
    }
}

/// The year an office would file the report under (年份).
public struct YearTag: Sendable, Hashable {
    /// `nil` when unknown or only known as a range.
    public var year: Int?
    /// The years the evidence allows, both ends included; `nil` without evidence.
    public var range: ClosedRange<Int>?
    public var basis: YearBasis
    /// The year in a publisher's headline: never evidence for the year of the work.
    public var publisherYear: Int?

    public init(
        year: Int? = nil, range: ClosedRange<Int>? = nil, basis: YearBasis = .none,
        publisherYear: Int? = nil
    ) {
        self.year = year
        self.range = range
        self.basis = basis
        self.publisherYear = publisherYear
    }
}
