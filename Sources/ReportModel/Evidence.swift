/// Why a tag was given: the rule that fired and the exact text it fired on (依据).
public struct Evidence: Sendable, Hashable, Codable {
    /// The tag the evidence speaks for: `unit`, `unit_type`, `admin_level`, `region`, `year`,
    /// `kind`, `concerns_year`, `topic:<id>`.
    public var field: String
    /// The name of the rule, as it stands in the vocabulary file or in the code.
    public var rule: String
    /// Physical line of the decoded source, from 1.
    public var line: Int
    /// The words of the cleaned text on which the rule fired.
    public var quote: String
    /// What the rule concludes, in a few words; empty when the rule's name says it all.
    public var note: String

    public init(field: String, rule: String, line: Int, quote: String, note: String = "") {
        self.field = field
        self.rule = rule
        self.line = line
        self.quote = quote
        self.note = note
    }
}
