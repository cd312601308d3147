import ReportModel

extension Outline {
    private static let styleRank = 10
    private static let topRank = 103
    private static let unnumberedRank = 190

    /// Levels, own headings and heading paths of the lines between title and signature.
    mutating func markHeadings() {
        guard titleCount < bodyEnd else { return }
        for position in titleCount..<bodyEnd { mark(position) }
    }

    private mutating func mark(_ position: Int) {
        let index = content[position]
        let shape = shapes[index]
        let markup = draft.lines[index].markup
        if markup == .listItem {
            paragraphs[index].headings = path
            return
        }
        if let style = style(ofLine: index), shape.length <= 80 {
            paragraphs[index].headingLevel = shape.numbering?.level
            return open(index, rank: style * Self.styleRank, text: withoutFigure(shape))
        }
        if isRow(position), position > titleCount, !isRow(position - 1) {
            tableRank = ranks.last
        } else if position > titleCount, isRow(position - 1), !isRow(position), let tableRank {
            // What follows a table is not under the table's title.
            if isTableTitle { close(tableRank) }
            isTableTitle = false
            self.tableRank = nil
        }
        if isTableRow(position) {
            paragraphs[index].headings = path
            return
        }
        if let numbering = shape.numbering {
            paragraphs[index].headingLevel = numbering.level
            return markNumbered(position, numbering)
        }
        switch markup {
        case .bold where shape.length <= 60 && !isAddress(shape) && !isLeadIn(shape):
            open(index, rank: rankWithoutNumber(position), text: heading(shape))
        case .boldLead(let length):
            paragraphs[index].headings = path
            paragraphs[index].ownHeading = lead(shape, length)
        default: markPlain(position)
        }
    }

    private func style(ofLine index: Int) -> Int? {
        if case .heading(let level) = draft.lines[index].markup { return level }
        return draft.lines[index].styleLevel
    }

    /// The line is a heading: it ends the sections of its rank and opens one.
    private mutating func open(_ index: Int, rank: Int, text: String) {
        isItemOpen = false
        close(rank)
        paragraphs[index].headings = path
        paragraphs[index].role = .heading
        push(index, rank: rank, text: text)
    }

    private mutating func push(_ index: Int, rank: Int, text: String) {
        guard !text.isEmpty else { return }
        paragraphs[index].ownHeading = text
        ranks.append(rank)
        path.append(text)
    }

    private mutating func close(_ rank: Int) {
        while let last = ranks.last, last >= rank {
            ranks.removeLast()
            path.removeLast()
        }
    }

    /// Below any style heading that is open, numbers keep their own order.
    private mutating func markNumbered(_ position: Int, _ numbering: Numbering) {
        let index = content[position]
        let shape = shapes[index]
        if isBare(position, numbering) {
            lastValues[numbering.rank] = numbering.value
            return open(index, rank: numbering.rank, text: heading(shape))
        }
        // A list within a section does not end it.
        if !shape.endsItem { close(numbering.rank) }
        paragraphs[index].headings = path
        guard !shape.endsItem || !shape.isSingle else { return }
        var own: String?
        if case .boldLead(let length) = draft.lines[index].markup, length > shape.start {
            own = trimmed(shape, shape.start..<length)
        } else if !shape.isSingle || shape.wordsLength > 60 || subjects.start(in: shape) != nil {
            own = glued(shape)
        } else {
            own = beforeColon(shape) ?? known(shape)
        }
        if let own {
            lastValues[numbering.rank] = numbering.value
            push(index, rank: numbering.rank, text: own)
            isItemOpen = numbering.rank == Numbering.bulletRank
        }
    }

    /// Whether a numbered line is a heading and nothing more.
    ///
    /// Short lines without a stop are. One sentence with a full stop is when text of its own follows;
    /// with another number of its rank before or behind it is an item of a list.
    private func isBare(_ position: Int, _ numbering: Numbering) -> Bool {
        let index = content[position]
        let shape = shapes[index]
        guard shape.isSingle, shape.wordsLength <= 60, !shape.endsItem else { return false }
        if draft.lines[index].markup == .bold { return true }
        if subjects.start(in: shape) != nil { return false }
        let hasBelow = isBelow(position + 1, numbering.rank)
        if numbering.level == nil {
            return hasBelow && !shape.endsSentence && shape.wordsLength <= 30
        }
        if numbering.level == 1 {
            return !shape.endsSentence || hasBelow
        }
        guard hasBelow else { return !shape.endsSentence && shape.wordsLength <= 30 }
        guard shape.endsSentence else { return true }
        // The last item of a list of sentences, with the section's close below.
        guard position > titleCount else { return true }
        let previous = shapes[content[position - 1]]
        return
            !(previous.numbering?.rank == numbering.rank && previous.isSingle
            && previous.endsSentence)
    }

    /// Whether the line at `position` may stand under a heading of that rank.
    private func isBelow(_ position: Int, _ rank: Int) -> Bool {
        guard position < bodyEnd else { return false }
        if style(ofLine: content[position]) != nil { return false }
        guard let next = shapes[content[position]].numbering else { return true }
        return next.rank > rank
    }

    /// Ordinary lines; a short one without stops before a long one is a heading without a number.
    private mutating func markPlain(_ position: Int) {
        let index = content[position]
        let shape = shapes[index]
        if isAddress(shape) { close(Self.topRank + 8) }
        if isTable(shape) {
            return open(index, rank: ranks.first ?? Self.topRank + 7, text: heading(shape))
        }
        if isTitleOfTable(position) {
            isTableTitle = true
            let isTop = words.topHeadings.stand(in: shape.bytes, at: 0)
            return open(
                index, rank: isTop ? Self.topRank : Self.unnumberedRank, text: title(shape))
        }
        if isWholeBracket(shape) {
            let inner = heading(shape).dropFirst().dropLast()
            return open(index, rank: rankWithoutNumber(position), text: String(inner))
        }
        if isLoneHeading(position) || hasSlogans && isSlogan(position)
            || hasBracketHeadings && isBracketed(shape)
        {
            return open(index, rank: rankWithoutNumber(position), text: plainHeading(shape))
        }
        // What ● says first heads its own line only.
        if isItemOpen, shape.numbering == nil { close(Numbering.bulletRank) }
        if hasColonLeads, let words = colonLead(shape) {
            close(Self.unnumberedRank)
            paragraphs[index].headings = path
            return push(index, rank: Self.unnumberedRank, text: words)
        }
        paragraphs[index].headings = path
    }

    /// 【镜头一】百年回望: a short line that opens with a label in brackets.
    func isBracketed(_ shape: LineShape) -> Bool {
        shape.bytes.starts(with: "【".utf8) && shape.length <= 24 && !shape.endsSentence
            && !shape.endsColon && shape.isSingle && !LineForm.hasStop(shape.bytes)
    }

    /// A style heading's words without 1 before them.
    func withoutFigure(_ shape: LineShape) -> String {
        let words = shape.numbering == nil ? heading(shape) : shape.words
        let figures = words.prefix { $0.isNumber }
        let rest = words[figures.endIndex...]
        guard (1...2).contains(figures.count), shape.numbering == nil,
            let space = rest.first, space == " " || space == "\u{3000}",
            let next = rest.dropFirst().unicodeScalars.first, next.value.isHan
        else { return words }
        return String(rest.dropFirst())
    }

    private func isAddress(_ shape: LineShape) -> Bool {
        words.addresses.stand(in: shape.bytes, at: 0)
    }

    /// A sentence that announces what follows: 今年重点抓好以下工作：
    private func isLeadIn(_ shape: LineShape) -> Bool { shape.endsColon && shape.length > 15 }

    /// Where a heading without a number belongs: right above the numbers that begin again under it,
    /// where the report's other such headings are, or below everything.
    private mutating func rankWithoutNumber(_ position: Int) -> Int {
        let shape = shapes[content[position]]
        let plain = shape.bytes.filter { $0 != 0x20 }
        if words.topHeadings.stand(in: plain, at: 0) { return Self.topRank }
        let isSection = words.sectionHeadings.occur(in: plain)
        // Far away a number belongs to something else.
        for next in (position + 1)..<max(position + 1, min(bodyEnd, position + 200)) {
            let index = content[next]
            if draft.lines[index].markup == .bold, shapes[index].numbering == nil { break }
            guard let numbering = shapes[index].numbering,
                numbering.level != nil || numbering.rank == Numbering.letterRank
                    || numbering.rank == Numbering.circledRank && next == position + 1
            else { continue }
            if numbering.value == 1 {
                // 基本情况 with a text of its own stands beside the only 一、二、三、 of the report.
                if next > position + 1, isSection, unnumberedRank == nil,
                    restarts(numbering, at: next) == false
                {
                    return numbering.rank
                }
                unnumberedRank = numbering.rank - 5
            } else if lastValues[numbering.rank] == numbering.value - 1 {
                return Self.unnumberedRank
            }
            break
        }
        // 下半年安排 behind a list ends it.
        if isSection, unnumberedRank == nil, let outer = ranks.first, outer > Self.topRank {
            return outer
        }
        return unnumberedRank ?? Self.unnumberedRank
    }

    /// Whether the numbers of a form begin again below a place.
    private func restarts(_ numbering: Numbering, at place: Int) -> Bool {
        for next in (place + 1)..<max(place + 1, bodyEnd) {
            guard let other = shapes[content[next]].numbering, other.rank == numbering.rank else {
                continue
            }
            if other.value == 1 { return true }
        }
        return false
    }

    /// One to three such lines stand between a line that ends and a long or numbered one.
    private func isLoneHeading(_ position: Int) -> Bool {
        if hasPlainHeadings, isBetweenSentences(position) { return true }
        guard isShortLine(position), !isRow(position) else { return false }
        var next = position + 1
        while next < min(bodyEnd, position + 3), isShortLine(next) { next += 1 }
        guard next < bodyEnd else { return false }
        let below = shapes[content[next]]
        let shape = shapes[content[position]]
        // 下半年, 来年打算: such words head a shorter text too.
        let isSection =
            shape.length <= 12
            && (words.sectionHeadings.occur(in: shape.bytes)
                || form.isYear(draft.lines[content[position]].text))
            && below.length >= 2 * shape.length && below.endsSentence
        guard below.length >= 50 || below.numbering != nil || isSection else { return false }
        // Behind a line that does not end, this one goes on with it.
        guard position > titleCount else { return true }
        let before = shapes[content[position - 1]]
        return before.endsSentence || before.endsColon || isRow(position - 1)
            || paragraphs[content[position - 1]].role == .heading
    }

    private func isShortLine(_ position: Int) -> Bool {
        let shape = shapes[content[position]]
        guard (3...25).contains(shape.length), shape.numbering == nil, !shape.endsSentence
        else {
            return false
        }
        let text = draft.lines[content[position]].text
        guard form.isPlain(shape, text, limit: 25), !form.isDate(text) || form.isYear(text) else {
            return false
        }
        // Spaces stand in names and tables; around a number (2012 年) they mean nothing.
        return !text.unicodeScalars.contains { $0 == "\u{3000}" || $0 == "|" }
            && (!shape.bytes.contains(0x20) || shape.bytes.contains { (0x30...0x39).contains($0) })
    }
}
