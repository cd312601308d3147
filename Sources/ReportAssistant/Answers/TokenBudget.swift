import ReportModel

/// How much of a model's attention an answer may take (篇幅): in tokens, which every model counts in its own way.
struct TokenBudget: Sendable, Equatable {
    /// Tokens at most.
    let limit: Int

    static let range = 500...20_000
    static let usual = 4_000

    /// What a text takes, estimated above what models' own tokenizers count for such answers: five tokens for four
    /// characters beyond ASCII, one for three ASCII letters or digits that stand together, one for any other ASCII
    /// character, blanks for nothing. O(characters).
    static func tokens(_ text: String) -> Int {
        var quarters = 0
        var run = 0
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A:
                if run % 3 == 0 { quarters += 4 }
                run += 1
            case 0x20: run = 0
            default:
                quarters += scalar.value < 0x80 ? 4 : 5
                run = 0
            }
        }
        return (quarters + 3) / 4
    }
}
