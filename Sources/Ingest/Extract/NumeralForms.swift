/// What the characters of numbers stand for (数字用字): the one place where forms are listed.
///
/// Characters are folded already: ９ is 9, 萬 is 万, 貳 is 贰.
enum NumeralForms {
    /// 零 to 九 in plain, capital and round writing.
    static func digit(_ scalar: UInt32) -> Int? {
        switch scalar {
        case 0x96F6, 0x3007, 0x25CB: 0  // 零 〇 ○
        case 0x4E00, 0x58F9: 1  // 一 壹
        case 0x4E8C, 0x4E24, 0x8D30: 2  // 二 两 贰
        case 0x4E09, 0x53C1: 3  // 三 叁
        case 0x56DB, 0x8086: 4  // 四 肆
        case 0x4E94, 0x4F0D: 5  // 五 伍
        case 0x516D, 0x9646: 6  // 六 陆
        case 0x4E03, 0x67D2: 7  // 七 柒
        case 0x516B, 0x634C: 8  // 八 捌
        case 0x4E5D, 0x7396: 9  // 九 玖
        default: nil
        }
    }

    /// The power of ten of 十 百 千 万 亿 and their capitals.
    static func power(_ scalar: UInt32) -> Int? {
        switch scalar {
        case 0x5341, 0x62FE: 1  // 十 拾
        case 0x767E, 0x4F70: 2  // 百 佰
        case 0x5343, 0x4EDF: 3  // 千 仟
        case 0x4E07: 4
        case 0x4EBF: 8
        default: nil
        }
    }

    /// 余 多 来 几 behind a number: more than it says.
    static func isAbout(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x4F59, 0x591A, 0x6765, 0x51E0: true
        default: false
        }
    }

    /// Capitals that are common characters as well: 队伍, 大陆, 收拾.
    static func isCapital(_ scalar: UInt32) -> Bool { capitals.contains(scalar) }

    /// Blanks that part thousands: the plain one, the one that does not break, thin ones.
    static func isThin(_ scalar: UInt32) -> Bool {
        scalar == 0x202F || (0x2004...0x200A).contains(scalar)
    }

    private static let capitals = ScalarSet("壹贰叁肆伍陆柒捌玖拾佰仟")

    /// 10 to a power from 0 to 16.
    static func tenTo(_ power: Int) -> Int {
        var result = 1
        for _ in 0..<max(0, min(power, 16)) { result *= 10 }
        return result
    }

    /// A whole number of some power of ten, exactly rounded; `nil` when it is too large to be exact.
    static func value(_ mantissa: Int, power: Int) -> Double? {
        guard power >= 0 else { return Double(mantissa) / Double(tenTo(-power)) }
        let (product, overflow) = mantissa.multipliedReportingOverflow(by: tenTo(power))
        return overflow || product > 9_007_199_254_740_992 ? nil : Double(product)
    }
}
