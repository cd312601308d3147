import TestSupport

/// Disguises a paragraph as people do who hand in another unit's report (伪装): numbers changed or masked, place
/// levels and the writer swapped, names replaced, marks strewn in.
struct CopiesDisguise {
    var random: SeededRandom
    /// Whether figures are masked (x) or, if not, changed.
    var masksFigures: Bool

    private static let masks: [Character] = ["x", "×", "*", "X", "＊"]
    private static let levels: [Character: Character] = ["区": "县", "县": "市", "市": "区", "镇": "乡"]
    private static let names = ["王秀珍", "李红霞", "赵谕", "陈晓燕"]

    mutating func disguise(_ text: String) -> String {
        var result = ""
        let mask = Self.masks.randomElement(using: &random) ?? "x"
        for character in text {
            if character.isASCII, character.isNumber {
                result.append(
                    masksFigures ? mask : Character("\(Int.random(in: 0...9, using: &random))"))
            } else if let level = Self.levels[character] {
                result.append(level)
            } else if character == "，", Int.random(in: 0..<8, using: &random) == 0 {
                result.append(",")
            } else if character == "的", Int.random(in: 0..<6, using: &random) == 0 {
                result += "的."
            } else {
                result.append(character)
            }
        }
        result = result.replacing("我局", with: "经贸局").replacing("我们", with: "局里")
        // A name in the place of three characters somewhere inside.
        let scalars = Array(result.unicodeScalars)
        guard scalars.count > 40 else { return result }
        let place = Int.random(in: 10..<scalars.count - 13, using: &random)
        let name = Self.names.randomElement(using: &random) ?? ""
        return String(String.UnicodeScalarView(scalars[..<place])) + name
            + String(String.UnicodeScalarView(scalars[(place + 3)...]))
    }
}
