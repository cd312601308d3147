/// Titles that name no paper (口号式题目): 绣出新生活, above 白石镇妇联. What stands around them shows that they
/// begin a report: who wrote it below, a signature above, a text that is signed again.
extension TitleCandidates {
    /// The candidate at a place; `nil` when it is none.
    func slogan(_ place: Int, first: Int) -> Candidate? {
        guard isSlogan(place) else { return nil }
        let hasUnit = isUnitLine(place + 1)
        guard hasTextBelow(hasUnit ? place + 1 : place) else { return nil }
        let signed = signature(above: place)
        // Without a unit's name below only whole signatures, above and at its own end, make it certain.
        guard hasUnit || signed == 2 else { return nil }
        var score = signed + 1
        if signed == 2, hasUnit || isSignedBelow(place) { score += 1 }
        if hasUnit, isUnitLine(first + 1), isSlogan(first) { score += 2 }
        if hasGap(above: place) { score += 1 }
        switch numbersBelow(place) {
        case .begin: score += 1
        case .goOn: score -= 3
        case .none: break
        }
        if !hasUnit, !isSignedBelow(place) { score = min(score, Self.doubtful) }
        guard score >= Self.doubtful else { return nil }
        return Candidate(start: content[place], index: content[place], score: score)
    }

    /// A short line without stop and number that neither ends like a title nor heads a section.
    private func isSlogan(_ place: Int) -> Bool {
        guard let shape = shapes[place], (4...30).contains(shape.length), shape.isSingle,
            shape.numbering == nil, !shape.endsSentence, !shape.endsColon, !isTitle(place),
            place + 1 < content.count, !isTitle(place + 1)
        else { return false }
        let text = lines[content[place]].text
        guard form.isPlain(shape, text, limit: 30), !LineForm.isSubtitle(text),
            text.unicodeScalars.first?.value.isHan == true || text.hasPrefix("“"),
            !text.unicodeScalars.contains("\t"), !text.unicodeScalars.contains("|")
        else { return false }
        return !form.isDate(text) && !form.isDay(text)
            && !words.titleUnits.end(shape.bytes[..<shape.end]) && !form.isOfficer(shape, text)
            && !words.topHeadings.stand(in: shape.bytes, at: 0)
            && !words.tables.stand(in: shape.bytes, at: 0)
            && !words.sectionHeadings.occur(in: shape.bytes)
    }

    /// The name of a unit alone on its line.
    private func isUnitLine(_ place: Int) -> Bool {
        guard place < content.count, let shape = shapes[place], shape.length >= 4 else {
            return false
        }
        let text = lines[content[place]].text
        return form.isSigner(shape, text) && words.titleUnits.end(shape.bytes[..<shape.end])
            && !form.isSignedDate(shape, text)
    }

    /// Whether a signature with a date or a day stands somewhere below.
    private func isSignedBelow(_ place: Int) -> Bool {
        content.indices.dropFirst(place + 3).contains { below in
            guard let shape = shapes[below] else { return false }
            let text = lines[content[below]].text
            if form.isSignedDate(shape, text) { return true }
            guard form.isDate(text) || form.isDay(text), let above = shapes[below - 1] else {
                return false
            }
            return form.isSigner(above, lines[content[below - 1]].text)
        }
    }
}
