/// One concrete thing done or planned (活动).
public struct Activity: Sendable, Hashable {
    public enum Status: String, Sendable, CaseIterable, Codable {
        case done, planned
        /// Meant to be done, and told not to have been: 未能开工, 没有开成.
        case notDone = "not-done"
    }

    /// Where the record stands in its paragraph's text, in UTF-8 bytes.
    public var range: Range<Int>
    /// The exact words of the record.
    public var span: String
    /// The named programme when there is one, otherwise verb and object.
    public var name: String
    public var action: String
    public var object: String
    public var quantities: [Quantity]
    /// The date as written; resolved dates belong to whoever knows the year.
    public var date: String?
    public var place: String?
    public var partners: [String]
    public var status: Status

    public init(
        range: Range<Int>, span: String, name: String, action: String, object: String,
        quantities: [Quantity] = [], date: String? = nil, place: String? = nil,
        partners: [String] = [], status: Status = .done
    ) {
        self.range = range
        self.span = span
        self.name = name
        self.action = action
        self.object = object
        self.quantities = quantities
        self.date = date
        self.place = place
        self.partners = partners
        self.status = status
    }
}

/// A counted or measured amount (数量). 人 and 人次 are different units.
public struct Quantity: Sendable, Hashable, Codable {
    /// What a figure says about its activity (数字的角色).
    public enum Part: String, Sendable, CaseIterable, Codable {
        /// The one figure of its unit that may be added up over reports.
        case head
        /// 其中: contained in the head.
        case ofWhich = "of-which"
        /// 任务, 计划, 不少于: what was asked for or promised.
        case target
        /// 去年, 同期, 由A到B's A, and differences from them.
        case previous
        /// 每人, 人均: for one of many.
        case perItem = "per-item"
        case age, rate
        /// Stock (累计, 现有), places, lengths of time, what is still missing.
        case other
    }

    /// `nil` when the source masks or lost the number, or its form is not understood: withheld,
    /// never zero.
    public var value: Double?
    public var unit: String
    /// The amount as written, approximation words included.
    public var raw: String
    /// Whether the words say 余, 近, 多, 约, 以上 or a range.
    public var approximate: Bool
    public var part: Part

    public init(
        value: Double?, unit: String, raw: String, approximate: Bool = false, part: Part = .head
    ) {
        self.value = value
        self.unit = unit
        self.raw = raw
        self.approximate = approximate
        self.part = part
    }
}
