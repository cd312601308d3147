import ReportIndex
import ReportModel
import ReportQuery

/// Puts names for personal data in exports (遮蔽): the same words get the same replacement everywhere in a
/// corpus; the index stays as it is.
package struct Masking: Sendable {
    struct Replacement: Sendable, Hashable {
        let range: Range<Int>
        let replacement: String
    }

    /// One line of the list for approval.
    package struct Entry: Sendable, Hashable {
        package let kind: String
        package let text: String
        package let replacement: String
        package var count: Int
        /// Where it stands first.
        package let place: String
    }

    private let finder: PersonalDataFinder
    package private(set) var entries: [Entry] = []
    private var places: [String: Int] = [:]
    /// The approved replacements by text; `nil` when all are wanted.
    private let approved: [String: String]?

    private static let names = [
        "official": "姓名", "aided-person": "姓名", "person": "姓名", "phone": "电话", "hotline": "电话",
        "resident-id": "证件号", "bank-card": "卡号",
    ]

    /// - Parameter passages: all that will be exported, in order: they fix the numbers.
    package init(
        _ finder: PersonalDataFinder, passages: some Sequence<Passage>,
        approved: [String: String]? = nil
    ) {
        self.finder = finder
        self.approved = approved
        for passage in passages { collect(passage) }
    }

    /// Takes a passage's findings into the list.
    package mutating func collect(_ passage: Passage) {
        for found in finder.find(in: passage.text, breaks: passage.breaks) {
            if let place = places[found.text] {
                entries[place].count += 1
                continue
            }
            let name = Self.names[found.kind] ?? found.kind
            places[found.text] = entries.count
            entries.append(
                Entry(
                    kind: found.kind, text: found.text,
                    replacement: approved?[found.text] ?? "〔\(name)\(entries.count + 1)〕", count: 1,
                    place: "\(passage.report.path):\(passage.line)"))
        }
    }

    func replacements(in passage: Passage) -> [Replacement] {
        finder.find(in: passage.text, breaks: passage.breaks).compactMap { found in
            guard approved == nil || approved?[found.text] != nil, let place = places[found.text]
            else { return nil }
            return Replacement(range: found.range, replacement: entries[place].replacement)
        }
    }

    static func apply(_ replacements: [Replacement], to text: String) -> String {
        guard !replacements.isEmpty else { return text }
        let scalars = Array(text.unicodeScalars)
        var masked = String.UnicodeScalarView()
        var place = 0
        for replacement in replacements {
            masked.append(contentsOf: scalars[place..<replacement.range.lowerBound])
            masked.append(contentsOf: replacement.replacement.unicodeScalars)
            place = replacement.range.upperBound
        }
        masked.append(contentsOf: scalars[place...])
        return String(masked)
    }

    /// The list for approval, as CSV.
    package var list: String {
        "\u{FEFF}" + CSVWriting.line(["kind", "text", "replacement", "count", "first"])
            + entries.map {
                CSVWriting.line([$0.kind, $0.text, $0.replacement, String($0.count), $0.place])
            }.joined()
    }

    /// The replacements of a list as people left it: lines taken out are not masked.
    package static func approved(from csv: String) -> [String: String] {
        var approved: [String: String] = [:]
        for row in CSVWriting.rows(csv).dropFirst() where row.count > 2 && !row[1].isEmpty {
            approved[row[1]] = row[2]
        }
        return approved
    }
}
