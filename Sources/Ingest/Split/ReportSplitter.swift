import ReportModel

/// The lines of one report, before their parts are decided (待析报告).
package struct ReportDraft: Sendable, Hashable {
    /// Lines of the source before the report that belong to none: a compilation's title and claim.
    package var front: [CleanedLine]
    /// The report's lines, from its headline on; noise inside and at the end stays in its place.
    package var lines: [CleanedLine]
    /// Whether the first line is a compiler's headline (… 篇1).
    package var isPart: Bool
    /// Whether the first line that is no noise certainly is the title.
    package var isTitled = false
    /// The year in the publisher's headline.
    package var publisherYear: Int?
    package var doubts: [Doubt]
}

/// Tells the reports of a compilation apart (拆分).
package struct ReportSplitter: Sendable {
    private let words: StructureWords

    package init(words: StructureWords) {
        self.words = words
    }

    /// The drafts in order, at least one for a document with lines; between them every line once.
    ///
    /// A compilation is a file with two or more headlines of one style whose numbers rise from 1.
    /// - Returns: the drafts and what is doubtful about the document as a whole.
    package func split(_ document: CleanedDocument) -> (drafts: [ReportDraft], doubts: [Doubt]) {
        let lines = document.lines
        guard !lines.isEmpty else { return ([], []) }
        var doubts: [Doubt] = []
        let heads = headlines(lines, doubts: &doubts)
        guard heads.count < 2 else {
            return (parts(of: document, at: heads, &doubts), doubts)
        }
        if let drafts = titled(document, &doubts) { return (drafts, doubts) }
        if let claim = claim(in: lines.filter { !$0.isNoise }.prefix(3)), claim > 1 {
            doubts.append(.claimedReports(claim, found: 1))
        }
        let first = lines.firstIndex { !$0.isNoise } ?? 0
        let whole = ReportDraft(
            front: Array(lines[..<first]), lines: Array(lines[first...]), isPart: false,
            publisherYear: document.publisherYear, doubts: [])
        return ([whole], doubts)
    }

    /// The reports under a compiler's headlines. What stands above the first may be a report too.
    private func parts(
        of document: CleanedDocument, at heads: [Headline], _ doubts: inout [Doubt]
    ) -> [ReportDraft] {
        let lines = document.lines
        let front = lines[..<heads[0].index]
        if let claim = claim(in: front), claim != heads.count {
            doubts.append(.claimedReports(claim, found: heads.count))
        }
        let year = front.lazy.compactMap {
            PartHeading.year(in: $0.text.unicodeScalars.map(\.value))
        }
        .first
        var drafts: [ReportDraft] = []
        let isReport = isReport(front)
        if isReport {
            let start = front.firstIndex { !$0.isNoise } ?? 0
            drafts.append(
                ReportDraft(
                    front: Array(front[..<start]), lines: Array(front[start...]), isPart: false,
                    publisherYear: document.publisherYear, doubts: []))
        }
        for (position, head) in heads.enumerated() {
            let end = position + 1 < heads.count ? heads[position + 1].index : lines.count
            drafts.append(
                ReportDraft(
                    front: position == 0 && !isReport ? Array(front) : [],
                    lines: Array(lines[head.index..<end]), isPart: true,
                    publisherYear: head.heading.year ?? year, doubts: []))
        }
        return drafts
    }

    /// Whether lines above the first headline are a report of their own: a title, and three paragraphs.
    private func isReport(_ lines: ArraySlice<CleanedLine>) -> Bool {
        let content = lines.filter { !$0.isNoise }
        let form = LineForm(words: words)
        guard let title = content.first,
            form.isTitle(LineShape(title.text, markup: title.markup, words: words))
        else { return false }
        return content.count { $0.text.utf8.count >= 60 } >= 3
            || content.dropFirst().contains { form.isDate($0.text) }
    }

    /// The reports of a file that are told by their titles alone; `nil` when there is one.
    private func titled(_ document: CleanedDocument, _ doubts: inout [Doubt]) -> [ReportDraft]? {
        let lines = document.lines
        let titles = TitleCandidates(lines, words: words)
        guard let first = titles.first else { return nil }
        let found = titles.further()
        // A compiler's word for how many there are makes as many titles certain.
        let claimed = claim(in: lines[..<first]) ?? claim(in: lines.prefix(3))
        let isClaimed = claimed == found.count + 1
        let certain = found.filter { isClaimed || $0.score >= TitleCandidates.certain }
        for unsure in found where !isClaimed && unsure.score < TitleCandidates.certain {
            doubts.append(.possibleTitle(line: lines[unsure.index].line))
        }
        guard !certain.isEmpty else { return nil }
        let starts = [first] + certain.map { labelled($0.start, lines) }
        return starts.enumerated().map { position, start in
            let end = position + 1 < starts.count ? starts[position + 1] : lines.count
            return ReportDraft(
                front: position == 0 ? Array(lines[..<start]) : [],
                lines: Array(lines[start..<end]), isPart: false,
                isTitled: position > 0 || titles.isNumbered(start),
                publisherYear: document.publisherYear, doubts: [])
        }
    }

    /// Labels right above a title (附件1) go with it.
    private func labelled(_ start: Int, _ lines: [CleanedLine]) -> Int {
        var start = start
        while start > 0, lines[start - 1].isNoise, lines[start - 1].text.utf8.count <= 24 {
            start -= 1
        }
        return start
    }

    private struct Headline {
        let index: Int
        let heading: PartHeading
    }

    /// The headlines of the style that has most of them in rising order.
    private func headlines(_ lines: [CleanedLine], doubts: inout [Doubt]) -> [Headline] {
        var byStyle: [String: [Headline]] = [:]
        for index in lines.indices where lines[index].text.utf8.count <= 24 || !lines[index].isNoise
        {
            guard var heading = PartHeading(lines[index].text, words: words),
                heading.isAnnex ? isTitled(index, lines) : !lines[index].isNoise
            else { continue }
            if heading.number == 0 { heading.number = (byStyle[heading.style]?.count ?? 0) + 1 }
            byStyle[heading.style, default: []].append(Headline(index: index, heading: heading))
        }
        // 材料一 / 附件2 / 材料三: one row of numbers under two names.
        if let labels = byStyle["word first"], let annexes = byStyle["annex"] {
            byStyle["word or annex"] = (labels + annexes).sorted { $0.index < $1.index }
        }
        var best: [Headline] = []
        var bestDoubts: [Doubt] = []
        for (_, candidates) in byStyle.sorted(by: { $0.key < $1.key }) {
            var doubts: [Doubt] = []
            let rising = Self.rising(withoutContents(candidates, lines), lines, doubts: &doubts)
            if rising.count > best.count {
                best = rising
                bestDoubts = doubts
            }
        }
        if best.count > 1 { doubts += bestDoubts }
        return best
    }

    /// Whether a label (附件1) has a report's title behind it or in the next line.
    private func isTitled(_ index: Int, _ lines: [CleanedLine]) -> Bool {
        let form = LineForm(words: words)
        func isTitle(_ line: CleanedLine) -> Bool {
            form.isTitle(LineShape(line.text, markup: line.markup, words: words))
        }
        if isTitle(lines[index]) { return true }
        return lines[(index + 1)...].first { !$0.isNoise }.map { isTitle($0) } ?? false
    }

    /// Headlines with another one right behind them are a table of contents.
    private func withoutContents(_ heads: [Headline], _ lines: [CleanedLine]) -> [Headline] {
        heads.enumerated().filter { position, head in
            guard position + 1 < heads.count else { return true }
            let next = heads[position + 1].index
            return lines[(head.index + 1)..<next].contains { !$0.isNoise }
        }.map(\.element)
    }

    private static func rising(
        _ heads: [Headline], _ lines: [CleanedLine], doubts: inout [Doubt]
    ) -> [Headline] {
        guard let start = heads.firstIndex(where: { $0.heading.number == 1 }) else { return [] }
        var chain = [heads[start]]
        for head in heads[(start + 1)...] {
            let last = chain[chain.count - 1].heading.number
            let number = head.heading.number
            if number == last + 1 {
                chain.append(head)
            } else if number > last, number <= last + 3 {
                chain.append(head)
                doubts.append(
                    .partsMissing(line: lines[head.index].line, after: last, number: number))
            } else if number == 1, last > 1 {
                chain.append(head)
                doubts.append(.partsBeginAgain(line: lines[head.index].line))
            } else {
                doubts.append(
                    .partOutOfOrder(line: lines[head.index].line, after: last, number: number))
            }
        }
        return chain
    }

    private static let closing = Set("）)】]》".unicodeScalars.map(\.value))

    /// How many reports the lines say there are: （18篇）, 精选五篇.
    private func claim(in lines: some Collection<CleanedLine>) -> Int? {
        for line in lines where line.text.utf8.count <= 180 {
            let scalars = line.text.unicodeScalars.map(\.value)
            for index in scalars.indices {
                // 三则, but not 34份宣传单.
                guard words.countWords.contains(where: { scalars[index...].starts(with: $0) }),
                    scalars[index] == 0x7BC7 || index + 1 == scalars.count
                        || Self.closing.contains(scalars[index + 1])
                else { continue }
                guard let number = Ordinal.any(scalars, endingAt: index), number.value > 1 else {
                    continue
                }
                let before = index - number.count - 1
                if before < 0 || scalars[before] != 0x7B2C { return number.value }
            }
        }
        return nil
    }
}
