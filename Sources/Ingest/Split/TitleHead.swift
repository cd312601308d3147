/// Where a title of several lines begins (题目首行).
extension TitleCandidates {
    /// The first line of the title: a unit's name above it belongs to it when a date closed the
    /// report before, when it stands in brackets or behind a label (发言单位：…), or when the first report
    /// of the file begins with such a line.
    func head(of place: Int, first: Int) -> Int {
        if isSubtitle(place) { return place - 1 }
        guard place >= 2, !namesUnit(place), let above = shapes[place - 1],
            let before = shapes[place - 2]
        else { return place }
        let text = lines[content[place - 1]].text
        if isLabelled(above) { return place - 1 }
        guard form.isSigner(above, text) else { return place }
        let isClosed =
            form.isDate(lines[content[place - 2]].text)
            || form.isSignedDate(before, lines[content[place - 2]].text)
        let isHabit =
            titles.contains(first + 1) && !titles.contains(first) && before.endsSentence
            && shapes[first].map { form.isSigner($0, lines[content[first]].text) } ?? false
        return isClosed || isHabit ? place - 1 : place
    }

    /// 【白石镇妇联】, 发言单位：白石镇妇联
    private func isLabelled(_ shape: LineShape) -> Bool {
        guard shape.length <= 30, !shape.endsSentence else { return false }
        if shape.bytes.starts(with: "【".utf8) {
            return words.unitEnds.end(shape.bytes.dropLast(3))
                && shape.bytes.suffix(3).elementsEqual("】".utf8)
        }
        return words.unitLabels.stand(in: shape.bytes, at: 0) && words.unitEnds.end(shape.bytes)
    }

    /// Whether a line goes on with a short one above: 老有所为 / ——某某社区关工委工作小结.
    func isSubtitle(_ place: Int) -> Bool {
        guard place >= 2, LineForm.isSubtitle(lines[content[place]].text),
            let above = shapes[place - 1]
        else { return false }
        return above.length <= 30 && above.numbering == nil && !above.endsSentence
            && !above.endsColon
    }
}
