import ReportModel
import ReportQuery

/// Comparable passages for the eye (可比段落的排版).
struct SimilarReport {
    let context: Int
    private let terminal = Terminal.output

    init(context: Int) {
        self.context = context
    }

    func print(_ hits: [SimilarHit], of text: String, named name: String?, isOne: Bool) {
        if let name { StandardOutput.line(terminal.dim(name)) }
        StandardOutput.line("▶ " + Terminal.fit(text, terminal.width - 2))
        StandardOutput.line()
        if hits.isEmpty {
            StandardOutput.line(wording("没有找到可比的段落", "nothing comparable found"))
            StandardOutput.line()
        }
        for hit in hits { print(hit) }
    }

    private func print(_ hit: SimilarHit) {
        let passage = hit.passage
        let number = Terminal.pad("\(hit.rank).", 4)
        let head = ReportNaming.head(passage.report)
        StandardOutput.line(number + terminal.bold(Terminal.fit(head, terminal.width - 4)))
        let excerpt = Excerpt(passage: passage, highlights: hit.highlights, context: context)
        for line in excerpt.lines(width: terminal.width - 4, terminal) {
            StandardOutput.line("    " + line)
        }
        StandardOutput.line("    " + wording("可比：", "why: ") + hit.why)
        var place = "\(passage.report.path):\(passage.line)  [\(passage.kind.chineseName)"
        if let year = passage.concernsYear { place += " \(year)" }
        place += "]"
        if !hit.copies.isEmpty {
            place += wording("  另有 \(hit.copies.count) 处相同", "  and \(hit.copies.count) alike")
        }
        StandardOutput.line("    " + terminal.dim(place))
        StandardOutput.line()
    }
}
