import ReportIndex
import ReportModel
import Segmentation

/// Makes the hits of one page from ranked candidates (结果编排): folds copies, groups, cuts the page, and
/// reads the passages.
struct HitArrangement {
    let options: SearchOptions
    let question: Question
    let index: PassageIndex
    let reading: IndexReading

    /// A candidate that stands for its copies and its group.
    private struct Slot {
        let candidate: RankedCandidate
        var copies: [Int64] = []
        var further = 0
    }

    /// What hits are grouped by.
    private enum Group: Hashable {
        case report(UInt32), unit(UnitKey)
    }

    func hits(_ ranked: [RankedCandidate]) throws(ReportError) -> [Hit] {
        let slots = try slots(ranked)
        let start = options.start
        guard start < slots.count else { return [] }
        let page = slots[start..<min(slots.count, options.end)]
        let passages = try reading.passages(
            page.map { index.passage(at: $0.candidate.ordinal) })
        let highlighter = Highlighter(question)
        let following = try following(page.map(\.candidate.ordinal))
        return zip(page, passages).enumerated().map { place, pair in
            let (slot, passage) = pair
            let found = highlighter.find(
                in: passage.text, of: slot.candidate.text)
            return Hit(
                rank: start + place + 1, score: slot.candidate.score, passage: passage,
                highlights: found.ranges, matched: found.words, hasEveryWord: found.hasEvery,
                cutsWords: slot.candidate.parts?.isCut ?? false,
                following: following[slot.candidate.ordinal],
                copies: slot.copies, further: slot.further,
                isByMeaning: found.words.isEmpty && (slot.candidate.parts?.meaning.value ?? 0) > 0,
                parts: slot.candidate.parts?.named ?? [])
        }
    }

    /// For headings the first text under them in the same report.
    private func following(_ ordinals: [Int]) throws(ReportError) -> [Int: String] {
        let columns = index.columns
        var headings: [Int64: Int] = [:]
        for ordinal in ordinals where columns.role(at: ordinal) == .heading {
            let next = ordinal + 1
            guard next < columns.count, columns.reports[next] == columns.reports[ordinal],
                columns.role(at: next) == .body
            else { continue }
            headings[index.passage(at: next)] = ordinal
        }
        var texts: [Int: String] = [:]
        guard !headings.isEmpty else { return texts }
        try reading.forEachText(of: headings.keys.sorted()) { passage in
            if let heading = headings[passage.id] { texts[heading] = passage.text }
        }
        return texts
    }

    /// What the first of several copies is known by; its pairs are made when they are first needed.
    private struct Original {
        let place: Int
        let scalars: [UInt32]
        let sketch: CopyFolding.Sketch
        var pairs: [UInt64]?
    }

    private func slots(_ ranked: [RankedCandidate]) throws(ReportError) -> [Slot] {
        var slots: [Slot] = []
        var groups: [Group: Int] = [:]
        var originals: [Original] = []
        let last = options.end
        let reports = options.grouping == .unit ? try reading.reports() : nil
        for candidate in ranked {
            try reading.checkDeadline()
            if let text = candidate.text?.text.scalars, options.foldsCopies {
                if let place = copied(text, of: &originals) {
                    slots[place].copies.append(index.passage(at: candidate.ordinal))
                    continue
                }
                // Behind the page only copies of what is on it are told.
                if slots.count < last {
                    originals.append(
                        Original(
                            place: slots.count, scalars: text, sketch: CopyFolding.Sketch(text)))
                }
            }
            if let grouping = options.grouping {
                let report = index.columns.reports[candidate.ordinal]
                let unit = grouping == .unit ? reports?[report]?.unitKey : nil
                let key = unit.map { Group.unit($0) } ?? .report(report)
                if let place = groups[key] {
                    slots[place].further += 1
                    if originals.last?.place == slots.count { originals.removeLast() }
                    continue
                }
                groups[key] = slots.count
            }
            slots.append(Slot(candidate: candidate))
        }
        return slots
    }

    /// The place of the passage that a text copies; `nil` when it is new.
    private func copied(_ text: [UInt32], of originals: inout [Original]) -> Int? {
        let sketch = CopyFolding.Sketch(text)
        var own: [UInt64]?
        for number in originals.indices where originals[number].sketch.mayEqual(sketch) {
            let theirs = originals[number].pairs ?? CopyFolding.pairs(originals[number].scalars)
            originals[number].pairs = theirs
            let mine = own ?? CopyFolding.pairs(text)
            own = mine
            if CopyFolding.areCopies(theirs, mine) { return originals[number].place }
        }
        return nil
    }
}
