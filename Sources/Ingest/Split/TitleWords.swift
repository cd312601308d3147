import Segmentation

/// What the words of a title say: its form, a unit, a year (题目用词).
extension TitleCandidates {
    /// 关于…的报告
    func isOfficialTitle(_ place: Int) -> Bool {
        guard let shape = shapes[place] else { return false }
        return words.titleOpeners.stand(in: shape.bytes, at: shape.start)
    }

    /// Whether a title opens with the name of a unit, and another one than the first title does.
    func isOtherUnit(_ place: Int, _ first: Int) -> Bool {
        guard let own = leadingUnit(place), let other = leadingUnit(first) else { return false }
        return own != other
    }

    /// The words of a title up to the first name of a unit in it: 江澜省民政厅.
    private func leadingUnit(_ place: Int) -> ArraySlice<UInt8>? {
        guard let shape = shapes[place] else { return nil }
        for end in shape.bytes.indices.dropFirst(9)
        where words.titleUnits.end(shape.bytes[..<end]) {
            return shape.bytes[..<end]
        }
        return nil
    }

    func namesUnit(_ place: Int) -> Bool {
        shapes[place].map { words.titleUnits.occur(in: $0.bytes) } ?? false
    }

    func hasYear(_ place: Int) -> Bool {
        let scalars = foldedScalars(lines[content[place]].text)
        return !YearNumber.years(in: scalars).isEmpty || YearNumber.hasMaskedYear(scalars)
            || scalars.indices.contains {
                scalars[$0] == YearNumber.yearMark
                    && YearNumber.shortYear(before: $0, in: scalars) != nil
            }
    }

    /// The unit of a title that is a unit's name, perhaps a year, and the name of the paper.
    func wholeTitle(_ place: Int) -> [UInt8]? {
        guard let shape = shapes[place] else { return nil }
        var end = shape.end
        for word in words.titleWords where shape.bytes[..<end].suffix(word.count) == word[...] {
            end -= word.count
            break
        }
        guard end < shape.end else { return nil }
        for word in words.titleFillers where shape.bytes[..<end].suffix(word.count) == word[...] {
            end -= word.count
        }
        while end > shape.start {
            let last = String(decoding: shape.bytes[shape.start..<end], as: UTF8.self)
                .unicodeScalars.last
            guard let last, Self.yearMarks.contains(last) else { break }
            end -= String(last).utf8.count
        }
        guard end > shape.start else { return nil }
        let unit = shape.bytes[shape.start..<end]
        return unit.count >= 12 && words.titleUnits.end(unit) ? Array(unit) : nil
    }

    private static let yearMarks = Set(
        "0123456789０１２３４５６７８９〇○◯O零一二三四五六七八九十xX×*＊年度 上下半第季".unicodeScalars)
}
