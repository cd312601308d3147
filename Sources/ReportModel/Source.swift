/// One input file, read whole (来源): its decoded lines, and after splitting its reports.
package struct Source: Sendable, Hashable {
    /// The path as given to `ingest`.
    package var path: String
    /// The encoding the bytes were read in (`UTF-8`, `GB18030`, `docx` …).
    package var encoding: String
    /// Number of physical lines.
    package var lineCount: Int
    package var reports: [Report]
    /// The file's own claims (title, created): weak evidence, never the year.
    package var properties: [String: String]
    /// What a person should look at (claimed 18 reports, found 17).
    package var doubts: [Doubt]

    package init(
        path: String, encoding: String, lineCount: Int, reports: [Report],
        properties: [String: String] = [:], doubts: [Doubt] = []
    ) {
        self.path = path
        self.encoding = encoding
        self.lineCount = lineCount
        self.reports = reports
        self.properties = properties
        self.doubts = doubts
    }
}

/// One mend that cleaning made (修补), for the ledger.
package struct Repair: Sendable, Hashable, Codable {
    /// The kind of damage: an id of the cleaning rules (`stray-mark`, `paywall-marker` …).
    package var kind: String
    /// Physical line of the decoded source, from 1.
    package var line: Int
    /// A little of the text before and after the mend, for the eye.
    package var before: String
    package var after: String

    package init(kind: String, line: Int, before: String, after: String) {
        self.kind = kind
        self.line = line
        self.before = before
        self.after = after
    }
}
