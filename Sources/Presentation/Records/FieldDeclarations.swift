import ReportIndex

/// How fields are declared: name, heading in Chinese, meaning in Chinese and English, and where the value
/// comes from. The English heading is the name with blanks, unless `head` gives a shorter one.
extension RecordField {
    private static func describe(
        _ type: FieldType, _ name: String, _ heading: String, _ head: String?, _ chinese: String,
        _ english: String
    ) -> FieldDescription {
        FieldDescription(
            name: name, type: type,
            heading: Bilingual(heading, head ?? name.replacing("_", with: " ")),
            meaning: Bilingual(chinese, english))
    }

    /// - Parameter leftOut: whether the field is left out of JSON, not `null`, when there is no value.
    static func text(
        _ name: String, _ heading: String, head: String? = nil, leftOut: Bool = false,
        _ chinese: String, _ english: String, _ value: @escaping @Sendable (Subject) -> String?
    ) -> Self {
        Self(describe(.text, name, heading, head, chinese, english)) {
            value($0).map { .text($0) } ?? (leftOut ? .absent : .null)
        }
    }

    static func integer(
        _ name: String, _ heading: String, head: String? = nil, leftOut: Bool = false,
        _ chinese: String, _ english: String, _ value: @escaping @Sendable (Subject) -> Int?
    ) -> Self {
        Self(describe(.integer, name, heading, head, chinese, english)) {
            value($0).map { .integer($0) } ?? (leftOut ? .absent : .null)
        }
    }

    /// - Parameter places: decimal places kept.
    static func number(
        _ name: String, _ heading: String, head: String? = nil, places: Int = 6,
        _ chinese: String, _ english: String, _ value: @escaping @Sendable (Subject) -> Double?
    ) -> Self {
        let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
        return Self(describe(.number, name, heading, head, chinese, english)) {
            value($0).map { .number(($0 * scale).rounded() / scale) } ?? .null
        }
    }

    /// A number as it was written, not rounded.
    static func exact(
        _ name: String, _ heading: String, _ chinese: String, _ english: String,
        _ value: @escaping @Sendable (Subject) -> Double?
    ) -> Self {
        Self(describe(.number, name, heading, nil, chinese, english)) {
            value($0).map { .number($0) } ?? .null
        }
    }

    /// - Parameter leftOut: whether the field is left out of JSON when it does not hold.
    static func flag(
        _ name: String, _ heading: String, leftOut: Bool = false, _ chinese: String,
        _ english: String, _ value: @escaping @Sendable (Subject) -> Bool
    ) -> Self {
        Self(describe(.flag, name, heading, nil, chinese, english)) {
            let holds = value($0)
            return leftOut && !holds ? .absent : .flag(holds)
        }
    }

    static func texts(
        _ name: String, _ heading: String, _ chinese: String, _ english: String,
        _ value: @escaping @Sendable (Subject) -> [String]
    ) -> Self {
        Self(describe(.list(.text), name, heading, nil, chinese, english)) {
            .list(value($0).map { .text($0) })
        }
    }

    static func integers(
        _ name: String, _ heading: String, leftOut: Bool = false, _ chinese: String,
        _ english: String, _ value: @escaping @Sendable (Subject) -> [Int]?
    ) -> Self {
        Self(describe(.list(.integer), name, heading, nil, chinese, english)) {
            value($0).map { .list($0.map { .integer($0) }) } ?? (leftOut ? .absent : .null)
        }
    }

    /// Ranges of characters, each as its beginning and its end.
    static func ranges(
        _ name: String, _ heading: String, _ chinese: String, _ english: String,
        _ value: @escaping @Sendable (Subject) -> [Range<Int>]
    ) -> Self {
        Self(describe(.list(.list(.integer)), name, heading, nil, chinese, english)) {
            .list(value($0).map { .list([.integer($0.lowerBound), .integer($0.upperBound)]) })
        }
    }

    static func counts(
        _ name: String, _ heading: String, _ chinese: String, _ english: String,
        _ value: @escaping @Sendable (Subject) -> [String: Int]
    ) -> Self {
        Self(describe(.counts, name, heading, nil, chinese, english)) {
            .object(
                value($0).sorted { $0.key < $1.key }.map { .init($0.key, .integer($0.value)) })
        }
    }

    /// A record inside a record. In a table it is its summary, and the columns chosen of its own.
    ///
    /// - Parameters:
    ///   - columns: names of the part's columns that the table has too; `nil` for all.
    ///   - prefix: what stands before their names.
    static func object<Part>(
        _ name: String, _ heading: String, _ chinese: String, _ english: String,
        _ type: RecordType<Part>, columns: Set<String>? = [], prefix: String = "",
        _ value: @escaping @Sendable (Subject) -> Part?
    ) -> Self {
        let own = type.columns.filter { columns?.contains($0.name) ?? true }
        return Self(
            describe(.object(type.descriptions), name, heading, nil, chinese, english),
            cell: { value($0).map { .text(type.summary($0)) } ?? .null },
            { value($0).map { type.object($0) } ?? .null }
        ).adding(
            own.map { column in
                RecordColumn(
                    prefix + column.name,
                    prefix.isEmpty
                        ? column.heading
                        : Bilingual(
                            heading + column.heading.chinese,
                            prefix.replacing("_", with: " ") + column.heading.english),
                    isText: column.isText
                ) { value($0).map { column.value($0) } ?? .null }
            })
    }

    /// A list of records; in a table, their summaries.
    static func objects<Part>(
        _ name: String, _ heading: String, _ chinese: String, _ english: String,
        _ type: RecordType<Part>, _ value: @escaping @Sendable (Subject) -> [Part]
    ) -> Self {
        Self(
            describe(.list(.object(type.descriptions)), name, heading, nil, chinese, english),
            cell: { .list(value($0).map { .text(type.summary($0)) }) },
            { .list(value($0).map { type.object($0) }) })
    }
}
