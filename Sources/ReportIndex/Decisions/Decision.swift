import ReportModel

/// What a person decided about a tag (人工认定): it takes the place of the automatic tag, also when the
/// file is read again, as long as the words it was decided on still stand there.
package struct Decision: Sendable, Hashable {
    /// Where the source lies: the file's absolute path, with the member's name for archives.
    package var path: String
    /// The line its report began at when it was decided.
    package var firstLine: Int
    /// The paragraph's line; 0 when the decision is about the report.
    package var line: Int
    package var field: DecisionField
    /// As `DecisionField.canonical` writes it.
    package var value: String
    /// The paragraph's text, or the report's title, when it was decided.
    package var words: String
    /// When: ISO 8601, UTC.
    package var made: String

    package init(
        path: String, firstLine: Int, line: Int, field: DecisionField, value: String,
        words: String, made: String
    ) {
        self.path = path
        self.firstLine = firstLine
        self.line = line
        self.field = field
        self.value = value
        self.words = words
        self.made = made
    }

    /// The rule that evidence names for a person's decision.
    package static let rule = "decision"

    /// Whether it is about what the other one is about.
    func concernsTheSame(as other: Decision) -> Bool {
        path == other.path && field == other.field && line == other.line
            && (line > 0 || firstLine == other.firstLine)
    }

    /// What a report says of a decision whose words are gone.
    var doubt: Doubt {
        .decisionUnused(
            line: line > 0 ? line : firstLine, tag: "\(field.rawValue)=\(value)",
            words: String(words.prefix(20)))
    }

    var evidence: Evidence {
        Evidence(
            field: field.rawValue, rule: Self.rule, line: line > 0 ? line : firstLine, quote: "",
            note: "\(value) (\(made.prefix(10)))")
    }
}

/// The tags a person can decide.
package enum DecisionField: String, Sendable, CaseIterable {
    case unit
    case unitType = "unit_type"
    case adminLevel = "admin_level"
    case region, year
    case kind
    case concernsYear = "concerns_year"
    case topics, role

    /// Whether it is a tag of a report; the others are tags of a paragraph.
    package var isOfReport: Bool {
        switch self {
        case .unit, .unitType, .adminLevel, .region, .year: true
        case .kind, .concernsYear, .topics, .role: false
        }
    }

    /// Stands for no unit, no year, no region.
    static let unknown = "unknown"
    /// Stands for no topic.
    static let none = "none"
    private static let years = 1900...2100

    /// The value as it is stored: ids for Chinese names, blanks removed.
    ///
    /// - Throws: `ReportError` that lists the choices.
    package func canonical(_ text: String) throws(ReportError) -> String {
        let value = Self.trimmed(text)
        guard !value.isEmpty else { throw unknownValue(text, choices) }
        switch self {
        case .unit: return Self.isUnknown(value) ? Self.unknown : value
        case .region:
            return Self.isUnknown(value) ? Self.unknown : Self.places(value).joined(separator: "/")
        case .year, .concernsYear:
            if Self.isUnknown(value) { return Self.unknown }
            guard let year = Int(value), Self.years.contains(year) else {
                throw unknownValue(text, choices)
            }
            return String(year)
        case .topics:
            if ["none", "无"].contains(value) { return Self.none }
            var topics: [String] = []
            for name in value.split(whereSeparator: { ",，;；、 ".contains($0) }) {
                let id = try choice(String(name), of: Topic.self, \.chineseName)
                if !topics.contains(id) { topics.append(id) }
            }
            guard (1...3).contains(topics.count) else {
                throw ReportError(
                    place: "topics=\(text)",
                    problem: wording("一段最多三个主题", "a paragraph has at most three topics"))
            }
            return topics.joined(separator: ",")
        case .unitType: return try choice(value, of: UnitType.self, \.chineseName)
        case .adminLevel: return try choice(value, of: AdminLevel.self, \.chineseName)
        case .kind: return try choice(value, of: Kind.self, \.chineseName)
        case .role: return try choice(value, of: Role.self, \.chineseName)
        }
    }

    /// What may be said, for a message.
    package var choices: String {
        func names<Value: CaseIterable & RawRepresentable<String>>(
            _ type: Value.Type, _ chinese: (Value) -> String
        ) -> String {
            Value.allCases.map { "\($0.rawValue) \(chinese($0))" }.joined(separator: ", ")
        }
        return switch self {
        case .unit: wording("单位名，或 unknown", "a unit's name, or unknown")
        case .region:
            wording(
                "地名，由大到小用 / 隔开，或 unknown",
                "place names, outermost first, with / between, or unknown")
        case .year, .concernsYear:
            wording("1900 至 2100 的年份，或 unknown", "a year from 1900 to 2100, or unknown")
        case .topics: names(Topic.self, \.chineseName) + ", none"
        case .unitType: names(UnitType.self, \.chineseName)
        case .adminLevel: names(AdminLevel.self, \.chineseName)
        case .kind: names(Kind.self, \.chineseName)
        case .role: names(Role.self, \.chineseName)
        }
    }

    static func places(_ value: String) -> [String] {
        value.split(whereSeparator: { "/／› ,，".contains($0) }).map(String.init)
    }

    private static func isUnknown(_ value: String) -> Bool { [unknown, "未知"].contains(value) }

    private static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars.drop { $0.properties.isWhitespace }
        let end = scalars.lastIndex { !$0.properties.isWhitespace }
        return end.map { String(scalars[...$0]) } ?? ""
    }

    private func choice<Value: CaseIterable & RawRepresentable<String>>(
        _ text: String, of type: Value.Type, _ chinese: (Value) -> String
    ) throws(ReportError) -> String {
        for value in Value.allCases where value.rawValue == text || chinese(value) == text {
            return value.rawValue
        }
        throw unknownValue(text, choices)
    }

    private func unknownValue(_ text: String, _ choices: String) -> ReportError {
        ReportError(
            place: "\(rawValue)=\(text)", problem: wording("不能取这个值", "there is no such value"),
            advice: wording("可取：", "choose from: ") + choices)
    }
}
