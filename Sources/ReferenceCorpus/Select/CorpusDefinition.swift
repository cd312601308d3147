import Foundation
import ReportModel
import ReportQuery

/// What a corpus was asked to be (选集定义): enough to select again.
package struct CorpusDefinition: Sendable, Hashable, Codable {
    /// One filter as it was given: a field's English name and its value.
    package struct Condition: Sendable, Hashable, Codable {
        package var field: String
        package var value: String

        package init(field: String, value: String) {
            self.field = field
            self.value = value
        }
    }

    package var query = ""
    package var conditions: [Condition] = []
    /// At most so many passages of a unit, of a year of work, in all; `nil` for no limit.
    package var perUnit: Int?
    package var perYear: Int?
    package var size: Int?
    package var shares: [Share] = []
    package var seed: UInt64 = 1
    package var keepsCopies = false
    package var dropsBoilerplate = false
    /// Whether titles, headings and signatures are taken too.
    package var includesHeadings = false
    /// Whether the passages were chosen one by one: nothing else then tells which they are.
    package var isChosen: Bool?

    package init() {}

    /// The query with its filters.
    ///
    /// - Throws: `ReportError`.
    package func parsed() throws(ReportError) -> Query {
        var query = try QueryParser.parse(query)
        for condition in conditions {
            guard
                let field = FilterField.allCases.first(where: {
                    $0.names.contains(condition.field)
                })
            else {
                throw ReportError(
                    place: condition.field, problem: wording("没有这个字段", "there is no such field"))
            }
            try field.apply(condition.value, to: &query.filter)
        }
        if query.filter.roles.isEmpty, !includesHeadings { query.filter.roles = [.body] }
        return query
    }

    package var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    package init?(json: String) {
        guard let known = try? JSONDecoder().decode(Self.self, from: Data(json.utf8)) else {
            return nil
        }
        self = known
    }

    /// The definition in one line, for headers.
    package var summary: String {
        if isChosen == true { return "chosen by hand" }
        var parts = conditions.map { "\($0.field)=\($0.value)" }
        if let size { parts.append("size=\(size)") }
        if let perUnit { parts.append("per-unit=\(perUnit)") }
        if let perYear { parts.append("per-year=\(perYear)") }
        parts += shares.map { "share=\($0.written)" }
        parts.append("seed=\(seed)")
        parts.append(keepsCopies ? "copies=kept" : "copies=left out")
        if dropsBoilerplate { parts.append("boilerplate=left out") }
        if includesHeadings { parts.append("headings=included") }
        return parts.joined(separator: "; ")
    }
}

/// A part of a corpus that shall have a given share of it (配额): `topic:rights=30%`.
package struct Share: Sendable, Hashable, Codable {
    package var field: String
    package var value: String
    /// Within `range`.
    package var percent: Double

    /// Shares that can be drawn: from one passage in ten thousand to all of them.
    static let range = 0.01...100.0

    /// - Throws: `DecodingError`, also for a share that cannot be drawn: an export may come from anywhere.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        field = try container.decode(String.self, forKey: .field)
        value = try container.decode(String.self, forKey: .value)
        percent = try container.decode(Double.self, forKey: .percent)
        guard Self.range.contains(percent) else {
            throw DecodingError.dataCorruptedError(
                forKey: .percent, in: container, debugDescription: "\(percent) is no share")
        }
    }

    package var written: String {
        let rounded = percent == percent.rounded() ? String(Int(percent)) : String(percent)
        return "\(field):\(value)=\(rounded)%"
    }

    /// - Throws: `ReportError` when the text is not field:value=percent.
    package init(parsing text: String) throws(ReportError) {
        let sides = text.split(separator: "=", maxSplits: 1)
        let names = sides.first?.split(separator: ":", maxSplits: 1) ?? []
        let number = sides.last.flatMap { Double($0.hasSuffix("%") ? $0.dropLast() : $0) }
        guard sides.count == 2, names.count == 2, let number, Self.range.contains(number)
        else {
            throw ReportError(
                place: "--share \(text)", problem: wording("写法不对", "not a share"),
                advice: wording(
                    "例如 topic:rights=30%，从 0.01% 到 100%",
                    "for example topic:rights=30%, from 0.01% to 100%"))
        }
        field = String(names[0])
        value = String(names[1])
        percent = number
        _ = try filter()
    }

    /// The share's condition as a filter.
    func filter() throws(ReportError) -> Filter {
        guard let known = FilterField.allCases.first(where: { $0.names.contains(field) }) else {
            throw ReportError(
                place: "--share \(written)", problem: wording("没有字段 \(field)", "no field \(field)"),
                advice: wording(
                    "可用 topic、kind、unit、year、type", "use topic, kind, unit, year or type"))
        }
        var filter = Filter()
        try known.apply(value, to: &filter)
        return filter
    }
}

extension FilterField {
    /// The field's name in definitions and headers.
    package var englishName: String {
        names.first { $0.utf8.allSatisfy { $0 < 0x80 } } ?? names[0]
    }
}

/// What was counted while a corpus was built (选取记录).
package struct SelectionCounts: Sendable, Hashable, Codable {
    /// Passages that the query and the filters gave.
    package var matched = 0
    /// Passages left out because another one says the same.
    package var copiesLeftOut = 0
    package var boilerplateLeftOut = 0
    /// Passages left out by size, balance and shares.
    package var notDrawn = 0
    /// Shares that the index could not fill, and by how many passages: `topic:rights=30%: -4`, `others: -2`.
    package var shortfalls: [String] = []

    package init() {}

    package var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    package init(json: String) {
        self = (try? JSONDecoder().decode(Self.self, from: Data(json.utf8))) ?? Self()
    }
}
