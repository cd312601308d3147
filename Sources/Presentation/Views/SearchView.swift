import ReportIndex
import ReportModel
import ReportQuery

/// Search results (检索结果).
package enum SearchView {
    /// Which words nothing has, with words near them: said beside the answer, as its `notes` are.
    package static func missing(_ answer: SearchAnswer) -> [String] {
        answer.question.abbreviations.map { short, long in
            wording(
                "“\(short)”也按“\(long)”查找（简称）；只找原词用 --exact-words",
                "“\(short)” is looked for as “\(long)” too; --exact-words takes words as written")
        }
            + answer.suggestions.map { word, near in
                let line = wording("没有段落含有“\(word)”", "no passage has “\(word)”")
                guard !near.isEmpty else { return line }
                return line + wording("；相近的词：", "; near it: ") + near.joined(separator: " ")
            }
            + answer.blockers.map { field, count in
                wording(
                    "不按“\(field.names[0])”筛选则有 \(count) 段",
                    "without the filter “\(field.names[1])” there are \(count)")
            } + noise(answer.noiseCount)
    }

    private static func noise(_ count: Int) -> [String] {
        guard count > 0 else { return [] }
        return [
            wording(
                "另有 \(count) 行含有这些词，作为网页附加、题头之类未列入；--all 一并查看",
                "\(count) more lines have the words, set aside as frames and headers; --all shows them"
            )
        ]
    }

    package static func blocks(_ answer: SearchAnswer, _ request: SearchRequest) -> [Block] {
        var blocks: [Block] = []
        if request.explains { blocks.append(.explanation(question(answer.question))) }
        blocks += answer.hits.map { .passage(passage($0, request)) }
        if let count = count(answer, request) { blocks.append(.note(count)) }
        if let facets = answer.facets {
            blocks.append(.facets(FacetGroup.groups(facets), base: facets.base))
        }
        return blocks
    }

    private static func passage(_ hit: Hit, _ request: SearchRequest) -> PassageBlock {
        var block = PassageBlock(
            hit.passage, number: hit.rank, marks: hit.highlights, context: request.context,
            showsHeadings: true)
        block.locator = hit.passage.locator
        block.notes = PassageBlock.alike(hit.copies.count)
        if let following = hit.following { block.reasons.append(MarkedText.opening(following)) }
        if hit.cutsWords { block.notes.append(wording("跨词", "across words")) }
        if hit.isByMeaning { block.notes.append(wording("按意思", "by meaning")) }
        if hit.further > 0 {
            block.notes.append(wording("同组另 \(hit.further) 条", "\(hit.further) more here"))
        }
        guard request.explains else { return block }
        let parts = hit.parts.map { "\($0.name) \(round($0.value))" }
        block.explanation = ["\(round(hit.score)) = " + parts.joined(separator: ", ")]
        if !hit.matched.isEmpty { block.explanation.append(hit.matched.joined(separator: " ")) }
        return block
    }

    private static func question(_ question: Question) -> [String] {
        question.concepts.map { concept in
            let line = "\(concept.text) ×\(round(concept.weight))"
            guard !concept.substitutes.isEmpty else { return line }
            return line + "  ~ "
                + concept.substitutes.map { "\($0.text) \(round($0.strength))" }
                .joined(separator: ", ")
        }
    }

    private static func count(_ answer: SearchAnswer, _ request: SearchRequest) -> String? {
        guard let count = answer.matchCount else { return nil }
        let shown = answer.hits.count
        if count == 0 {
            guard shown > 0 else { return wording("没有找到", "nothing found") }
            return wording(
                "没有段落同时含有全部词语；以上 \(shown) 条为最接近的部分匹配",
                "no passage has every word; these \(shown) are the nearest partial matches")
        }
        let others = answer.hits.count { !$0.hasEveryWord }
        let cut = answer.cutCount ?? 0
        let cuts =
            cut == 0 ? "" : wording("（其中 \(cut) 段跨词）", " (\(cut) of them only across words)")
        guard others > 0 else {
            return wording(
                "共 \(count) 段\(cuts)，显示 \(shown) 条（第 \(request.page) 页）",
                "\(count) passages\(cuts); \(shown) hits shown (page \(request.page))")
        }
        return wording(
            "原词 \(count) 段\(cuts)；显示 \(shown) 条（第 \(request.page) 页），其中近义或部分匹配 \(others) 条",
            "\(count) passages have every word\(cuts); \(shown) hits shown (page \(request.page)), "
                + "\(others) of them by like words or a part")
    }

    private static func round(_ value: Double) -> String { Naming.number(value, places: 1000) }
}
