/// Letters and marks that open headings as numbers do (字母与符号序号): A. B. ◆ ★ ●.
extension Numbering {
    /// 甲、乙、丙、: the heavenly stems stand over 一、; 甲、乙双方 is no number.
    static func stem(_ head: Head) -> Numbering? {
        guard let place = stems.firstIndex(of: head[0]), head[1] == 0x3001 || head[1] == 0xFF0E,
            head[2].isHan || head[2] == 0x201C || head[2] == 0x300A, !stems.contains(head[2])
        else { return nil }
        return Numbering(level: 1, rank: 108, value: place + 1, length: 2)
    }

    static let stems = "甲乙丙丁戊己庚辛".unicodeScalars.map(\.value)

    /// `2 维权与关爱`: figures and a space or a tab before words, in a heading's shape alone.
    static func spaced(_ head: Head) -> Numbering? {
        guard let number = Ordinal.arabic(head.scalars, at: 0), (1...20).contains(number.value),
            [0x20, 0x3000, 0x09].contains(head[number.count]),
            head[number.count + 1].isHan,
            head[number.count] == 0x09 || !counted.contains(head[number.count + 1])
        else { return nil }
        return Numbering(level: 3, rank: spacedRank, value: number.value, length: number.count + 1)
    }

    /// Above 1.1 and below （一）.
    static let spacedRank = 121
    private static let counted = Set(
        "万亿元倍公里平方米吨个人户场期次名件亩年月日号岁天周季点分小时条项所家名对间位份册只台辆座篇支届多余几来类种批组套张块"
            .unicodeScalars.map(\.value))

    /// The ranks of ◆ ★ and of ● ▲.
    static let markRank = 127
    static let bulletRank = 146
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
        case 0x25C6, 0x25C7, 0x25A0, 0x25A1, 0x2605, 0x2606, 0x25C8: rank = markRank  // ◆◇■□★☆◈
        case 0x25CF, 0x25B2, 0x25B3, 0x25BA, 0x25B6, 0x25BC, 0x25CE, 0x25AA: rank = bulletRank  // ●▲△►▶▼◎▪
        default: return nil
        }
        let length = head[1] == 0x20 || head[1] == 0x3000 ? 2 : 1
        let isFigure = Ordinal.digit(head[length]) != nil
        guard isFigure || head[length].isHan || head[length] == 0x201C || head[length] == 0x300A
        else { return nil }
        return Numbering(level: nil, rank: rank, value: 0, length: length)
    }
}
