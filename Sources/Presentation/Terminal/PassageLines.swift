import ReportModel

/// Passages, activities and single reports, entry by entry (逐条排版).
extension TerminalRenderer {
    func lines(_ passage: PassageBlock) -> [StyledText] {
        var head = passage.unit + " · " + passage.year
        if !passage.headings.isEmpty { head += " · " + passage.headings.joined(separator: " › ") }
        let number = TextColumns.pad("\(passage.number).", 4)
        var lines = [number + StyledText.strong(TextColumns.fit(head, width - 4))]
        lines += wrapped(passage.text.excerptRuns, width: width - 4).map { "    " + $0 }
        lines += passage.reasons.map { StyledText("    " + $0) }
        var place = passage.reference.place
        if let locator = passage.locator { place += " (\(locator))" }
        place += "  [\(passage.tags)]"
        for note in passage.notes { place += "  " + note }
        lines.append("    " + StyledText.faint(place))
        lines += passage.explanation.map { "    " + StyledText.faint($0) }
        return lines + [""]
    }

    /// Runs as lines; a match is not cut in two.
    private func wrapped(_ runs: [MarkedText.Run], width: Int) -> [StyledText] {
        var lines: [StyledText] = []
        var line = StyledText()
        var plain = ""
        var used = 0
        func make(room columns: Int) {
            if used + columns > width, used > 0 {
                line += plain
                lines.append(line)
                line = StyledText()
                plain = ""
                used = 0
            }
            used += columns
        }
        for run in runs {
            if run.isMatch {
                make(room: TextColumns.of(run.text) + 4)
                line += plain
                plain = ""
                line += StyledText.match(run.text)
            } else {
                for scalar in run.text.unicodeScalars {
                    make(room: run.text == "…" ? 1 : TextColumns.of(scalar))
                    plain.unicodeScalars.append(scalar)
                }
            }
        }
        line += plain
        return used == 0 ? lines : lines + [line]
    }

    func lines(_ activity: ActivityBlock) -> [StyledText] {
        let year = activity.year.map { " \($0)" } ?? ""
        let line = TextColumns.pad("\(activity.reference.line)", 5)
        let head = "  \(line) \(Naming.status(activity.status))\(year)  \(activity.name)"
        var lines = [StyledText(TextColumns.fit(head, width))]
        lines += TextColumns.wrap(activity.text, max(20, width - 8)).map {
            StyledText("        " + $0)
        }
        if !activity.facts.isEmpty {
            let facts = activity.facts.joined(separator: " | ")
            lines.append("        " + StyledText.faint(TextColumns.fit(facts, width - 8)))
        }
        return lines
    }

    func lines(_ report: ReportBlock) -> [StyledText] {
        var lines = [
            StyledText.strong(TextColumns.fit(report.head, width)) + "  "
                + TextColumns.fit(report.title, max(20, width - 40)),
            StyledText.faint("  " + report.details),
        ]
        if let original = report.original {
            lines.append(
                StyledText(wording("  与 #\(original) 雷同", "  a copy of #\(original)")))
        }
        if let evidence = report.evidence { lines += self.lines(evidence) }
        return lines
            + report.doubts.map {
                StyledText("  " + wording("存疑：", "doubt: ") + $0)
            }
    }

    func lines(_ evidence: [EvidenceLine]) -> [StyledText] {
        guard !evidence.isEmpty else {
            return
                ["  " + StyledText(wording("没有依据", "no evidence"))]
        }
        return evidence.map { item in
            var line = "  \(TextColumns.pad(item.field, 14)) \(item.rule)"
            if let place = item.place { line += "  " + place }
            if !item.quote.isEmpty { line += " “\(item.quote)”" }
            if !item.note.isEmpty { line += " → \(item.note)" }
            return StyledText(line)
        }
    }

    func lines(_ sentence: SentenceBlock) -> [StyledText] {
        [
            StyledText.strong(sentence.counts)
                + StyledText.faint("  " + sentence.reference.place),
            StyledText("  " + sentence.text),
        ]
    }
}
