import ReportModel

/// Reads the fields of a record (字段): name, verb, object, date, place, partners, quantities.
struct ActivityDetails {
    let reader: ClauseReader
    private let classes = ScalarClasses.standard

    init(reader: ClauseReader) {
        self.reader = reader
    }

    private var text: FoldedText { reader.text }

    private func scalar(_ index: Int) -> UInt32 {
        index >= 0 && index < text.count ? text.scalars[index] : 0
    }

    func activity(of record: ActivityRecord, status: Activity.Status) -> Activity {
        let inside = reader.words.beginning(in: record.range)
        let object = object(of: record)
        let action = text.string(record.verb.range)
        let quantities = reader.quantities.inside(record.range)
        let surroundings = Surroundings(reader: reader, record: record, words: inside)
        return Activity(
            range: text.bytes(record.range), span: text.string(record.range),
            name: name(of: record) ?? action + object, action: action, object: object,
            quantities: quantities.map(\.quantity), date: surroundings.date,
            place: surroundings.place, partners: surroundings.partners, status: status)
    }

    // MARK: Object and name

    /// The words behind the verb up to the end of its clause, without 了 and the amount.
    private func object(of record: ActivityRecord) -> String {
        var start = record.verb.range.upperBound
        let end = record.core.upperBound
        while start < end, [0x4E86, 0x8FC7, 0x7740].contains(scalar(start)) { start += 1 }
        if let quantity = reader.quantities.element(at: start) {
            start = min(end, quantity.range.upperBound)
        }
        if scalar(start) == 0x7684, start < end { start += 1 }
        var last = end
        for quantity in reader.quantities.beginning(in: record.core)
        where quantity.range.upperBound == last && quantity.range.lowerBound > start {
            last = quantity.range.lowerBound
        }
        if last - start > Self.longestObject { last = objectEnd(start, last) }
        return text.string(start..<max(start, last))
    }

    private static let longestObject = 40

    /// A long object ends at a list comma or at its limit.
    private func objectEnd(_ start: Int, _ end: Int) -> Int {
        let limit = start + Self.longestObject
        var place = limit
        while place > start + 8 {
            if scalar(place) == 0x3001, !reader.regions.isEnclosed(place) { return place }
            place -= 1
        }
        return limit
    }

    /// The first quoted name of the record with the noun behind it, when it is short enough to be
    /// a programme's.
    private func name(of record: ActivityRecord) -> String? {
        let names = reader.regions.names.inside(record.range).filter {
            (5...34).contains($0.count)
                && reader.isProgramme($0, behind: record.verb.range.upperBound)
        }
        let behind = names.first { $0.lowerBound >= record.verb.range.lowerBound }
        guard let name = behind ?? names.last, !isDateName(name) else { return nil }
        return text.string(name)
    }

    /// “三八”节 is a date, no programme.
    private func isDateName(_ name: Range<Int>) -> Bool {
        reader.words.element(at: name.lowerBound).map {
            $0.kind.contains(.period) && $0.range.upperBound >= name.upperBound
        } ?? false
    }
}
