import ReportModel

/// What two comparable passages share, and what the other one has of its own (异同).
package struct Likeness: Sendable, Hashable {
    /// Names in quotation marks that both have, folded.
    package var programmes: [String] = []
    /// Themes of the comparison vocabulary that both show.
    package var themes: [String] = []
    /// Words both have, the most telling first.
    package var words: [String] = []
    /// Figures of the other passage's most telling sentence that the question does not have, as written.
    package var amounts: [String] = []
    /// Partners named there that the question does not name.
    package var partners: [String] = []

    /// One line for people, in the reader's language.
    package var sentence: String {
        let comma = wording("、", ", ")
        func list(_ words: [String], _ most: Int) -> String {
            words.prefix(most).joined(separator: comma)
        }
        var parts: [String] = []
        if !words.isEmpty {
            parts.append(wording("共有词语 ", "shared words ") + list(words, Self.shownWords))
        }
        if !themes.isEmpty {
            parts.append(wording("同为 ", "both about ") + list(themes, themes.count))
        }
        var own: [String] = []
        if !amounts.isEmpty {
            own.append(wording("数字 ", "figures ") + list(amounts, Self.shownAmounts))
        }
        if !partners.isEmpty {
            own.append(wording("合作 ", "partners ") + list(partners, Self.shownPartners))
        }
        if !own.isEmpty {
            parts.append(wording("不同：", "differs: ") + own.joined(separator: wording("，", ", ")))
        }
        return parts.joined(separator: wording("；", "; "))
    }

    private static let shownWords = 5
    private static let shownAmounts = 4
    private static let shownPartners = 3
}
