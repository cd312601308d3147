import ReportModel

/// The level of an unnamed office, from the words for its own place and for the committees it
/// answers to (层级推断): 我区, 全县, 市委、市政府.
struct LevelVotes {
    private var votes: [AdminLevel: Double] = [:]
    private var quotes: [AdminLevel: String] = [:]
    private var hasTownship = false
    /// Levels that the text calls its own: 我市, not 全市 or 市政府.
    private var ownLevels: Set<AdminLevel> = []

    /// Counts the words of one line.
    mutating func read(_ text: [UInt32], isOpening: Bool) {
        for index in text.indices {
            guard let (level, word) = Self.level(text[index]) else { continue }
            if index > 0, Self.own.contains(text[index - 1]) {
                add(level, 3, PlaceChain.string([text[index - 1], text[index]]))
                if text[index - 1] != Self.whole { ownLevels.insert(level) }
                if level == .township { hasTownship = true }
            } else if index + 1 < text.count,
                Self.leaders.contains(where: { text[(index + 1)...].starts(with: $0) })
            {
                add(level, isOpening ? 2 : 0.5, word)
            }
        }
    }

    private mutating func add(_ level: AdminLevel, _ weight: Double, _ quote: String) {
        votes[level, default: 0] += weight
        if quotes[level] == nil { quotes[level] = quote }
    }

    /// The level with most votes, townships left out (an office there answers to a county).
    var best: (level: AdminLevel, word: String, quote: String)? {
        let order: [AdminLevel] = [.county, .city, .province]
        let usable = order.filter { (votes[$0] ?? 0) > 0 }
        guard let level = usable.max(by: { (votes[$0] ?? 0) < (votes[$1] ?? 0) }) else {
            return nil
        }
        let quote = quotes[level] ?? ""
        return (level, word(for: level, quote), quote)
    }

    /// The level with most votes, when the text calls such a place its own.
    var bestOwn: (level: AdminLevel, word: String, quote: String)? {
        best.flatMap { ownLevels.contains($0.level) ? $0 : nil }
    }

    /// The smallest place that is called one's own.
    var smallest: AdminLevel? { hasTownship ? .township : nil }

    private func word(for level: AdminLevel, _ quote: String) -> String {
        switch level {
        case .province: "省"
        case .city: "市"
        default: quote.contains("县") ? "县" : quote.contains("旗") ? "旗" : "区"
        }
    }

    /// The level that a level word says: 市, 县.
    static func level(_ scalar: UInt32) -> (AdminLevel, String)? {
        switch scalar {
        case 0x7701: (.province, "省")
        case 0x5E02: (.city, "市")
        case 0x533A: (.county, "区")
        case 0x53BF: (.county, "县")
        case 0x65D7: (.county, "旗")
        case 0x9547: (.township, "镇")
        case 0x4E61: (.township, "乡")
        default: nil
        }
    }

    private static let own = Set(foldedScalars("我全本"))
    private static let whole: UInt32 = 0x5168  // 全
    private static let leaders = [
        "委", "政府", "妇联", "妇儿工委", "妇女儿童工作委员会", "妇儿办", "府", "人大", "人民政府",
    ].map(foldedScalars)
}
