import ReportModel
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

    private let byName: [[UInt32]: [Place]]
    private let byCode: [Int: [Place]]
    /// The number of scalars of the longest name.
    let longestName: Int

    /// The embedded table and the user's `gazetteer.tsv`.
    ///
    /// - Throws: `VocabularyError` when the user's file cannot be read.
    init() throws(VocabularyError) {
        let tables = [VocabularyFile.embedded("gazetteer.tsv"), try VocabularyFile.user("gazetteer.tsv")]
        var byName: [[UInt32]: [Place]] = [:]
        var byCode: [Int: [Place]] = [:]
        for table in tables.compactMap(\.self) {
            for line in table.split(separator: "\n") {
                let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
                guard fields.count >= 3, let code = Int(fields[0]), let from = Int(fields[2]) else {
                    continue
                }
                let place = Place(
                    code: code, name: String(fields[1]), from: from,
                    to: fields.count > 3 ? Int(fields[3]) : nil)
                byName[foldedScalars(place.name), default: []].append(place)
                byCode[code, default: []].append(place)
            }
        }
        longestName = byName.keys.map(\.count).max() ?? 0
        self.byName = byName
        self.byCode = byCode
    }

    /// The places of a name, in force in a year when one is given and such a place exists.
    func places(named name: ArraySlice<UInt32>, in year: Int? = nil) -> [Place] {
        let all = byName[Array(name)] ?? []
        let inForce = all.filter { $0.isInForce(year) }
        return inForce.isEmpty ? all : inForce
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

    /// The longest place name that begins at `start`.
    func name(from start: Int, in text: [UInt32]) -> (range: Range<Int>, places: [Place])? {
        var length = min(longestName, text.count - start)
        while length >= 2 {
            if let places = byName[Array(text[start..<(start + length)])] {
                return (start..<(start + length), places)
            }
            length -= 1
        }
        return nil
    }

    /// The names of the divisions a place lies in and its own, outermost first.
    func path(of place: Place, in year: Int? = nil) -> [String] {
        let parents = [place.code / 10000 * 10000, place.code / 100 * 100]
        var names: [String] = []
        for parent in parents where parent != place.code {
            let all = byCode[parent] ?? []
            if let known = all.first(where: { $0.isInForce(year) }) ?? all.last {
                if !names.contains(known.name) { names.append(known.name) }
            }
        }
        return names + [place.name]
    }
}
