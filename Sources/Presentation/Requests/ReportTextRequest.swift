import ReportIndex
import ReportModel
import ReportQuery

/// A report to be read from its first line to its last (报告全文).
package struct ReportText: Sendable {
    package let report: ReportSummary
    /// By line; with an outline only titles, headings and paragraphs that open with one.
    package let passages: [Passage]
}

/// What `show` is asked of a file (报告请求): its reports, whole or their headings.
package struct ReportTextRequest: Request {
    /// A source's path; its end is enough.
    package var file = ""
    package var isOutline = false

    package init() {}

    package static var fields: [RequestField<ReportTextRequest>] {
        [
            .text("file", "文件路径，写末尾即可", "a source's path; its end is enough", \.file),
            .flag("outline", "只列标题", "headings only", \.isOutline),
        ]
    }

    /// The reports of the file, in order of line.
    ///
    /// - Throws: `ReportError` when no file or more than one has the name.
    package func answer(in reading: IndexReading) throws -> [ReportText] {
        let reports = try reading.reports(inFile: file)
        guard !reports.isEmpty else { throw PassageRequest.missing(file) }
        return try reports.map { report in
            let passages = try reading.passages(ofReport: report.id)
            return ReportText(
                report: report, passages: isOutline ? passages.filter(\.hasHeading) : passages)
        }
    }
}

extension IndexReading {
    /// The reports of the file with a path, or whose path ends so; none when there is no such file.
    ///
    /// - Throws: `ReportError` when several files have such a path.
    package func reports(inFile name: String) throws -> [ReportSummary] {
        let reports = try reports().entries.map(\.summary)
        let exact = reports.filter { $0.path == name }
        guard exact.isEmpty else { return exact }
        let found = name.isEmpty ? [] : reports.filter { $0.path.hasSuffix("/" + name) }
        if let first = found.first, let other = found.first(where: { $0.path != first.path }) {
            throw ReportError(
                place: name,
                problem: wording(
                    "不止一个文件：\(first.path)，\(other.path)",
                    "several files: \(first.path), \(other.path)"),
                advice: wording("请写出更长的路径", "write more of the path"))
        }
        return found
    }
}

extension Passage {
    /// Whether it is a title, a heading, or opens with one.
    fileprivate var hasHeading: Bool {
        role == .title || role == .heading || role == .body && ownHeading != nil
    }
}
