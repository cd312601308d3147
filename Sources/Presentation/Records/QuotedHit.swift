import ReportIndex
import ReportQuery

/// A hit with the part of its text that is quoted (引用的命中).
package struct QuotedHit: Sendable {
    let hit: Hit
    let excerpt: Excerpt

    /// - Parameter most: scalars of text at most.
    package init(_ hit: Hit, most: Int) {
        self.hit = hit
        excerpt = Excerpt(hit.passage.text, marks: hit.highlights, most: most)
    }
}

/// A comparable passage with the part of its text that is quoted (引用的可比段落).
package struct QuotedSimilarHit: Sendable {
    let hit: SimilarHit
    let excerpt: Excerpt

    /// - Parameter most: scalars of text at most.
    package init(_ hit: SimilarHit, most: Int) {
        self.hit = hit
        excerpt = Excerpt(hit.passage.text, marks: hit.highlights, most: most)
    }
}

extension Records {
    /// A hit as an assistant is given it.
    package static let quotedHit = RecordType<QuotedHit>(
        "quoted-hit", "给助手的一条命中", "a passage that search found, for an assistant",
        hit.fields(named: ["rank"]) { $0.hit } + citation.fields { Citation($0.hit.passage) } + [
            .flag(
                "every_word", "全词", "是否含有全部检索词", "whether it has every word of the question"
            ) { $0.hit.hasEveryWord }
        ] + hit.fields(named: ["kind", "concerns_year", "headings"]) { $0.hit }
            + [
                .integers(
                    "copies", "副本", leftOut: true, "并入此条的近似段落编号",
                    "ids of near-identical passages folded under it"
                ) {
                    $0.hit.copies.isEmpty ? nil : $0.hit.copies.map { Int($0) }
                }
            ] + excerpt.fields { $0.excerpt })

    /// A comparable passage as an assistant is given it.
    package static let quotedSimilar = RecordType<QuotedSimilarHit>(
        "quoted-similar", "给助手的一条可比段落", "a comparable passage, for an assistant",
        similar.fields(named: ["rank"]) { $0.hit } + citation.fields { Citation($0.hit.passage) }
            + similar.fields(named: ["kind", "why"]) { $0.hit } + excerpt.fields { $0.excerpt })
}

extension RecordType {
    /// Some of the fields, in the record's order, as fields of what has the subject as a part.
    func fields<Whole>(
        named names: Set<String>, of part: @escaping @Sendable (Whole) -> Subject
    ) -> [RecordField<Whole>] {
        fields.filter { names.contains($0.name) }.map { $0.of(part) }
    }
}
