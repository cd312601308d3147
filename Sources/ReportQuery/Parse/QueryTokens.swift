/// One piece of a query's text.
enum QueryToken: Sendable, Hashable {
    case word(String, isExcluded: Bool)
    case phrase(String, isExcluded: Bool, isClosed: Bool)
    case near([String], distance: Int, isExcluded: Bool)
    case or
}

/// Cuts a query at white space, keeping quotations and NEAR(…) whole.
enum QueryTokens {
    /// Opening quotation marks with what closes them.
    private static let quotes: [Unicode.Scalar: Unicode.Scalar] = ["\"": "\"", "“": "”", "＂": "＂"]

    static func split(_ text: String) -> [QueryToken] {
        var tokens: [QueryToken] = []
        let scalars = Array(text.unicodeScalars)
        var position = 0
        while position < scalars.count {
            guard !scalars[position].properties.isWhitespace else {
                position += 1
                continue
            }
            tokens += token(in: scalars, at: &position)
        }
        return tokens
    }

    private static func token(in scalars: [Unicode.Scalar], at position: inout Int) -> [QueryToken]
    {
        let isExcluded = scalars[position] == "-" || scalars[position] == "－"
        if isExcluded { position += 1 }
        guard position < scalars.count, !scalars[position].properties.isWhitespace else {
            return []
        }
        if let closing = quotes[scalars[position]] {
            position += 1
            let start = position
            while position < scalars.count, scalars[position] != closing { position += 1 }
            let isClosed = position < scalars.count
            let phrase = string(scalars[start..<position])
            if isClosed { position += 1 }
            return [.phrase(phrase, isExcluded: isExcluded, isClosed: isClosed)]
        }
        if let near = near(in: scalars, at: &position, isExcluded: isExcluded) { return [near] }
        let start = position
        while position < scalars.count, !scalars[position].properties.isWhitespace {
            // A quotation after a field's colon belongs to the field: 单位:"某 某".
            if let closing = quotes[scalars[position]], position > start,
                scalars[position - 1] == ":" || scalars[position - 1] == "：",
                let end = scalars[(position + 1)...].firstIndex(of: closing)
            {
                let value = string(scalars[start..<position] + scalars[(position + 1)..<end])
                position = end + 1
                return [.word(value, isExcluded: isExcluded)]
            }
            position += 1
        }
        let word = string(scalars[start..<position])
        switch word {
        case "OR", "|", "||": return [.or]
        case "AND", "&&", "+": return []
        default: return [.word(word, isExcluded: isExcluded)]
        }
    }

    /// `NEAR(a b, 10)`; `nil` when the text there is something else.
    private static func near(
        in scalars: [Unicode.Scalar], at position: inout Int, isExcluded: Bool
    ) -> QueryToken? {
        let head = Array("NEAR(".unicodeScalars)
        guard scalars[position...].starts(with: head),
            let end = scalars[position...].firstIndex(of: ")")
        else { return nil }
        let inside = string(scalars[(position + head.count)..<end])
        position = end + 1
        let parts = inside.split(whereSeparator: { $0 == "," || $0 == "，" })
        var distance = 10
        var words = inside
        if parts.count > 1, let last = parts.last,
            let number = Int(last.filter { !$0.isWhitespace }), number >= 0
        {
            distance = min(number, 10_000)
            words = parts.dropLast().joined(separator: " ")
        }
        let texts = words.split(whereSeparator: { $0.isWhitespace || $0 == "\"" }).map(String.init)
        return .near(texts, distance: distance, isExcluded: isExcluded)
    }

    private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
