import ReportIndex
import ReportModel
import ReportQuery

/// A paragraph of a report that is read (阅读中的段落).
package struct ParagraphBlock: Sendable {
    package let reference: PassageReference
    package let text: String
    package let role: Role
    /// Whether it is the one that was asked for.
    package let isCurrent: Bool

    init(_ passage: Passage, isCurrent: Bool) {
        reference = PassageReference(
            passage: passage.id, path: passage.report.path, line: passage.line)
        text = passage.text
        role = passage.role
        self.isCurrent = isCurrent
    }
}

/// A passage in its report (段落与上下文).
package enum ReadingView {
    /// The passage with its neighbours, its source and its tags.
    package static func blocks(_ reading: PassageReading, _ request: PassageRequest) -> [Block] {
        let context = request.context
        let passage = reading.passage
        var blocks: [Block] = [.heading(Naming.head(passage.report))]
        if !passage.headings.isEmpty {
            blocks.append(.note(passage.headings.joined(separator: " › ")))
        }
        blocks.append(.space)
        let all = reading.report
        let place = all.firstIndex { $0.id == passage.id } ?? 0
        blocks += all[max(0, place - context)...place + min(all.count - 1 - place, context)].map {
            .paragraph(ParagraphBlock($0, isCurrent: $0.id == passage.id))
        }
        blocks.append(.space)
        if request.showsRaw {
            blocks.append(.note(wording("原文：", "raw: ") + (passage.raw ?? passage.text)))
        }
        blocks += [.note(source(passage)), .note(tags(passage))]
        return request.showsEvidence ? blocks + evidence(reading) : blocks
    }

    private static func source(_ passage: Passage) -> String {
        var place = "\(passage.report.path):\(passage.line)"
        if let byte = passage.byteOffset { place += wording("（第 \(byte) 字节）", " (byte \(byte))") }
        if let locator = passage.locator { place += " \(locator)" }
        return wording("出处：", "source: ") + place + "  #\(passage.id)"
    }

    private static func tags(_ passage: Passage) -> String {
        let topics = passage.topics.map { "\($0.rawValue) \($0.chineseName)" }
        let year = passage.concernsYear.map(String.init) ?? wording("未知", "unknown")
        let tags = [passage.role.chineseName, passage.kind.chineseName, year] + topics
        return wording("标签：", "tags: ") + tags.joined(separator: ", ")
    }

    private static func evidence(_ reading: PassageReading) -> [Block] {
        let path = reading.passage.report.path
        func lines(_ evidence: [Evidence]) -> Block {
            .evidence(evidence.map { EvidenceLine($0, path: path) })
        }
        let repairs = reading.details?.repairs ?? [:]
        return [
            .space, .note(wording("段落标签的依据", "what speaks for the paragraph's tags")),
            lines(reading.evidence),
            .note(wording("报告标签的依据", "what speaks for the report's tags")),
            lines(reading.details?.evidence ?? []),
        ]
            + repairs.sorted { $0.key < $1.key }.map { kind, count in
                .note(wording("  修补 \(kind) \(count) 处", "  repairs: \(kind) \(count)"))
            }
    }

    /// A quotation ready to paste: “Text.” (Unit: 《Title》, year, heading path, file:line)
    package static func citation(_ passage: Passage) -> String {
        let report = passage.report
        let headings =
            passage.headings.isEmpty ? "" : "，" + passage.headings.joined(separator: " › ")
        return "“\(passage.text)”（\(Naming.unit(report))：《\(report.title)》，"
            + "\(Naming.year(report.year))\(headings)，\(report.path):\(passage.line)）"
    }
}
