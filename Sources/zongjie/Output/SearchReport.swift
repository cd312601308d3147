import ReportModel
import ReportQuery

/// Search results for the eye (检索结果的排版).
struct SearchReport {
    let answer: SearchAnswer
    let options: SearchOptions
    let context: Int
    let explains: Bool
    private let terminal = Terminal.output

    init(answer: SearchAnswer, options: SearchOptions, context: Int, explains: Bool) {
        self.answer = answer
        self.options = options
        self.context = context
        self.explains = explains
    }

    func print() {
        for note in answer.notes { StandardError.line(note) }
        if explains { printQuestion() }
        printMissing()
        for hit in answer.hits { print(hit) }
        printCount()
        if let facets = answer.facets { print(facets) }
    }

    private func print(_ hit: Hit) {
        let passage = hit.passage
        let number = Terminal.pad("\(hit.rank).", 4)
        var head = ReportNaming.head(passage.report)
        let headings = passage.headings + (passage.ownHeading.map { [$0] } ?? [])
        if !headings.isEmpty { head += " · " + headings.joined(separator: " › ") }
        StandardOutput.line(number + terminal.bold(Terminal.fit(head, terminal.width - 4)))
        for line in Excerpt(
            passage: passage, highlights: hit.highlights, context: context
        ).lines(width: terminal.width - 4, terminal) {
            StandardOutput.line("    " + line)
        }
        var place = "\(passage.report.path):\(passage.line)"
        if let locator = passage.locator { place += " (\(locator))" }
        place += "  [\(passage.kind.chineseName)"
        if let year = passage.concernsYear { place += " \(year)" }
        place += "]"
        if !hit.copies.isEmpty {
            place += wording("  另有 \(hit.copies.count) 处相同", "  and \(hit.copies.count) alike")
        }
        if hit.further > 0 {
            place += wording("  同组另 \(hit.further) 条", "  \(hit.further) more here")
        }
        StandardOutput.line("    " + terminal.dim(place))
        if explains {
            let parts = hit.parts.map { "\($0.name) \(Self.round($0.value))" }
            StandardOutput.line(
                "    " + terminal.dim("\(Self.round(hit.score)) = " + parts.joined(separator: ", "))
            )
            if !hit.matched.isEmpty {
                StandardOutput.line("    " + terminal.dim(hit.matched.joined(separator: " ")))
            }
        }
        StandardOutput.line()
    }

    private func printCount() {
        guard let count = answer.matchCount else { return }
        let words = answer.question.concepts.filter { $0.weight >= 0.3 }.count
        let shown = answer.hits.count
        if count == 0 {
            if shown > 0 {
                StandardOutput.line(
                    wording(
                        "没有段落同时含有全部词语；以上 \(shown) 条为最接近的部分匹配",
                        "no passage has every word; these \(shown) are the nearest partial matches")
                )
            } else {
                StandardOutput.line(wording("没有找到", "nothing found"))
            }
        } else {
            StandardOutput.line(
                wording(
                    words > 1
                        ? "共 \(count) 段含有全部词语，显示 \(shown) 条（第 \(options.page) 页）"
                        : "共 \(count) 段，显示 \(shown) 条（第 \(options.page) 页）",
                    words > 1
                        ? "\(count) passages have every word; \(shown) hits shown (page \(options.page))"
                        : "\(count) passages; \(shown) hits shown (page \(options.page))"))
        }
    }

    private func printMissing() {
        for (word, near) in answer.suggestions {
            var line = wording("没有段落含有“\(word)”", "no passage has “\(word)”")
            if !near.isEmpty {
                line += wording("；相近的词：", "; near it: ") + near.joined(separator: " ")
            }
            StandardError.line(line)
        }
    }

    private func printQuestion() {
        for concept in answer.question.concepts {
            var line = "\(concept.text) ×\(Self.round(concept.weight))"
            if !concept.substitutes.isEmpty {
                line +=
                    "  ~ "
                    + concept.substitutes.map { "\($0.text) \(Self.round($0.strength))" }
                    .joined(separator: ", ")
            }
            StandardOutput.line(terminal.dim(line))
        }
        StandardOutput.line()
    }

    private func print(_ facets: Facets) {
        let groups = [
            (wording("单位", "unit"), facets.units), (wording("年份", "year"), facets.years),
            (wording("主题", "topic"), facets.topics), (wording("类型", "kind"), facets.kinds),
        ]
        for (name, counts) in groups {
            let shown = counts.prefix(12).map { "\($0.value) \($0.count)" }
            let more = counts.count - shown.count
            StandardOutput.line(
                "\(name): " + shown.joined(separator: ", ")
                    + (more > 0 ? wording(" ……另 \(more) 个", " … \(more) more") : ""))
        }
        StandardOutput.line(
            wording("以上计数基于 \(facets.base) 段", "counted over \(facets.base) passages"))
    }

    static func round(_ value: Double) -> String {
        let rounded = (value * 1000).rounded() / 1000
        return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
    }
}
