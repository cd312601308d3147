import ReportModel

/// Quotations of several reports under one head (引文排版).
extension TerminalRenderer {
    func lines(_ mentions: MentionsBlock) -> [StyledText] {
        let room = max(10, width - TextColumns.of(mentions.counts) - 2)
        var lines = [
            StyledText.strong(TextColumns.fit(mentions.kind, room)) + "  " + mentions.counts
        ]
        for quotation in mentions.quotations {
            lines.append(.faint(TextColumns.fit("  " + quotation.source, width)))
            lines += TextColumns.wrap(quotation.text, max(20, width - 4))
                .prefix(mentions.isOpen ? .max : 2).map { StyledText("    " + $0) }
        }
        return lines + [""]
    }

    func lines(_ promise: PromiseBlock) -> [StyledText] {
        quote(wording("计划", "plan"), promise.plan)
            + (promise.result.map { quote(wording("结果", "result"), $0) } ?? []) + [""]
    }

    private func quote(_ name: String, _ quotation: Quotation) -> [StyledText] {
        let indent = TextColumns.of(name) + 4
        let room = max(20, width - indent)
        let blanks = String(repeating: " ", count: indent)
        let lines = TextColumns.wrap(quotation.text, room)
        return lines.prefix(4).enumerated().map { number, line in
            let head = number == 0 ? "  \(name)  " : blanks
            return StyledText(head + line + (number == 3 && lines.count > 4 ? "…" : ""))
        } + [blanks + StyledText.faint(TextColumns.fit(quotation.source, room))]
    }

    func lines(_ copies: CopiesBlock) -> [StyledText] {
        var lines = [
            StyledText.strong(copies.first.place) + "  =  "
                + StyledText.strong(copies.second.place),
            StyledText.faint("  " + copies.extent.joined(separator: "  ")),
            StyledText("  " + TextColumns.fit(copies.text, width - 2)),
        ]
        let nothing = wording("（无）", "(nothing)")
        let room = max(10, width / 2 - 6)
        func side(_ text: String) -> String {
            TextColumns.fit(text.isEmpty ? nothing : text, room)
        }
        for change in copies.changes.prefix(12) {
            lines.append(StyledText("    \(side(change.from)) → \(side(change.to))"))
        }
        let more = copies.changes.count - 12
        if more > 0 {
            lines.append(StyledText(wording("    另有 \(more) 处改动", "    and \(more) more changes")))
        }
        return lines + [""]
    }
}
