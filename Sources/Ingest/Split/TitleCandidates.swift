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

    private let lines: [CleanedLine]
    private let words: StructureWords
    private let form: LineForm
    /// Indices of the lines that are no noise.
    private let content: [Int]
    private let shapes: [LineShape?]
    /// Whether empty lines stand between most lines: then they say nothing.
    private let isAiry: Bool
    /// Places of all lines that end like a title.
    private var titles: [Int] = []

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
    }

    /// Where the first report begins: behind a compiler's headline, which has another title right below.
    var first: Int? {
        guard let start = content.first else { return nil }
        guard content.count > 2, isTitle(1), namesUnit(1) || hasYear(1), let shape = shapes[0],
            shape.length <= 30, !shape.endsSentence
        else { return start }
        let isHeadline =
            isTitle(0) ? !namesUnit(0) && !hasYear(0) : !form.isSigner(shape, lines[start].text)
        return isHeadline ? content[1] : start
    }

    /// The candidates behind the first title, in order.
    func further() -> [Candidate] {
        guard let first, let origin = content.firstIndex(of: first) else { return [] }
        var found: [Candidate] = []
        for place in content.indices.dropFirst(origin + 2) where isTitle(place) {
            // Of two titles in a row the second is the report's.
            if place + 1 < content.count, isTitle(place + 1),
                namesUnit(place + 1) || !namesUnit(place)
            {
                continue
            }
            let score = score(place, first: origin)
            guard score >= Self.doubtful else { continue }
            found.append(
                Candidate(start: content[start(of: place)], index: content[place], score: score))
        }
        return found
    }

    private func score(_ place: Int, first: Int) -> Int {
        var score = 0
        let top = isSubtitle(place) ? place - 1 : place
        let signed = signature(above: top)
        score += signed
        if namesUnit(place) { score += 1 }
        if hasYear(place) { score += 1 }
        if let unit = wholeTitle(place) {
            // Another unit's name, a year and 工作总结, and nothing besides.
            score += wholeTitle(first) == unit ? 1 : 2
        }
        if !isAiry, lines[content[top]].line - lines[content[top - 1]].line > 1 { score += 1 }
        score += markup(place, like: first)
        if let other = titles.first(where: { $0 != place }), endsAlike(place, other) { score += 1 }
        switch numbersBelow(place) {
        case .begin: score += 1
        case .goOn: score -= 3
        case .none: break
        }
        // A number makes it a heading, unless a signature closed what stands above.
        if shapes[place]?.numbering != nil, signed == 0 { score -= 3 }
        // A whole signature ends a report; what has a title's form and a text below begins the next.
        if signed == 2, hasTextBelow(place) { score += 2 }
        let above = shapes[top - 1]
        if signed == 0, let above, !above.endsSentence, lines[content[place]].markup == .none {
            score -= 2
        }
        return score
    }

    // MARK: Evidence

    private func isTitle(_ place: Int) -> Bool {
        guard let shape = shapes[place], (5...50).contains(shape.length), shape.isSingle,
            !shape.endsSentence, !shape.endsColon, form.isTitle(shape),
            !words.topHeadings.stand(in: shape.bytes, at: 0)
        else { return false }
        guard let numbering = shape.numbering else { return true }
        return numbering.level == 3 || numbering.level == 1
    }

    /// Whether a line is a title with a number: 1.河西县妇联2018年工作总结.
    func isNumbered(_ index: Int) -> Bool {
        guard let place = content.firstIndex(of: index) else { return false }
        return isTitle(place) && shapes[place]?.numbering != nil
    }

    private func namesUnit(_ place: Int) -> Bool {
        shapes[place].map { words.titleUnits.occur(in: $0.bytes) } ?? false
    }

    private func hasYear(_ place: Int) -> Bool {
        let scalars = foldedScalars(lines[content[place]].text)
        return !YearNumber.years(in: scalars).isEmpty || YearNumber.hasMaskedYear(scalars)
            || scalars.indices.contains {
                scalars[$0] == YearNumber.yearMark
                    && YearNumber.shortYear(before: $0, in: scalars) != nil
            }
    }

    /// The unit of a title that is a unit's name, perhaps a year, and the name of the paper.
    private func wholeTitle(_ place: Int) -> [UInt8]? {
        guard let shape = shapes[place], shape.numbering == nil else { return nil }
        var end = shape.end
        for word in words.titleWords where shape.bytes[..<end].suffix(word.count) == word[...] {
            end -= word.count
            break
        }
        guard end < shape.end else { return nil }
        for word in words.titleFillers where shape.bytes[..<end].suffix(word.count) == word[...] {
            end -= word.count
        }
        while end > 0, !shape.bytes[..<end].isEmpty {
            let last = String(decoding: shape.bytes[..<end], as: UTF8.self).unicodeScalars.last
            guard let last, Self.yearMarks.contains(last) else { break }
            end -= String(last).utf8.count
        }
        let unit = shape.bytes[..<end]
        return unit.count >= 12 && words.titleUnits.end(unit) ? Array(unit) : nil
    }

    private static let yearMarks = Set(
        "0123456789０１２３４５６７８９〇○◯O零一二三四五六七八九十xX×*＊年度 上下半第季".unicodeScalars)

    /// A date, or the name of who signs, right above: 2 and 1.
    private func signature(above place: Int) -> Int {
        for above in content.indices[max(0, place - 2)..<place].reversed() {
            guard let shape = shapes[above] else { return 0 }
            let text = lines[content[above]].text
            if form.isDate(text) || form.isSignedDate(shape, text) { return 2 }
            guard form.isSigner(shape, text) else { return 0 }
            if above == place - 2 || place < 2 { return 1 }
        }
        return 1
    }

    /// Whether a sentence or a long line follows within three lines.
    private func hasTextBelow(_ place: Int) -> Bool {
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

    /// Whether a line goes on with a short one above: 老有所为 / ——某某社区关工委工作小结.
    private func isSubtitle(_ place: Int) -> Bool {
        guard place >= 2, LineForm.isSubtitle(lines[content[place]].text),
            let above = shapes[place - 1]
        else { return false }
        return above.length <= 30 && above.numbering == nil && !above.endsSentence
            && !above.endsColon
    }

    private enum Numbers { case begin, goOn, none }

    /// What the numbers of headings do below a line: the first below against the last above.
    private func numbersBelow(_ place: Int) -> Numbers {
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

    /// The first line of the title: a unit's name above it belongs to it when a date closed the
    /// report before.
    private func start(of place: Int) -> Int {
        if isSubtitle(place) { return place - 1 }
        guard place >= 2, let above = shapes[place - 1], let before = shapes[place - 2],
            form.isSigner(above, lines[content[place - 1]].text),
            form.isDate(lines[content[place - 2]].text)
                || form.isSignedDate(before, lines[content[place - 2]].text)
        else { return place }
        return place - 1
    }
}
