import ReportModel
import ReportQuery

/// Comparable passages (可比段落).
package enum SimilarView {
    /// - Parameter context: sentences shown before and after the one that matches.
    package static func blocks(_ answer: SimilarAnswer, context: Int) -> [Block] {
        var blocks: [Block] = [.subject(text: answer.subject.text, place: answer.subject.name)]
        if answer.hits.isEmpty {
            blocks += [.note(wording("没有找到可比的段落", "nothing comparable found")), .space]
        }
        return blocks
            + answer.hits.map { hit in
                var block = PassageBlock(
                    hit.passage, number: hit.rank, marks: hit.highlights, context: context,
                    showsHeadings: false)
                block.reasons = [wording("可比：", "why: ") + hit.likeness.sentence]
                block.notes = PassageBlock.alike(hit.copies.count)
                return .passage(block)
            }
    }
}
