/// Letters and marks that open headings as numbers do (字母与符号序号): A. B. ◆ ★ ●.
extension Numbering {
    /// The rank of A. B. C., below 1. and above （1）.
    static let letterRank = 135

    /// A. 学前教育: a capital from A to I, a stop, and Han.
    static func letter(_ head: Head) -> Numbering? {
        guard (0x41...0x49).contains(head[0]), commas.contains(head[1]) else { return nil }
        let length = head[2] == 0x20 ? 3 : 2
        guard head[length].isHan || head[length] == 0x201C || head[length] == 0x300A else {
            return nil
        }
        return Numbering(level: nil, rank: letterRank, value: Int(head[0] - 0x40), length: length)
    }

    /// A mark before words. Solid and hollow ones of the eye-catching forms stand over bullets.
    static func mark(_ head: Head) -> Numbering? {
        let rank: Int
        switch head[0] {
        case 0x25C6, 0x25C7, 0x25A0, 0x25A1, 0x2605, 0x2606, 0x25C8: rank = 127  // ◆◇■□★☆◈
        case 0x25CF, 0x25B2, 0x25B3, 0x25BA, 0x25B6, 0x25BC, 0x25CE, 0x25AA: rank = 146  // ●▲△►▶▼◎▪
        default: return nil
        }
        let length = head[1] == 0x20 || head[1] == 0x3000 ? 2 : 1
        let isFigure = rank == 127 && Ordinal.digit(head[length]) != nil
        guard isFigure || head[length].isHan || head[length] == 0x201C || head[length] == 0x300A
        else { return nil }
        return Numbering(level: nil, rank: rank, value: 0, length: length)
    }
}
