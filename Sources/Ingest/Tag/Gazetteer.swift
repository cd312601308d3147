import ReportModel
import Segmentation
import Vocabulary

/// Administrative divisions with the years their names were in force (政区名录).
struct Gazetteer: Sendable {
    /// One name of one division.
    struct Place: Sendable, Equatable {
        /// Six digits: province, prefecture, county.
        let code: Int
        let name: String
        let from: Int
        /// `nil` while the name is in force.
        let to: Int?

        var level: AdminLevel {
            if code % 10000 == 0 {
                return .province
            }
            return code % 100 == 0 ? .city : .county
        }

        func isInForce(_ year: Int?) -> Bool {
            guard let year else { return true }
            return from <= year && year <= to ?? year
        }
    }

    /// Provinces by the names they go by without 省, 市 and 自治区.
    private let provinces: [Place]
    private let provinceNames: TermMatcher
    private let byName: [[UInt32]: [Place]]
    private let names: TermMatcher
    private let placesOfName: [[Place]]
    private let byCode: [Int: [Place]]
    /// The number of scalars of the longest name.
    let longestName: Int

    private static func trouble(atLine line: Int) -> ReportError {
        ReportError(
            .damaged, place: "\(VocabularyFile.userFolder)/gazetteer.tsv:\(line)",
            problem: wording("不是地名行", "is no row of places"),
            advice: wording("代码、名称、起始年，用制表符隔开", "code, name, first year, with tabs between"))
    }

    /// The embedded table and the user's `gazetteer.tsv`.
    ///
    /// - Throws: `ReportError` when the user's file cannot be read or has a row that is none.
    init() throws(ReportError) {
        let tables = [
            VocabularyFile.embedded("gazetteer.tsv"), try VocabularyFile.user("gazetteer.tsv"),
        ]
        var byName: [[UInt32]: [Place]] = [:]
        var byCode: [Int: [Place]] = [:]
        for table in tables.compactMap(\.self) {
            let lines = table.split(separator: "\n", omittingEmptySubsequences: false)
            for (number, line) in lines.enumerated() {
                if line.isEmpty || line.hasPrefix("#") || line.hasPrefix("code\t") { continue }
                let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
                guard fields.count >= 3, let code = Int(fields[0]), let from = Int(fields[2]) else {
                    throw Self.trouble(atLine: number + 1)
                }
                let place = Place(
                    code: code, name: String(fields[1]), from: from,
                    to: fields.count > 3 ? Int(fields[3]) : nil)
                byName[foldedScalars(place.name), default: []].append(place)
                byCode[code, default: []].append(place)
                if fields.count > 4, fields[4].utf8.count > 3 {
                    byName[foldedScalars(String(fields[4])), default: []].append(place)
                }
            }
        }
        longestName = byName.keys.map(\.count).max() ?? 0
        provinces = byCode.values.flatMap(\.self).filter { $0.level == .province }
            .sorted { $0.code < $1.code }
        provinceNames = TermMatcher(provinces.map(Self.shortName))
        self.byName = byName
        let named = byName.filter { $0.key.count >= 2 }
        names = TermMatcher(named.keys.map(PlaceChain.string))
        placesOfName = Array(named.values)
        self.byCode = byCode
    }

    /// The places of a name, in force in a year when one is given and such a place exists.
    func places(named name: ArraySlice<UInt32>, in year: Int? = nil) -> [Place] {
        let all = byName[Array(name)] ?? []
        let inForce = all.filter { $0.isInForce(year) }
        return inForce.isEmpty ? all : inForce
    }

    /// Of the places of one name those that bore it in a year, else those that bear it today, else all.
    static func valid(_ places: [Place], in year: Int?) -> [Place] {
        let then = year.map { year in places.filter { $0.isInForce(year) } } ?? []
        if !then.isEmpty { return then }
        let today = places.filter { $0.to == nil }
        return today.isEmpty ? places : today
    }

    /// How often each province is named in some texts, in whatever form.
    func provinceCounts(_ texts: [String]) -> [(place: Place, count: Int)] {
        var counts: [Int: Int] = [:]
        for text in texts {
            for match in provinceNames.matches(in: text) { counts[match.term, default: 0] += 1 }
        }
        return counts.map { (provinces[$0.key], $0.value) }
    }

    private static func shortName(_ province: Place) -> String {
        let long = ["黑龙江", "内蒙古"].first { province.name.hasPrefix($0) }
        return long ?? String(String.UnicodeScalarView(province.name.unicodeScalars.prefix(2)))
    }

    /// The longest place name that ends right before `end`.
    func name(endingAt end: Int, in text: [UInt32]) -> (range: Range<Int>, places: [Place])? {
        var length = min(longestName, end)
        while length >= 2 {
            if let places = byName[Array(text[(end - length)..<end])] {
                return ((end - length)..<end, places)
            }
            length -= 1
        }
        return nil
    }

    /// Wherever a place name begins the longest one, in order. O(n).
    func longestNames(in text: [UInt32]) -> [(range: Range<Int>, places: [Place])] {
        var found: [(range: Range<Int>, places: [Place])] = []
        names.scan(text) { term, start, end in
            // Of those with one beginning the longer come later.
            if found.last?.range.lowerBound == start { found.removeLast() }
            found.append((start..<end, placesOfName[term]))
        }
        return found
    }

    /// The longest place names by where they end. O(n).
    func longestNamesByEnd(in text: [UInt32]) -> [Int: [Place]] {
        var found: [Int: [Place]] = [:]
        names.scan(text) { term, _, end in
            // Of those with one end the longest comes first.
            if found[end] == nil { found[end] = placesOfName[term] }
        }
        return found
    }

    /// The names of the divisions a place lies in and its own, outermost first.
    func path(of place: Place, in year: Int? = nil) -> [String] {
        let parents = [place.code / 10000 * 10000, place.code / 100 * 100]
        var names: [String] = []
        for parent in parents where parent != place.code {
            let all = byCode[parent] ?? []
            if let known = Self.valid(all, in: year).last {
                if !names.contains(known.name) { names.append(known.name) }
            }
        }
        return names + [place.name]
    }
}
