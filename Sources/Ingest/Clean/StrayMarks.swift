/// Marks that stand in a line where no writer puts them: 长足的.发展 (杂散符号).
struct StrayMarks {
    private let rules: [CleaningRules.Stray]
    private let bytes: [UInt8]
    /// Marks that may be quotation marks in this line: they come twice, and not always after the word.
    private var mayBeQuotes: Set<UInt8> = []

    /// - Complexity: O(bytes × rules), once a line.
    init(_ rules: [CleaningRules.Stray], in bytes: [UInt8]) {
        self.rules = rules
        self.bytes = bytes
        for rule in rules {
            for mark in rule.marks where mark != 0x2E {
                var count = 0
                var strayCount = 0
                for position in bytes.indices where bytes[position] == mark {
                    count += 1
                    if rule.stands(in: bytes.span, at: position) { strayCount += 1 }
                }
                if count > 1 && strayCount < count { mayBeQuotes.insert(mark) }
            }
        }
    }

    /// The kind of repair when the mark at `position` certainly is a stray.
    ///
    /// Words must go on after it: Chinese, a mask, an opening bracket. Before a digit a point may be
    /// a number that lost its head; before a space or at the end it may be a full stop.
    func kind(at position: Int) -> String? {
        let mark = bytes[position]
        guard position + 1 < bytes.count, !mayBeQuotes.contains(mark),
            let rule = rules.first(where: { $0.stands(in: bytes.span, at: position) })
        else { return nil }
        let next = bytes[position + 1]
        let goesOn =
            next >= 0xE2 || next == 0x2A || next == 0x28
            || (mark != 0x2E && (0x30...0x39).contains(next))
        return goesOn ? rule.kind : nil
    }
}
