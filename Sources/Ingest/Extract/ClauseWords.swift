import ReportModel
import Vocabulary

/// The words of `clause-words.yml`: what opens and closes clauses (小句用词).
struct ClauseWords: Sendable {
    private enum Group: String {
        case hope
        case frameStart = "frame-start"
        case frameEnd = "frame-end"
        case settingEnd = "setting-end"
        case trend
        case manner
        case reason
        case cause
        case each
        case comparison
        case remainder
        case blamed
        case addition
        case means
        case longDelay = "long-delay"
        case laterTime = "later-time"
        case laterYear = "later-year"
        case unable
        case harmless
        case outcome
        case stalled
        case rest
        case undoneLead = "undone-lead"
        case nation
    }

    let hope, frameStart, frameEnd, settingEnd, trend, manner, reason, cause, each, comparison,
        remainder, blamed, addition: RuleWords
    let means, longDelay, laterTime, laterYear, unable, harmless, outcome, stalled, rest,
        undoneLead, nation: RuleWords

    /// - Throws: `ReportError` when the file is broken or names an unknown group.
    init() throws(ReportError) {
        var words: [Group: [String]] = [:]
        for (group, row) in try WordRow.rows("clause-words.yml", groups: Group.self) {
            words[group, default: []] += row.words
        }
        func list(_ group: Group) -> RuleWords { RuleWords(words[group] ?? []) }
        hope = list(.hope)
        frameStart = list(.frameStart)
        frameEnd = list(.frameEnd)
        settingEnd = list(.settingEnd)
        trend = list(.trend)
        manner = list(.manner)
        reason = list(.reason)
        cause = list(.cause)
        each = list(.each)
        comparison = list(.comparison)
        remainder = list(.remainder)
        blamed = list(.blamed)
        addition = list(.addition)
        means = list(.means)
        longDelay = list(.longDelay)
        laterTime = list(.laterTime)
        laterYear = list(.laterYear)
        unable = list(.unable)
        harmless = list(.harmless)
        outcome = list(.outcome)
        stalled = list(.stalled)
        rest = list(.rest)
        undoneLead = list(.undoneLead)
        nation = list(.nation)
    }
}
