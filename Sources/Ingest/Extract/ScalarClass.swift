import Segmentation

/// What a folded scalar can be for the extractor (字符类别); one look-up a scalar.
struct ScalarClass: OptionSet, Sendable {
    let rawValue: UInt16

    /// 0-9.
    static let digit = ScalarClass(rawValue: 1)
    /// 零 to 九, 两, capitals.
    static let numeral = ScalarClass(rawValue: 1 << 1)
    /// 十 百 千 万 亿.
    static let magnitude = ScalarClass(rawValue: 1 << 2)
    /// A sign that hides a digit: x, ×, *.
    static let mask = ScalarClass(rawValue: 1 << 3)
    /// 。 ！ ？ and line ends.
    static let sentenceEnd = ScalarClass(rawValue: 1 << 4)
    /// ；
    static let itemEnd = ScalarClass(rawValue: 1 << 5)
    /// ， ：
    static let clauseEnd = ScalarClass(rawValue: 1 << 6)
    /// Opens what is kept whole: “ 《 （ and their kin.
    static let opening = ScalarClass(rawValue: 1 << 7)
    /// 半.
    static let half = ScalarClass(rawValue: 1 << 8)
    static let space = ScalarClass(rawValue: 1 << 9)
    /// 几 数 多: a count without a number.
    static let vague = ScalarClass(rawValue: 1 << 10)
    /// First scalar of a measure word whose number may have been lost.
    static let lostHead = ScalarClass(rawValue: 1 << 11)
    static let letter = ScalarClass(rawValue: 1 << 12)
    /// 、
    static let listComma = ScalarClass(rawValue: 1 << 13)

    /// What a number is written with.
    static let number: ScalarClass = [.digit, .mask, .numeral, .magnitude]
    /// What may begin an amount.
    static let amountHead: ScalarClass = [
        .digit, .numeral, .magnitude, .mask, .vague, .half, .lostHead,
    ]
    /// What a rule may stop at that goes through a text from end to end.
    static let stop: ScalarClass = amountHead.union(boundary).union(.opening)
    /// What ends a clause, whatever its weight.
    static let boundary: ScalarClass = [.sentenceEnd, .itemEnd, .clauseEnd]
}

/// The classes of all scalars of the basic plane.
struct ScalarClasses: Sendable {
    /// What a scalar folds to, and the class of that.
    struct Fold: Sendable {
        fileprivate let value: UInt16
        let kind: ScalarClass
        var scalar: UInt32 { UInt32(value) }
    }

    private let table: [UInt16]
    /// The folds of all scalars of the basic plane, folded and classed in one look-up.
    let folds: [Fold]

    static let standard = ScalarClasses()

    private init() {
        var table = [UInt16](repeating: 0, count: 0x10000)
        func mark(_ text: String, _ kind: ScalarClass) {
            for scalar in text.unicodeScalars where scalar.value < 0x10000 {
                table[Int(scalar.value)] |= kind.rawValue
            }
        }
        mark("0123456789", .digit)
        mark("零〇○一二两三四五六七八九壹贰叁肆伍陆柒捌玖", .numeral)
        mark("十百千万亿拾佰仟", .magnitude)
        mark("半", .half)
        mark("x×*", .mask)
        mark("。!?\n\r\u{2028}\u{2029}", .sentenceEnd)
        mark(";", .itemEnd)
        mark(",:", .clauseEnd)
        mark("、", .listComma)
        mark("“\"《(〈「『〔【‘", .opening)
        mark(" \t\u{3000}\u{A0}\u{FEFF}", .space)
        mark("几数多", .vague)
        mark("公%个家张份册幅人名户批", .lostHead)
        mark("abcdefghijklmnopqrstuvwxyz", .letter)
        self.table = table
        folds = (0...UInt32(UInt16.max)).map {
            let folded = UInt16(truncatingIfNeeded: Folding.standard.fold($0))
            return Fold(value: folded, kind: ScalarClass(rawValue: table[Int(folded)]))
        }
    }

    @inline(__always)
    subscript(scalar: UInt32) -> ScalarClass {
        scalar < 0x10000 ? ScalarClass(rawValue: table[Int(scalar)]) : []
    }
}
