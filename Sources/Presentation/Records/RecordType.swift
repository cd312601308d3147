import ReportIndex

/// What one row of an answer says (记录): its fields in the order they are printed.
package struct RecordType<Subject>: Sendable {
    package let name: String
    package let meaning: Bilingual
    package let fields: [RecordField<Subject>]
    /// A record in one cell, where it is part of another.
    let summary: @Sendable (Subject) -> String

    init(
        _ name: String, _ chinese: String, _ english: String,
        summary: @escaping @Sendable (Subject) -> String = { _ in "" },
        _ fields: [RecordField<Subject>]
    ) {
        self.name = name
        meaning = Bilingual(chinese, english)
        self.summary = summary
        self.fields = fields
    }

    package var descriptions: [FieldDescription] { fields.map(\.description) }
    package var columns: [RecordColumn<Subject>] { fields.flatMap(\.columns) }
    package var description: RecordDescription {
        RecordDescription(name: name, meaning: meaning, fields: descriptions)
    }

    /// A row as a value. O(fields).
    package func object(_ subject: Subject) -> RecordValue {
        .object(fields.map { .init($0.name, $0.value(subject)) })
    }

    /// A row as JSON, without a line end.
    package func json(_ subject: Subject) -> String { object(subject).json }

    /// The fields as fields of what has the subject as a part.
    func fields<Whole>(of part: @escaping @Sendable (Whole) -> Subject) -> [RecordField<Whole>] {
        fields.map { $0.of(part) }
    }

    /// The record with further fields.
    func adding(_ more: [RecordField<Subject>]) -> Self {
        Self(name, meaning.chinese, meaning.english, summary: summary, fields + more)
    }
}

/// A record as documentation tells of it (记录说明).
package struct RecordDescription: Sendable {
    package let name: String
    package let meaning: Bilingual
    package let fields: [FieldDescription]
}

/// The records of all answers, a file each (记录).
package enum Records {}
