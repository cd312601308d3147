/// One piece of a query's text.
enum QueryToken: Sendable, Hashable {
    case word(String, isExcluded: Bool)
    case phrase(String, isExcluded: Bool, isClosed: Bool)
    case near([String], distance: Int, isExcluded: Bool)
    case or
    /// The next word must not be there.
    case not
}

/// Cuts a query at white space, keeping quotations and NEAR(…) whole.
enum QueryTokens {
    /// Opening quotation marks with what closes them.
    private static let quotes: [Unicode.Scalar: Unicode.Scalar] = ["\"": "\"", "“": "”", "＂": "＂"]

    /// Signs of their own: an `OR`, wherever it stands.
    private static let bars: Set<Unicode.Scalar> = ["|", "｜"]
    private static let brackets: Set<Unicode.Scalar> = ["(", ")", "（", "）"]
    private static let dashes: Set<Unicode.Scalar> = ["-", "－", "–", "−"]

    static func split(_ text: String) -> [QueryToken] {
        let tokens = split(text, cutsBrackets: false)
        // Brackets hold alternatives together, as OR does by itself; without OR they are text: 村（居）委会.
        return tokens.contains(.or) ? split(text, cutsBrackets: true) : tokens
    }

    private static func split(_ text: String, cutsBrackets: Bool) -> [QueryToken] {
        var tokens: [QueryToken] = []
        let scalars = Array(text.unicodeScalars)
        var position = 0
        while position < scalars.count {
            if bars.contains(scalars[position]) {
                tokens.append(.or)
                while position < scalars.count, bars.contains(scalars[position]) { position += 1 }
                continue
            }
            let isBracket = cutsBrackets && brackets.contains(scalars[position])
            guard !isBracket, !scalars[position].properties.isWhitespace else {
                position += 1
                continue
            }
            tokens += token(in: scalars, at: &position, cutsBrackets: cutsBrackets)
        }
        return tokens
    }

    private static func token(
        in scalars: [Unicode.Scalar], at position: inout Int, cutsBrackets: Bool
    ) -> [QueryToken] {
        func ends(at place: Int) -> Bool {
            scalars[place].properties.isWhitespace || bars.contains(scalars[place])
                || (cutsBrackets && brackets.contains(scalars[place]))
        }
        let isExcluded = dashes.contains(scalars[position])
        if isExcluded { position += 1 }
        guard position < scalars.count, !ends(at: position) else { return [] }
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
        while position < scalars.count, !ends(at: position) {
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
        case "OR", "ＯＲ": return [.or]
        case "NOT", "ＮＯＴ": return [.not]
        case "AND", "ＡＮＤ", "&&", "+": return []
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
