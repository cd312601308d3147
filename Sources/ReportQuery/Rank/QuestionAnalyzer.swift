import ReportModel
import Segmentation

/// Cuts a query, or a passage that others are compared with, into concepts and terms (问题分析).
struct QuestionAnalyzer: Sendable {
    private let segmenter: SharedSegmenter
    private let words: QuestionWords
    private let synonyms: SynonymTable
    /// Names of the field that may have short forms, folded.
    let names: [[UInt32]]

    /// What a pair of characters across or inside words weighs, beside a word.
    private static let crossing = 0.7
    /// A longer word, beside its own pairs of characters, which stand there with it.
    private static let longWord = 0.3
    private static let singleCharacter = 0.8
    private static let softWord = 0.1
    /// A figure: another report has another one.
    private static let figure = 0.3

    init(words: QuestionWords, synonyms: SynonymTable) throws(ReportError) {
        // A word that has synonyms is one word, also where ICU would cut it.
        let replaceable = synonyms.words
        segmenter = try SharedSegmenter(lexicon: .standard.adding(replaceable))
        self.words = words
        self.synonyms = synonyms
        names = replaceable.map { $0.unicodeScalars.map(\.value) }.filter {
            $0.count >= Abbreviations.lengths.lowerBound + 2 && $0.allSatisfy(IndexTerms.isHan)
        }
    }

    /// The question a query asks. Plain words that hold no word (punctuation, a lone 的) become exact text
    /// in the query.
    func question(of query: inout Query) -> Question {
        let question = analyze(query, longest: Question.longest)
        var settled = query
        for (place, clause) in query.clauses.enumerated() {
            guard case .words(let text) = clause else { continue }
            let hasWord = PlainText(text).scalars.contains(where: IndexTerms.isWord)
            if question.concepts.isEmpty || !hasWord { settled.clauses[place] = .phrase(text) }
        }
        guard settled != query else { return question }
        query = settled
        return analyze(settled, longest: Question.longest)
    }

    /// The question that a passage asks of other passages.
    func question(of passage: String) -> Question {
        var query = Query()
        query.clauses = [.words(passage)]
        return analyze(query, longest: Question.longestPassage)
    }

    /// The words of a folded text, as the question's own are found.
    func breaks(of plain: [UInt32]) -> WordBreaks {
        WordBreaks(ends: segmenter.ends(of: plain), count: plain.count)
    }

    private func analyze(_ query: Query, longest: Int) -> Question {
        var question = Question()
        for clause in query.clauses {
            if case .words = clause { continue }
            question.literals += clause.texts.map { Self.string(PlainText($0).scalars) }
        }
        var rest = longest
        var plains: [[UInt32]] = []
        for text in query.texts where rest > 0 {
            let plain = Array(PlainText(text).scalars.prefix(rest))
            rest -= plain.count
            plains += plain.split { $0 == 0x20 || $0 == 0x09 }.map(Array.init)
        }
        question.pieces = plains
        question.intent = words.intent(of: plains.map(Self.string).joined(separator: " "))
        var known = Known()
        for plain in plains { add(plain, to: &question, &known) }
        if !question.concepts.contains(where: { $0.weight >= 1 }) {
            for index in question.concepts.indices {
                question.concepts[index].weight = max(question.concepts[index].weight, 0.3)
            }
        }
        let plainWords = query.clauses.compactMap { clause -> String? in
            if case .words(let text) = clause { Self.string(PlainText(text).scalars) } else { nil }
        }
        question.required = question.concepts.filter { concept in
            concept.weight >= 0.3 && plainWords.contains { $0.contains(concept.text) }
        }.map(\.text)
        for index in question.concepts.indices {
            question.concepts[index].substitutes = synonyms.substitutes(
                for: question.concepts[index].text
            ).map { Question.Substitute(text: $0.text, strength: $0.strength) }
        }
        return question
    }

    /// Where the concepts and terms met so far stand in the question.
    private struct Known {
        var concepts: [String: Int] = [:]
        var terms: [UInt64: Int] = [:]
    }

    /// A word of a piece.
    private struct Word {
        let range: Range<Int>
        let text: String
        let isDropped: Bool
    }

    /// The words of one piece become concepts, its words and pairs terms.
    private func add(_ plain: [UInt32], to question: inout Question, _ known: inout Known) {
        let ends = segmenter.ends(of: plain)
        let found = WordBreaks(ends: ends, count: plain.count).words(in: plain).map { range in
            let text = Self.string(plain[range])
            return Word(range: range, text: text, isDropped: words.dropped.contains(text))
        }
        for word in found where !word.isDropped {
            let weight = weight(of: word, in: plain, intent: question.intent)
            let scalars = Array(plain[word.range])
            if let place = known.concepts[word.text] {
                question.concepts[place].weight = max(question.concepts[place].weight, weight)
            } else {
                known.concepts[word.text] = question.concepts.count
                question.concepts.append(
                    Question.Concept(text: word.text, scalars: scalars, weight: weight))
            }
            let isHan = IndexTerms.isHan(scalars[0])
            if scalars.count > 1 || !isHan {
                let share = isHan && scalars.count > 2 ? Self.longWord : 1
                add(scalars[...], share * weight, to: &question, &known)
            }
        }
        question.unknown += Self.unknown(found)
        // For each scalar the word it belongs to.
        var owners = [Int?](repeating: nil, count: plain.count)
        for (place, word) in found.enumerated() {
            for scalar in word.range { owners[scalar] = place }
        }
        for start in plain.indices.dropLast()
        where IndexTerms.isHan(plain[start]) && IndexTerms.isHan(plain[start + 1]) {
            guard let first = owners[start], let second = owners[start + 1] else { continue }
            let weight: Double
            if first == second {
                guard found[first].range.count > 2 else { continue }
                weight =
                    Self.crossing * (words.soft.contains(found[first].text) ? Self.softWord : 1)
            } else {
                // Two lone characters side by side are an unknown word, often a name.
                let pair = [found[first], found[second]]
                let isName = pair.allSatisfy { $0.range.count == 1 }
                let dropped = pair.count { $0.isDropped }
                weight = (isName ? 1 : Self.crossing) * [1, 0.5, 0.25][dropped]
            }
            add(plain[start..<start + 2], weight, to: &question, &known)
        }
    }

    /// Single Han characters side by side: what no dictionary knows is cut to pieces.
    private static func unknown(_ words: [Word]) -> [[UInt32]] {
        var runs: [[UInt32]] = []
        var run: [UInt32] = []
        var end = -1
        for word in words + [Word(range: -2 ..< -1, text: "", isDropped: true)] {
            let scalar = word.text.unicodeScalars.first?.value ?? 0
            let isSingle = word.range.count == 1 && !word.isDropped && IndexTerms.isHan(scalar)
            if !isSingle || word.range.lowerBound != end {
                if Abbreviations.lengths.contains(run.count) { runs.append(run) }
                run = []
            }
            if isSingle { run.append(scalar) }
            end = word.range.upperBound
        }
        return runs
    }

    private func add(
        _ scalars: ArraySlice<UInt32>, _ weight: Double, to question: inout Question,
        _ known: inout Known
    ) {
        let key = IndexTerms.word(scalars)
        if let place = known.terms[key] {
            question.terms[place].weight = max(question.terms[place].weight, weight)
        } else {
            known.terms[key] = question.terms.count
            question.terms.append(
                Question.Term(text: Self.string(scalars), key: key, weight: weight))
        }
    }

    private func weight(of word: Word, in plain: [UInt32], intent: QuestionWords.Intent?)
        -> Double
    {
        let head = plain[word.range.lowerBound]
        if word.range.count == 1, IndexTerms.isHan(head) { return Self.singleCharacter }
        if words.soft.contains(word.text) { return Self.softWord }
        if let intent, intent.words.contains(word.text) || intent.asks.contains(word.text) {
            return Self.softWord
        }
        return (0x30...0x39).contains(head) ? Self.figure : 1
    }

    static func string(_ scalars: some Sequence<UInt32>) -> String {
        var view = String.UnicodeScalarView()
        for scalar in scalars { view.append(Unicode.Scalar(scalar) ?? "\u{FFFD}") }
        return String(view)
    }
}
