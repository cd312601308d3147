/// One non-empty physical line of a decoded source (段落), cleaned and tagged.
package struct Paragraph: Sendable, Hashable {
    /// What the place of a line ends with whose text was recognised from a picture (识别).
    package static let recognisedMark = "识别"

    /// Whether text at that place was recognised from a picture.
    package static func isRecognised(_ locator: String?) -> Bool {
        locator?.hasSuffix(recognisedMark) ?? false
    }

    /// Physical line of the decoded source, from 1.
    package var line: Int
    /// The last physical line, where lines that a program had cut were joined; `nil` for one line.
    package var lastLine: Int?
    /// Where the line begins in the source file, in bytes of its original encoding; `nil` when the
    /// format has no such place (Word, PDF).
    package var byteOffset: Int?
    /// Page, paragraph or archive member, for formats that have them.
    package var locator: String?
    /// The cleaned text, without the white space around it.
    package var text: String
    /// The line as it stood, when cleaning changed more than the white space around it.
    package var raw: String?
    /// Empty cells of a table's row before its text; known while a file is read, not stored.
    package var cellsBefore = 0
    package var role: Role
    /// The level of the number the line opens with: 1 一、 2 （一） 3 1. 4 （1）; `nil` without one.
    package var headingLevel: Int?
    /// The headings above the line, outermost first, without the line's own.
    package var headings: [String]
    /// The heading the line itself opens with or is: its words without the number.
    package var ownHeading: String?
    package var kind: Kind
    /// The year the paragraph's work was or is to be done in.
    package var concernsYear: Int?
    /// None to three topics, strongest first.
    package var topics: [Topic]
    /// What speaks for kind, year and topics.
    package var evidence: [Evidence]
    package var activities: [Activity]

    package init(
        line: Int, byteOffset: Int? = nil, locator: String? = nil, text: String,
        raw: String? = nil, role: Role = .body, headingLevel: Int? = nil, headings: [String] = [],
        ownHeading: String? = nil
    ) {
        self.line = line
        self.byteOffset = byteOffset
        self.locator = locator
        self.text = text
        self.raw = raw
        self.role = role
        self.headingLevel = headingLevel
        self.headings = headings
        self.ownHeading = ownHeading
        kind = .other
        concernsYear = nil
        topics = []
        evidence = []
        activities = []
    }
}
