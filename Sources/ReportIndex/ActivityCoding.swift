import ReportModel

/// A paragraph's activities as a small blob (活动编码): words that stand in the paragraph are kept as
/// places in its text, others as text.
package enum ActivityCoding {
    static func encode(_ activities: [Activity], in text: String) -> [UInt8]? {
        guard !activities.isEmpty else { return nil }
        let whole = text.utf8Span.span
        var writer = ByteWriter()
        writer.append(activities.count)
        for activity in activities {
            writer.append(activity.range.lowerBound)
            writer.append(activity.range.count)
            writer.append(number(of: activity.status, in: Activity.Status.allCases))
            let words: [String?] = [
                activity.name, activity.action, activity.object, activity.date, activity.place,
            ]
            for word in words { append(word, near: activity.range, in: whole, to: &writer) }
            writer.append(activity.partners.count)
            for partner in activity.partners {
                append(partner, near: activity.range, in: whole, to: &writer)
            }
            writer.append(activity.quantities.count)
            for quantity in activity.quantities {
                writer.append(quantity.value.map { String($0) } ?? "")
                writer.append(quantity.unit)
                append(quantity.raw, near: activity.range, in: whole, to: &writer)
                writer.append(quantity.approximate ? 1 : 0)
                writer.append(number(of: quantity.part, in: Quantity.Part.allCases))
            }
        }
        return writer.bytes
    }

    /// - Returns: `nil` when the bytes are not what `encode` writes.
    package static func decode(_ bytes: [UInt8]?, in text: String) -> [Activity]? {
        guard let bytes else { return [] }
        let whole = Array(text.utf8)
        var reader = ByteReader(bytes)
        let count = reader.integer()
        guard count <= bytes.count else { return nil }
        let activities = (0..<count).map { _ in
            let start = min(reader.integer(), whole.count)
            let range = start..<min(whole.count, start + reader.integer())
            let status = value(reader.integer(), in: Activity.Status.allCases) ?? .done
            var words: [String?] = []
            for _ in 0..<5 { words.append(word(from: &reader, near: range, in: whole)) }
            var activity = Activity(
                range: range, span: String(decoding: whole[range], as: UTF8.self),
                name: words[0] ?? "", action: words[1] ?? "", object: words[2] ?? "",
                date: words[3], place: words[4], status: status)
            for _ in 0..<min(reader.integer(), bytes.count) {
                activity.partners.append(word(from: &reader, near: range, in: whole) ?? "")
            }
            for _ in 0..<min(reader.integer(), bytes.count) {
                let value = Double(reader.text())
                let unit = reader.text()
                let raw = word(from: &reader, near: range, in: whole) ?? ""
                activity.quantities.append(
                    Quantity(
                        value: value, unit: unit, raw: raw, approximate: reader.integer() == 1,
                        part: Self.value(reader.integer(), in: Quantity.Part.allCases) ?? .other))
            }
            return activity
        }
        guard reader.isAtEnd, activities.allSatisfy({ !$0.range.isEmpty }) else { return nil }
        return activities
    }

    /// The place of a case among all of its kind; new ones are added at the end.
    private static func number<Case: Equatable>(of one: Case, in all: [Case]) -> Int {
        all.firstIndex(of: one) ?? 0
    }

    private static func value<Case>(_ number: Int, in all: [Case]) -> Case? {
        all.indices.contains(number) ? all[number] : nil
    }

    /// 0: none; 1: the words follow, as `QuotedText` keeps them.
    private static func append(
        _ word: String?, near range: Range<Int>, in whole: Span<UInt8>, to writer: inout ByteWriter
    ) {
        writer.append(word == nil ? 0 : 1)
        guard let word else { return }
        QuotedText.append(word, from: range.lowerBound, in: whole, to: &writer)
    }

    private static func word(
        from reader: inout ByteReader, near range: Range<Int>, in whole: [UInt8]
    ) -> String? {
        guard reader.integer() == 1 else { return nil }
        return QuotedText.read(from: &reader, start: range.lowerBound, in: whole)
    }
}
