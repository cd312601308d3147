import ReportModel

/// Lays blocks out as lines for a terminal (终端排版). A renderer for another medium is one more file with a
/// `switch` like this one.
package struct TerminalRenderer: Sendable {
    /// Columns of the window.
    package let width: Int

    package init(width: Int) {
        self.width = width
    }

    /// The lines of a block, none wider than the window where cutting does no harm.
    package func lines(_ block: Block) -> [StyledText] {
        switch block {
        case .heading(let text): [.strong(text)]
        case .group(let text): [.strong(TextColumns.fit(text, width))]
        case .subject(let text, let place): subject(text, place)
        case .passage(let passage): lines(passage)
        case .activity(let activity): lines(activity)
        case .mentions(let mentions): lines(mentions)
        case .promise(let promise): lines(promise)
        case .copies(let copies): lines(copies)
        case .report(let report): lines(report)
        case .sentence(let sentence): lines(sentence)
        case .comparison(let comparison): lines(comparison)
        case .paragraph(let paragraph): [line(paragraph)]
        case .evidence(let evidence): lines(evidence)
        case .table(let table): lines(table)
        case .concordance(let concordance): lines(concordance)
        case .facets(let groups, let base): facets(groups, base: base)
        case .figure(let figure):
            figure.bars(width: width, columns: { TextColumns.of($0) }).map { StyledText($0) }
        case .fact(let label, let text):
            [StyledText(TextColumns.fit("  " + TextColumns.pad(label, 8) + text, width))]
        case .note(let text): [StyledText(text)]
        case .more(let text, let parameter):
            [StyledText(text + wording("（--\(parameter)）", " (--\(parameter))"))]
        case .aside(let text): [.faint("  " + text)]
        case .explanation(let texts): texts.map { .faint($0) } + [""]
        case .space: [""]
        }
    }

    private func subject(_ text: String, _ place: String?) -> [StyledText] {
        (place.map { [.faint($0)] } ?? [])
            + [StyledText("▶ " + TextColumns.fit(text, width - 2)), ""]
    }

    private func line(_ paragraph: ParagraphBlock) -> StyledText {
        paragraph.isCurrent
            ? StyledText("▶ " + paragraph.text) : "  " + StyledText.faint(paragraph.text)
    }

    private func facets(_ groups: [FacetGroup], base: Int) -> [StyledText] {
        groups.map { group in
            let shown = group.counts.prefix(12).map { "\($0.label) \($0.count)" }
            let more = group.counts.count - shown.count
            return StyledText(
                "\(group.heading): " + shown.joined(separator: ", ")
                    + (more > 0 ? wording(" ……另 \(more) 个", " … \(more) more") : ""))
        } + [StyledText(wording("以上计数基于 \(base) 段", "counted over \(base) passages"))]
    }
}
