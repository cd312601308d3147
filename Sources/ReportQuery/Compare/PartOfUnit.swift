/// The part of a unit that a sentence is about (下属单位): 杨柳镇, 石坝村 in a county's report.
enum PartOfUnit {
    /// The name that opens a sentence or a row of a table; `nil` where it is about the unit as a whole.
    static func name(in sentence: String) -> String? {
        let head = Array(sentence.unicodeScalars.prefix(longest + 1))
        for (place, scalar) in head.enumerated() where endings.contains(scalar) {
            let name = head[0...place]
            guard place >= 2, name.allSatisfy({ (0x4E00...0x9FFF).contains($0.value) }),
                !name.dropLast().contains(where: { common.contains($0) })
            else { return nil }
            return String(String.UnicodeScalarView(name))
        }
        return nil
    }

    /// 石坝子村: a part's name, its ending among it, in characters.
    private static let longest = 6
    private static let endings = Set("镇乡村".unicodeScalars)
    /// 全镇, 各乡镇, 农村, 14个乡: what no name has.
    private static let common = Set("全各乡农城在为对向从到与和同给的个每新我本该由被把了村".unicodeScalars)
}
