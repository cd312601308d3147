import ReportModel

/// The places before the ending of a unit's name (地名链): 广元市元坝区 + 妇联, XX区 + 残联, 县 + 司法局.
struct PlaceChain: Sendable, Equatable {
    /// One place of the chain.
    struct Element: Sendable, Equatable {
        enum Form: Sendable, Equatable {
            /// A name, in the gazetteer or not.
            case named
            /// The name is hidden: XX区.
            case masked
            /// Only the level is said: 区.
            case bare
        }

        let form: Form
        /// The name as it counts: masked ones as XX区.
        let name: String
        /// Whether the text calls it its own: 我县.
        var isOwn = false
        /// The level word it ends in.
        let levelWord: String
        /// What the gazetteer knows of that name.
        let places: [Gazetteer.Place]
    }

    /// Outermost first.
    private(set) var elements: [Element] = []
    /// Where the chain begins.
    private(set) var start: Int

    /// Scalars of the text that it takes.
    private(set) var length = 0

    var innermost: Element? { elements.last }
    var isNamed: Bool { elements.contains { $0.form == .named } }
    /// Whether 我 or 本 stands before it: 我县妇联.
    var isOwn: Bool { elements.contains { $0.isOwn } }

    /// Reads the chain that ends right before `end`, backwards.
    init(endingAt end: Int, in text: [UInt32], _ gazetteer: Gazetteer, _ names: PlaceNames) {
        start = end
        while elements.count < 4, elements.first?.isOwn != true,
            let (element, begin) = Self.element(start, text, gazetteer, names)
        {
            // 省市妇联 are two superiors, not one unit.
            elements.insert(element, at: 0)
            start = begin
        }
        length = end - start
    }

    private static func element(
        _ end: Int, _ text: [UInt32], _ gazetteer: Gazetteer, _ names: PlaceNames
    ) -> (Element, Int)? {
        if let known = gazetteer.name(endingAt: end, in: text) {
            if let begin = longerName(known.range, in: text, gazetteer, names) {
                let word = string(text[end - 1..<end])
                return (
                    Element(
                        form: .named, name: string(text[begin..<end]), levelWord: word, places: []),
                    begin
                )
            }
            let name = string(text[known.range])
            let word = levelWords.first { name.hasSuffix($0.word) }?.word ?? ""
            return (
                Element(form: .named, name: name, levelWord: word, places: known.places),
                known.range.lowerBound
            )
        }
        guard
            let level = levelWords.first(where: {
                end >= $0.scalars.count && text[..<end].suffix($0.scalars.count) == $0.scalars[...]
            })
        else { return nil }
        let stem = end - level.scalars.count
        if names.isOwn(before: stem, in: text) {
            let own = Element(
                form: .bare, name: level.word, isOwn: true, levelWord: level.word, places: [])
            return (own, stem)
        }
        if stem > 0, level.notAfter.contains(text[stem - 1]) { return nil }
        var masked = stem
        while masked > 0, stem - masked < 6, YearNumber.isMask(text[masked - 1]) { masked -= 1 }
        if masked < stem {
            return (
                Element(form: .masked, name: "XX" + level.word, levelWord: level.word, places: []),
                masked
            )
        }
        if let begin = freeName(before: stem, level, in: text, names) {
            return (
                Element(
                    form: .named, name: string(text[begin..<end]), levelWord: level.word,
                    places: []), begin
            )
        }
        return (Element(form: .bare, name: level.word, levelWord: level.word, places: []), stem)
    }

    /// Where a longer name begins that the gazetteer does not have and that ends in one of its short
    /// names: 濠 + 东区, 靖 + 和县.
    private static func longerName(
        _ range: Range<Int>, in text: [UInt32], _ gazetteer: Gazetteer, _ names: PlaceNames
    ) -> Int? {
        guard range.count == 2, range.lowerBound > 0,
            let level = levelWords.first(where: { $0.scalars == [text[range.upperBound - 1]] }),
            gazetteer.name(endingAt: range.lowerBound, in: text) == nil,
            let begin = freeName(
                before: range.upperBound - 1, level, in: text, names, with: range.lowerBound),
            begin < range.lowerBound,
            // 市妇联 + 和 + 县: what stands before is an office, not a name's beginning.
            !officeEnds.contains(text[range.lowerBound - 1])
        else { return nil }
        return begin
    }

    /// A name of two to five characters that no gazetteer has: it must begin at a clause's start or
    /// after a word that cannot belong to it.
    ///
    /// - Parameter known: where the part of it begins that belongs to it for sure, whatever its characters.
    private static func freeName(
        before stem: Int, _ level: LevelWord, in text: [UInt32], _ names: PlaceNames,
        with known: Int? = nil
    ) -> Int? {
        var begin = known ?? stem
        let limit = max(0, stem - 5)
        while begin > limit, text[begin - 1].isHan, !boundary.contains(text[begin - 1]) {
            begin -= 1
        }
        if begin > 0, text[begin - 1].isHan, !boundary.contains(text[begin - 1]) { return nil }
        // 会昌, 从化, 同仁: a word that otherwise ends what stands before a name, at a clause's start.
        if stem - begin == 1, begin > 0, opening.contains(text[begin - 1]),
            begin < 2 || text[begin - 2].endsClause
        {
            begin -= 1
        }
        begin = names.afterVerb(begin, before: stem, in: text)
        // 白石镇光明 + 村: the name begins after the town.
        for index in (begin..<stem).dropFirst() where townEnds.contains(text[index]) {
            if stem - index > 2 { begin = index + 1 }
        }
        guard stem - begin >= 2, names.mayName(text[begin..<stem]) else { return nil }
        return begin
    }

    /// The level that an innermost element gives.
    var level: AdminLevel {
        guard let last = innermost else { return .unknown }
        if let known = Set(last.places.map(\.level)).first, Set(last.places.map(\.level)).count == 1
        {
            return known
        }
        return Self.levelWords.first { $0.word == last.levelWord }?.level ?? .unknown
    }

    static func string(_ scalars: some Sequence<UInt32>) -> String {
        String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
    }

    private struct LevelWord: Sendable {
        let word: String
        let scalars: [UInt32]
        let level: AdminLevel
        /// Characters that make another word of it: 城 + 镇, 农 + 村.
        let notAfter: Set<UInt32>

        init(_ word: String, _ level: AdminLevel, notAfter: String = "") {
            self.word = word
            scalars = foldedScalars(word)
            self.level = level
            self.notAfter = Set(foldedScalars(notAfter))
        }
    }

    /// Longest first.
    private static let levelWords = [
        LevelWord("街道办事处", .township), LevelWord("自治区", .province), LevelWord("自治州", .city),
        LevelWord("自治县", .county), LevelWord("自治旗", .county), LevelWord("开发区", .county),
        LevelWord("工业园区", .county), LevelWord("产业园区", .county),
        LevelWord("高新区", .county), LevelWord("经开区", .county),
        LevelWord("园区", .county, notAfter: "各全我本该业"), LevelWord("农场", .township, notAfter: "各全我本该"),
        LevelWord("林场", .township, notAfter: "各全我本该"),
        LevelWord("街道", .township, notAfter: "各全我本该"), LevelWord("社区", .village, notAfter: "各全我本该"),
        LevelWord("地区", .city, notAfter: "各全我本该居住山"),
        LevelWord("省", .province, notAfter: "各全我本该"),
        LevelWord("市", .city, notAfter: "各全我本该城超门上股集县辖"),
        LevelWord("州", .city, notAfter: "各全我本该"), LevelWord("盟", .city, notAfter: "各全我本该联加同"),
        LevelWord("区", .county, notAfter: "各全我本该辖社城地小园山灾校片郊老林牧库农景分战街院厂市特"),
        LevelWord("县", .county, notAfter: "各全我本该市"), LevelWord("旗", .county, notAfter: "各全我本该红锦"),
        LevelWord("镇", .township, notAfter: "各全我本该城乡集场村"),
        LevelWord("乡", .township, notAfter: "各全我本该城返家下老同还故"),
        LevelWord("村", .village, notAfter: "各全我本该农乡新"),
    ]
    private static let boundary = Set(
        foldedScalars("的在由和与我全各本对向到为赴来是经从以及等后了年月日被让请于区县市省个名这该其将把受给同按据并随会邀度局"))
    private static let opening = Set(foldedScalars("会和从来本日同由经以度向"))
    private static let officeEnds = Set(foldedScalars("联会局委院办校所站部厅处们政"))
    private static let townEnds = Set(foldedScalars("镇乡道"))

}
