import ReportModel

/// Lines inside a document that may be the title of a further report (题目候选), with what speaks for it.
///
/// A title is a short line that ends like one (…工作总结). It begins a report when enough goes with it:
/// a signature above, a unit and a year in it, numbers that begin again below, the markup of the first
/// title. A section's heading has none of these, and the numbers go on below it.
struct TitleCandidates {
    /// A line that may begin a report.
    struct Candidate {
        /// Index among the document's lines: the first line of the title.
        let start: Int
        /// Index of the line that ends like a title.
        let index: Int
        let score: Int
    }

    /// Enough to split, and enough to doubt.
    static let certain = 4
    static let doubtful = 3

    let lines: [CleanedLine]
    let words: StructureWords
    let form: LineForm
    /// Indices of the lines that are no noise.
    let content: [Int]
    let shapes: [LineShape?]
    /// Whether empty lines stand between most lines: then they say nothing.
    private let isAiry: Bool
    /// Places of all lines that end like a title.
    private(set) var titles: [Int] = []
    /// Places of titles that are counted through the file and name a unit each: （一）某镇妇联总结.
    private var numbered: Set<Int> = []

    init(_ lines: [CleanedLine], words: StructureWords) {
        self.lines = lines
        self.words = words
        form = LineForm(words: words)
        let content = lines.indices.filter { !lines[$0].isNoise }
        self.content = content
        // Only short lines can be titles, signatures or headings.
        shapes = content.map { index in
            lines[index].text.utf8.count <= 240
                ? LineShape(lines[index].text, markup: lines[index].markup, words: words) : nil
        }
        let gaps = zip(content, content.dropFirst()).filter { lines[$1].line - lines[$0].line > 1 }
        isAiry = gaps.count * 2 > content.count
        titles = content.indices.filter { isTitle($0) }
        numbered = numberedTitles()
    }

    /// Where the first report begins: behind a compiler's headline, which has another title right below.
    var first: Int? {
        guard let start = content.first else { return nil }
        guard let second = content.indices.dropFirst().prefix(3).first(where: { isTitle($0) }),
            content.count > second + 1, namesUnit(second) || hasYear(second),
            content.indices[..<second].allSatisfy({
                shapes[$0].map { $0.length <= 30 && !$0.endsSentence } ?? false
            }), let shape = shapes[0]
        else { return start }
        let isHeadline =
            isCompiler(lines[start].text)
            || second == 1
                && (isTitle(0)
                    ? !namesUnit(0) && !hasYear(0) : !form.isSigner(shape, lines[start].text))
        return isHeadline ? content[second] : start
    }

    /// 年度报告选编: whether a line above the first title says that several papers follow.
    private func isCompiler(_ text: String) -> Bool {
        guard text.utf8.count <= 90 else { return false }
        let shape = LineShape(text, words: words)
        return !shape.endsSentence && words.compilations.occur(in: shape.bytes)
    }

    /// The candidates behind the first title, in order.
    func further() -> [Candidate] {
        guard let first, let origin = content.firstIndex(of: first) else { return [] }
        var found: [Candidate] = []
        // A signature in the first report's head closes nothing.
        let text = content.indices.dropFirst(origin).first { isText($0) } ?? content.count
        for place in content.indices.dropFirst(max(origin + 2, text + 1)) {
            if let slogan = slogan(place, first: origin) {
                found.append(slogan)
                continue
            }
            guard isTitle(place) else { continue }
            // Of two titles in a row the second is the report's.
            if place + 1 < content.count, isTitle(place + 1),
                namesUnit(place + 1) || !namesUnit(place)
            {
                continue
            }
            let score = score(place, first: origin)
            guard score >= Self.doubtful else { continue }
            found.append(
                Candidate(
                    start: content[head(of: place, first: origin)], index: content[place],
                    score: score))
        }
        return found
    }

    private func score(_ place: Int, first: Int) -> Int {
        var score = numbered.contains(place) ? Self.certain : 0
        let top = head(of: place, first: first)
        let signed = signature(above: top)
        score += signed
        if namesUnit(place) || top < place && !isSubtitle(place) { score += 1 }
        if hasYear(place) { score += 1 }
        if shapes[place]?.numbering == nil, let unit = wholeTitle(place) {
            // Another unit's name, a year and 工作总结, and nothing besides.
            score += wholeTitle(first) == unit ? 1 : 2
        }
        if hasGap(above: top) { score += 1 }
        score += markup(place, like: first)
        // A compiler's word for it above makes less enough, and so does the form of an official paper.
        if shapes[place]?.numbering == nil {
            if isCompiled(first) { score += 2 }
            if isOfficialTitle(place) || isOtherUnit(place, first) { score += 1 }
        }
        if let other = titles.first(where: { $0 != place }), endsAlike(place, other) { score += 1 }
        switch numbersBelow(place) {
        case .begin: score += 1
        case .goOn: score -= 3
        case .none: break
        }
        // A number makes it a heading, unless a signature closed what stands above.
        if shapes[place]?.numbering != nil, signed == 0, !numbered.contains(place) { score -= 3 }
        // A whole signature ends a report; what has a title's form and a text below begins the next.
        if signed == 2, hasTextBelow(place) { score += 2 }
        let above = shapes[top - 1]
        if signed == 0, let above, !above.endsSentence, lines[content[place]].markup == .none {
            score -= 2
        }
        return score
    }

    /// Whether a compiler's headline stands above the first title, as noise or not.
    private func isCompiled(_ first: Int) -> Bool {
        lines[..<content[first]].suffix(8).contains { isCompiler($0.text) }
    }

    // MARK: Evidence

    func isTitle(_ place: Int) -> Bool {
        guard let shape = shapes[place], (5...50).contains(shape.length), shape.isSingle,
            !shape.endsSentence, !shape.endsColon, form.isTitle(shape),
            !words.topHeadings.stand(in: shape.bytes, at: 0)
        else { return false }
        guard let numbering = shape.numbering else { return true }
        return numbering.level != 4
    }

    /// Whether a line is a title with a number: 1.河西县妇联2018年工作总结.
    func isNumbered(_ index: Int) -> Bool {
        guard let place = content.firstIndex(of: index) else { return false }
        return isTitle(place) && shapes[place]?.numbering != nil
    }

    /// Titles that name a unit behind a number of one form, 1, 2, 3 through the file, or behind one mark.
    private func numberedTitles() -> Set<Int> {
        guard let first = content.indices.first(where: { titles.contains($0) }), first <= 1,
            let opening = shapes[first]?.numbering, opening.value <= 1
        else { return [] }
        var value = opening.value
        var found: Set<Int> = []
        for place in titles where place == first || place > first + 1 {
            guard let shape = shapes[place], let numbering = shape.numbering,
                numbering.rank == opening.rank, wholeTitle(place) != nil
            else { continue }
            guard place == first || opening.value == 0 || numbering.value == value + 1 else {
                return []
            }
            value = numbering.value
            found.insert(place)
        }
        return found.count > 1 ? found : []
    }

    /// A date, a day behind the name of who signs, or that name alone, right above: 2, 2 and 1.
    func signature(above place: Int) -> Int {
        var isSigned = false
        var hasDay = false
        for above in content.indices[max(0, place - 2)..<place].reversed() {
            guard let shape = shapes[above] else { return isSigned ? 1 : 0 }
            let text = lines[content[above]].text
            if form.isDate(text) || form.isSignedDate(shape, text) { return 2 }
            if !isSigned, !hasDay, form.isDay(text) {
                hasDay = true
                continue
            }
            guard form.isSigner(shape, text) else { break }
            // 某村妇联 / 腊月廿三: a day without its year counts behind a name.
            if hasDay { return 2 }
            isSigned = true
        }
        return isSigned ? 1 : 0
    }

    /// A sentence of some length, or a long line.
    private func isText(_ place: Int) -> Bool {
        shapes[place].map { $0.endsSentence && $0.length >= 15 } ?? true
    }

    /// Whether an empty line stands above, in a file where that says something.
    func hasGap(above place: Int) -> Bool {
        !isAiry && lines[content[place]].line - lines[content[place - 1]].line > 1
    }

    /// Whether a sentence or a long line follows within three lines.
    func hasTextBelow(_ place: Int) -> Bool {
        content.indices[(place + 1)..<min(content.count, place + 4)].contains {
            shapes[$0].map { $0.endsSentence && $0.length >= 20 } ?? true
        }
    }

    private func markup(_ place: Int, like first: Int) -> Int {
        let own = lines[content[place]]
        let other = lines[content[first]]
        if case .heading(let level) = own.markup, own.markup == other.markup {
            return level == 1 ? 2 : 1
        }
        if let style = own.styleLevel, style == other.styleLevel { return 2 }
        return own.markup == .bold && other.markup == .bold ? 1 : 0
    }

    /// Whether both end with the same words: …年工作总结.
    private func endsAlike(_ place: Int, _ first: Int) -> Bool {
        guard let own = shapes[place]?.bytes, let other = shapes[first]?.bytes, place != first
        else {
            return false
        }
        return zip(own.reversed(), other.reversed()).prefix { $0 == $1 }.count >= 12
    }

    enum Numbers { case begin, goOn, none }

    /// What the numbers of headings do below a line: the first below against the last above.
    func numbersBelow(_ place: Int) -> Numbers {
        let below = content.indices[min(content.count, place + 1)..<min(content.count, place + 12)]
        guard
            let next = below.lazy.compactMap({ shapes[$0]?.numbering }).first(where: {
                $0.level != nil
            })
        else { return .none }
        let above = content.indices[max(0, place - 200)..<place].reversed().lazy
            .compactMap { shapes[$0]?.numbering }
            .first { $0.rank <= next.rank }
        if let above, above.rank == next.rank, next.value == above.value + 1 { return .goOn }
        return next.value == 1 ? .begin : .none
    }
}
