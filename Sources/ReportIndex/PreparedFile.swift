import ReportModel
import Segmentation

/// A file, read and segmented, ready to be written (待写入的文件).
package struct PreparedFile: Sendable {
    package let state: FileState
    let sources: [PreparedSource]

    package var reportCount: Int { sources.reduce(0) { $0 + $1.source.reports.count } }
    package var passageCount: Int {
        sources.reduce(0) { $0 + $1.source.reports.reduce(0) { $0 + $1.paragraphs.count } }
    }
    package var repairCount: Int {
        sources.reduce(0) { $0 + $1.source.reports.reduce(0) { $0 + $1.repairs.count } }
    }
}

/// What tells whether a file has changed since it was indexed.
package struct FileState: Sendable, Hashable {
    /// As the user gave it.
    package let path: String
    /// The absolute path: what a file is known by.
    package let location: String
    /// In bytes.
    package let size: Int
    /// Nanoseconds since 1970.
    package let modified: Int
    /// Of the bytes; empty when not yet read.
    package var hash: String
    /// Of the rules the file was read with: other rules make it changed.
    package let rules: String

    package init(
        path: String, location: String, size: Int, modified: Int, hash: String = "", rules: String
    ) {
        self.path = path
        self.location = location
        self.size = size
        self.modified = modified
        self.hash = hash
        self.rules = rules
    }
}

struct PreparedSource: Sendable {
    let source: Source
    let reports: [PreparedReport]
}

struct PreparedReport: Sendable {
    /// The distinct heading paths, in the order they come.
    let sections: [String]
    let passages: [PreparedPassage]
    /// Of the passages.
    let terms: RunTerms
}

struct PreparedPassage: Sendable {
    /// Place in the report's sections; `nil` without headings above.
    let section: Int?
    /// `WordBreaks`, `RawText` and `ActivityCoding` of the paragraph.
    let breaks: [UInt8]
    let raw: [UInt8]?
    let activities: [UInt8]?
}

/// Segments sources and encodes what a row keeps, for the index (分词与编码). One preparer serves one thread at
/// a time.
package struct SourcePreparer: ~Copyable {
    private var segmenter: Segmenter
    private let folding = Folding.standard

    package init() throws(ReportError) {
        segmenter = try Segmenter(dictionary: .icu)
    }

    package mutating func prepare(_ sources: [Source], state: FileState) -> PreparedFile {
        var prepared: [PreparedSource] = []
        for source in sources {
            var reports: [PreparedReport] = []
            for report in source.reports { reports.append(prepare(report)) }
            prepared.append(PreparedSource(source: source, reports: reports))
        }
        return PreparedFile(state: state, sources: prepared)
    }

    private mutating func prepare(_ report: Report) -> PreparedReport {
        var sections: [String] = []
        var places: [[String]: Int] = [:]
        var passages: [PreparedPassage] = []
        passages.reserveCapacity(report.paragraphs.count)
        var terms = RunTerms.Builder()
        var headings: [String] = []
        var section: Int?
        for paragraph in report.paragraphs {
            // Most paragraphs stand under the headings of the one before.
            if paragraph.headings != headings {
                headings = paragraph.headings
                section = headings.isEmpty ? nil : places[headings] ?? sections.count
                if let section, section == sections.count {
                    places[headings] = section
                    sections.append(HeadingPath.join(headings))
                }
            }
            let scalars = folding.fold(paragraph.text)
            let breaks = segmenter.breaks(of: scalars)
            terms.append(scalars, breaks: breaks)
            passages.append(
                PreparedPassage(
                    section: section, breaks: breaks.bytes,
                    raw: RawText.encode(paragraph.raw, text: paragraph.text),
                    activities: ActivityCoding.encode(paragraph.activities, in: paragraph.text)))
        }
        return PreparedReport(sections: sections, passages: passages, terms: terms.finish())
    }
}

/// A heading path as one string: U+001F stands between headings, which never contain it.
package enum HeadingPath {
    package static func join(_ headings: [String]) -> String {
        headings.joined(separator: "\u{1F}")
    }

    package static func split(_ path: String) -> [String] {
        path.utf8.split(separator: 0x1F).map { String(Substring($0)) }
    }
}
