import Segmentation

/// The reporting unit, as far as it has to be told from those it works with (本单位).
struct OwnUnit {
    private let name: [UInt32]

    init(_ name: String) { self.name = Self.bare(Folding.standard.fold(name)) }

    /// Without what masks a name: **市妇联, xx县.
    private static func bare(_ name: some Collection<UInt32>) -> [UInt32] {
        name.filter { !masks.contains($0) }
    }

    private static let masks = ScalarSet("x×*某")

    /// 朔宁市妇女联合会 is meant by 市妇联, 县人民法院 by 县法院: the same letters in the same order, beginning with
    /// the level of administration or right behind it.
    func isMeant(by body: some Collection<UInt32>) -> Bool {
        let body = Self.bare(body)
        guard let first = body.first, let last = body.dropFirst().reversed().first else {
            return false
        }
        if name.reversed().starts(with: body.reversed()) { return true }
        if body.reversed().starts(with: name.reversed()) { return true }
        guard last == name.last || Self.shortEnds.contains(last) else { return false }
        var place: Int?
        for start in name.indices where name[start] == first {
            let isOpening = start == 0 || Self.levels.contains(name[start - 1])
            if Self.levels.contains(first) || isOpening { place = start }
        }
        guard let start = place else { return false }
        var rest = name[start...]
        var isNext = Self.levels.contains(first)
        for scalar in body {
            guard let found = rest.firstIndex(of: scalar) else { return false }
            // 市委 is no 市妇女儿童工作委员会: what follows the level must follow it here.
            if scalar != first, isNext {
                let gap = found - rest.startIndex
                guard gap == 0 || gap == 2 && rest.starts(with: Self.people) else { return false }
                isNext = false
            }
            rest = rest[(found + 1)...]
        }
        return true
    }

    /// 城关镇妇联 for 石桥县妇联: a body of the same kind on a lower level.
    func isAbove(_ body: some Collection<UInt32>) -> Bool {
        guard let own = Self.rank(of: name), let other = Self.rank(of: body), other < own else {
            return false
        }
        var rest = name[...]
        for scalar in Array(body).suffix(2) {
            guard let found = rest.firstIndex(of: scalar) else { return false }
            rest = rest[(found + 1)...]
        }
        return true
    }

    /// How high the last level of administration in a name is.
    private static func rank(of name: some Collection<UInt32>) -> Int? {
        name.reversed().firstIndex { levels.contains($0) }.flatMap { place in
            let level = name.reversed()[place]
            return ranks.first { $0.levels.contains(level) }?.rank
        }
    }

    private static let ranks: [(levels: ScalarSet, rank: Int)] = [
        (ScalarSet("省"), 4), (ScalarSet("市州盟"), 3), (ScalarSet("县区旗"), 2),
        (ScalarSet("镇乡街"), 1), (ScalarSet("村社"), 0),
    ]
    private static let levels = ScalarSet("省市州盟县区旗镇乡街村")
    /// 妇女联合会, 委员会 in short.
    private static let shortEnds = ScalarSet("联委")
    /// 人民
    private static let people: [UInt32] = [0x4EBA, 0x6C11]
}
