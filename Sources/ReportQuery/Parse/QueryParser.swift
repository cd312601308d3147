import ReportModel

/// Reads the query language (检索语法): plain words, `"…"`, `-word` or `NOT word`, `OR`, `NEAR(a b, 10)`, `prefix*`,
/// `field:value`. Any input yields a query or a `ReportError`; nothing of it reaches SQL.
package struct QueryParser {
    /// Longer input is refused, in scalars.
    package static let longest = 20_000

    private var query = Query()
    /// An `OR` stands between the clause before and the next one.
    private var joinsNext = false
    /// A `NOT` stands before the next one.
    private var excludesNext = false

    package static func parse(_ text: String) throws(ReportError) -> Query {
        guard text.unicodeScalars.count <= longest else {
            throw ReportError(
                .limit,
                place: wording("检索式", "query"),
                problem: wording("超过 \(longest) 个字符", "longer than \(longest) characters"),
                advice: wording("请只取其中一段", "take a part of it"))
        }
        var parser = QueryParser()
        for token in QueryTokens.split(QueryText.cleaned(text)) { try parser.take(token) }
        if parser.excludesNext {
            parser.query.notes.append(
                wording("末尾的 NOT 后面没有词，已忽略", "nothing stands after the last NOT: ignored"))
        }
        if parser.joinsNext {
            parser.query.notes.append(
                wording("末尾的 OR 后面没有词，已忽略", "nothing stands after the last OR: ignored"))
        }
        return parser.query
    }

    private mutating func take(_ token: QueryToken) throws(ReportError) {
        switch token {
        case .word(let text, let isExcluded):
            try take(word: text, isExcluded: isExcluded)
        case .phrase(let text, let isExcluded, let isClosed):
            if !isClosed {
                query.notes.append(
                    wording("引号没有闭合，按到末尾处理", "the quotation mark is not closed: taken to the end"))
            }
            if !text.isEmpty { add(.phrase(text), isExcluded: isExcluded) }
        case .near(let texts, let distance, let isExcluded):
            if texts.count > 1 {
                add(.near(texts, distance: distance), isExcluded: isExcluded)
            } else if let only = texts.first {
                add(.phrase(only), isExcluded: isExcluded)
            }
        case .or:
            if query.clauses.isEmpty {
                query.notes.append(
                    wording("开头的 OR 前面没有词，已忽略", "nothing stands before the first OR: ignored"))
            } else {
                joinsNext = true
            }
        case .not: excludesNext = true
        }
    }

    private mutating func take(word: String, isExcluded: Bool) throws(ReportError) {
        if let (field, value) = FilterField.split(word) {
            return try field.apply(value, isExcluded: isExcluded, to: &query.filter)
        }
        if word.hasSuffix("*"), word.unicodeScalars.count > 1 {
            return add(.prefix(String(word.dropLast())), isExcluded: isExcluded)
        }
        if let year = Self.year(word), !isExcluded {
            query.notes.append(
                wording(
                    "“\(word)”按文字查找；按年份筛选请写 年份:\(year)",
                    "“\(word)” is looked for as text; year:\(year) filters by year"))
        }
        add(.words(word), isExcluded: isExcluded)
    }

    /// The year that a word is: 2018, ２０１８年.
    private static func year(_ word: String) -> Int? {
        let folded = QueryText.folded(word)
        let digits = folded.hasSuffix("年") ? folded.dropLast() : folded[...]
        return digits.utf8.count == 4 ? Int(digits).flatMap { 1949...2099 ~= $0 ? $0 : nil } : nil
    }

    private mutating func add(_ clause: Query.Clause, isExcluded: Bool) {
        defer { excludesNext = false }
        if isExcluded || excludesNext {
            // An excluded word is excluded as it is written.
            if case .words(let text) = clause {
                query.excluded.append(.phrase(text))
            } else {
                query.excluded.append(clause)
            }
            return
        }
        guard joinsNext, let last = query.clauses.popLast() else {
            return query.clauses.append(clause)
        }
        joinsNext = false
        if case .any(let alternatives) = last {
            query.clauses.append(.any(alternatives + [clause]))
        } else {
            query.clauses.append(.any([last, clause]))
        }
    }
}
