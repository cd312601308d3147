import Foundation

/// Small values as JSON text in a column.
package enum JSONText {
    static func encode(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(value) else { return "null" }
        return String(decoding: data, as: UTF8.self)
    }

    /// `nil` when the text is not such a value.
    package static func decode<Value: Decodable>(_ text: String, as type: Value.Type = Value.self)
        -> Value?
    {
        try? JSONDecoder().decode(type, from: Data(text.utf8))
    }
}
