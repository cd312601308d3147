/// What a field of a record holds (字段类型).
package indirect enum FieldType: Sendable {
    case text, integer, number, flag
    case list(FieldType)
    /// Parts with names of their own.
    case object([FieldDescription])
    /// Numbers by name; the names are data.
    case counts

    /// The type in a word: `text`, `integer`, `list of text`, `object` …
    package var name: String {
        switch self {
        case .text: "text"
        case .integer: "integer"
        case .number: "number"
        case .flag: "boolean"
        case .list(let element): "list of \(element.name)"
        case .object: "object"
        case .counts: "object of integers"
        }
    }
}

/// A field as documentation tells of it (字段说明).
package struct FieldDescription: Sendable {
    package let name: String
    package let type: FieldType
    package let heading: Bilingual
    package let meaning: Bilingual
}

/// A column of a table (列): its name in CSV, what people read above it, and its cells.
package struct RecordColumn<Subject>: Sendable {
    package let name: String
    package let heading: Bilingual
    /// Whether cells are words, set to the left; numbers are set to the right.
    package let isText: Bool
    package let value: @Sendable (Subject) -> RecordValue

    package init(
        _ name: String, _ heading: Bilingual, isText: Bool = true,
        _ value: @escaping @Sendable (Subject) -> RecordValue
    ) {
        self.name = name
        self.heading = heading
        self.isText = isText
        self.value = value
    }
}

/// A field of a record (字段): declared once, it gives JSON its value, a table its columns, and the
/// documentation its line.
package struct RecordField<Subject>: Sendable {
    package let description: FieldDescription
    /// The value in JSON.
    package let value: @Sendable (Subject) -> RecordValue
    /// The columns in a table: one, and one for each part that deserves its own.
    package private(set) var columns: [RecordColumn<Subject>]

    package var name: String { description.name }

    init(
        _ description: FieldDescription, cell: (@Sendable (Subject) -> RecordValue)? = nil,
        _ value: @escaping @Sendable (Subject) -> RecordValue
    ) {
        self.description = description
        self.value = value
        let isText =
            switch description.type {
            case .integer, .number: false
            default: true
            }
        columns = [
            RecordColumn(description.name, description.heading, isText: isText, cell ?? value)
        ]
    }

    /// The field with its columns set as words, to the left.
    func setAsText() -> Self {
        var field = self
        field.columns = columns.map { RecordColumn($0.name, $0.heading, $0.value) }
        return field
    }

    /// The field with further columns.
    func adding(_ more: [RecordColumn<Subject>]) -> Self {
        var field = self
        field.columns += more
        return field
    }

    /// The field as a field of what has the subject as a part.
    func of<Whole>(_ part: @escaping @Sendable (Whole) -> Subject) -> RecordField<Whole> {
        let value = self.value
        var field = RecordField<Whole>(description) { value(part($0)) }
        field.columns = columns.map { column in
            RecordColumn(column.name, column.heading, isText: column.isText) {
                column.value(part($0))
            }
        }
        return field
    }
}
