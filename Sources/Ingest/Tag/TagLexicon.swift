import ReportModel
import Segmentation
import Vocabulary

/// All word lists of the tagger in one matcher (标签词表), so that a paragraph is read once.
struct TagLexicon: Sendable {
    /// What a word says when it is met. A word may say several things.
    enum Sense: Sendable, Equatable {
        case topic(Int, weight: Int)
        /// A longer word whose parts must not count for the topic.
        case notTopic(Int)
        case cue(Kind)
        /// Counts only where it leads its sentence.
        case lead(Kind)
        /// Counts only where the place in the report makes the kind likely.
        case weakCue(Kind)
        case heading(Kind)
        /// A longer word whose parts must not count as a heading's.
        case notHeading
        case opening
        case closing
        case year(YearPointer)
        case period(Int)
        /// Rows of the almanac.
        case event(Int)
        case notEvent(Int)
        case ordinalBefore(Int)
        case ordinalAfter(Int)
        case plenum(Int)
    }

    /// Which year words such as 明年 and 下半年 point to.
    enum YearPointer: Sendable { case next, same }

    let matcher: TermMatcher
    let times: TimeReader
    let documents: DocumentForms
    let tones: ClauseTones
    let almanac: [AlmanacRow]
    let periods: [String]
    /// Words before 明年 that put something off: 推迟到.
    let postponed: [[UInt32]]
    /// What the name of the one written to ends with.
    let addressees: [[UInt32]]
    /// Bodies inside an office, whose own field is no topic of theirs: 水利厅 + 妇委会.
    let innerBodies: [[UInt32]]
    /// The first period word that means a whole year or more: those before it are parts of a year.
    let wholeYear: Int
    private let senses: [Sense]
    private let firstSense: [Int32]

    /// - Throws: `ReportError` naming the file and the row that cannot be used.
    init() throws(ReportError) {
        var builder = Builder()
        let topics = try VocabularyFile.rows("topics.yml", as: TopicRow.self)
        for row in topics { try builder.add(row) }
        innerBodies = topics.flatMap { ($0.inner ?? []).map(foldedScalars) }
        almanac = try VocabularyFile.rows("almanac.yml", as: AlmanacRow.self)
        for (index, row) in almanac.enumerated() { try builder.add(row, at: index) }
        times = try TimeReader()
        documents = try DocumentForms()
        tones = try ClauseTones()
        var periods: [String] = []
        for row in try VocabularyFile.rows("kinds.yml", as: KindRow.self)
        where row.document == nil && row.tone == nil {
            try builder.add(row, periods: &periods)
        }
        self.periods = periods
        postponed = builder.postponed.map(foldedScalars)
        addressees = builder.addressees.map(foldedScalars)
        wholeYear = periods.firstIndex { $0 == "任期" || $0 == "全年" } ?? periods.count
        matcher = TermMatcher(builder.terms)
        var flat: [Sense] = []
        var first: [Int32] = [0]
        for senses in builder.senses {
            flat += senses
            first.append(Int32(flat.count))
        }
        senses = flat
        firstSense = first
    }

    /// How many words each topic has.
    var topicWordCounts: [Int] {
        var counts = [Int](repeating: 0, count: Topic.allCases.count)
        for case .topic(let topic, _) in senses { counts[topic] += 1 }
        return counts
    }

    /// What the term says.
    @inline(__always)
    func forEachSense(of term: Int, _ body: (Sense) -> Void) {
        for index in Int(firstSense[term])..<Int(firstSense[term + 1]) { body(senses[index]) }
    }
}

extension TagLexicon {
    /// Collects words and what they say.
    private struct Builder {
        var terms: [String] = []
        var senses: [[Sense]] = []
        var postponed: [String] = []
        var addressees: [String] = []
        private var index: [String: Int] = [:]

        mutating func add(_ words: [String]?, _ sense: Sense) {
            for word in words ?? [] {
                let key = MatchingText(word).scalars.compactMap(Unicode.Scalar.init)
                let term = String(String.UnicodeScalarView(key))
                guard !term.isEmpty else { continue }
                if let known = index[term] {
                    // A user's file may repeat the embedded one: a word counts once.
                    if !senses[known].contains(sense) { senses[known].append(sense) }
                } else {
                    index[term] = terms.count
                    terms.append(term)
                    senses.append([sense])
                }
            }
        }

        mutating func add(_ row: TopicRow) throws(ReportError) {
            if row.inner != nil { return }
            guard let topic = row.topic.flatMap(Topic.init(rawValue:)),
                let number = Topic.allCases.firstIndex(of: topic)
            else {
                throw ReportError.row(
                    "topics.yml", row.topic ?? "-", wording("没有这个主题", "there is no such topic"))
            }
            add(row.strong, .topic(number, weight: 3))
            add(row.normal, .topic(number, weight: 2))
            add(row.weak, .topic(number, weight: 1))
            add(row.not, .notTopic(number))
        }

        mutating func add(_ row: AlmanacRow, at index: Int) throws(ReportError) {
            if let problem = row.problem {
                throw ReportError.row("almanac.yml", row.means, problem)
            }
            add(row.any, .event(index))
            add(row.not, .notEvent(index))
            add(row.ordinal?.before, .ordinalBefore(index))
            add(row.ordinal?.after, .ordinalAfter(index))
            if let plenum = row.plenum { add([plenum], .plenum(index)) }
        }

        mutating func add(_ row: KindRow, periods: inout [String]) throws(ReportError) {
            if let period = row.period {
                add(row.words, .period(periods.count))
                periods.append(period)
                return
            }
            guard let name = row.kind, let kind = Kind(rawValue: name) else {
                throw ReportError.row(
                    "kinds.yml", row.kind ?? "-", wording("没有这个类别", "there is no such kind"))
            }
            add(row.heading, .heading(kind))
            add(row.cue, .cue(kind))
            add(row.lead, .lead(kind))
            add(row.weakCue, .weakCue(kind))
            add(row.opening, .opening)
            add(row.closing, .closing)
            add(row.not, .notHeading)
            add(row.next, .year(.next))
            add(row.same, .year(.same))
            postponed += row.postponed ?? []
            addressees += row.addressee ?? []
        }
    }

    /// A row of topics.yml.
    private struct TopicRow: Decodable {
        let topic: String?
        let strong, normal, weak, not, inner: [String]?
    }

    /// A row of kinds.yml: a kind's words or a period's.
    private struct KindRow: Decodable {
        let kind, period, document, tone: String?
        let heading, cue, lead, weakCue, opening, closing, not, next, same, words,
            postponed: [String]?
        let addressee: [String]?

        enum CodingKeys: String, CodingKey {
            case kind, period, document, tone, heading, cue, lead, opening, closing, not, next,
                same, words
            case postponed, addressee
            case weakCue = "weak-cue"
        }
    }
}

extension ReportError {
    /// An error about one row of a vocabulary file.
    static func row(_ file: String, _ row: String, _ problem: String) -> ReportError {
        ReportError(
            .damaged,
            place: "\(file): \(row)", problem: problem,
            advice: wording("请对照自带词表的写法修改", "write it as the embedded rows are"))
    }
}
