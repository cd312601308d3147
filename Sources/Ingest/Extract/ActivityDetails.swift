import ReportModel

/// Reads the fields of a record (字段): name, verb, object, date, place, partners, quantities.
extension ClauseReader {
    func activity(
        of record: ActivityRecord, status: Activity.Status, quantities: QuantityReader,
        cues: FigureCues, room: Range<Int>,
        own: OwnUnit?, partners lists: PartnerWords
    ) -> Activity {
        let figures = amounts.inside(record.range)
        let lead = record.sentence.range.lowerBound..<record.range.lowerBound
        let earlier = amounts.beginning(in: min(lead.lowerBound, lead.upperBound)..<lead.upperBound)
        let parts = parts(
            of: figures, in: record.range, after: earlier, status: status, cues: cues)
        let named = object(of: record)
        let object = text.string(named)
        let action = text.string(record.verb.range)
        let inside = words.beginning(in: record.range, from: record.sentence.word)
        let isWhole = named.lowerBound == record.verb.range.upperBound
        let plain = record.verb.range.lowerBound..<named.upperBound
        return Activity(
            range: text.bytes(record.range), span: text.string(record.range),
            name: name(of: record) ?? (isWhole ? text.string(plain) : action + object),
            action: action, object: object,
            quantities: zip(amounts[figures], parts).map { amount, part in
                quantities.quantity(amount, part: part, in: text)
            },
            date: date(of: record), place: place(of: record, words: inside),
            partners: partners(in: room, own: own, words: lists), status: status)
    }

    // MARK: Object and name

    /// The words behind the verb up to the end of its clause, without 了 and the amount.
    private func object(of record: ActivityRecord) -> Range<Int> {
        var start = record.verb.range.upperBound
        let end = record.core.upperBound
        while start < end, Self.aspects.contains(scalar(start)) { start += 1 }
        if let amount = amounts.element(at: start) {
            start = min(end, amount.range.upperBound)
        }
        if scalar(start) == 0x7684, start < end { start += 1 }
        var last = end
        for amount in amounts[amounts.beginning(in: record.core)]
        where amount.range.upperBound == last && amount.range.lowerBound > start {
            last = amount.range.lowerBound
        }
        if last - start > Self.longestObject { last = objectEnd(start, last) }
        return start..<max(start, last)
    }

    private static let longestObject = 40

    /// A long object ends at a list comma or at its limit.
    private func objectEnd(_ start: Int, _ end: Int) -> Int {
        let limit = start + Self.longestObject
        var place = limit
        while place > start + 8 {
            if scalar(place) == 0x3001, !regions.isEnclosed(place) { return place }
            place -= 1
        }
        return limit
    }

    /// The first quoted name of the record with the noun behind it, when it is short enough to be
    /// a programme's.
    private func name(of record: ActivityRecord) -> String? {
        var last: Range<Int>?
        for index in regions.names.inside(record.range) {
            let name = regions.names[index]
            guard (5...34).contains(name.count),
                isProgramme(name, behind: record.verb.range.upperBound)
            else { continue }
            last = name
            if name.lowerBound >= record.verb.range.lowerBound { break }
        }
        guard let last, !isDateName(last) else { return nil }
        return text.string(last)
    }

    /// “三八”节 is a date, no programme.
    private func isDateName(_ name: Range<Int>) -> Bool {
        words.element(at: name.lowerBound).map {
            $0.kind.contains(.period) && $0.range.upperBound >= name.upperBound
        } ?? false
    }
}
