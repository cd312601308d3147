import ReportModel

/// A government work report (政府工作报告): given to a people's congress by a city, a province or the
/// State Council. It reviews one year and plans the next; it is filed under the year it plans.
struct GovernmentReport {
    let unit: UnitTag
    /// The day it was given; `nil` when the text does not say.
    let given: (year: Int, month: Int?)?
    /// The year it plans, from the day alone; `nil` for a report of November, which may do either.
    var planned: Int? {
        guard let given, given.month != 11 else { return nil }
        return given.month == 12 ? given.year + 1 : given.year
    }

    /// A year in the title that is no part of a date.
    let titleYear: Int?
    let evidence: [Evidence]
    let dateLine: Int
    let dateQuote: String
    let titleQuote: String

    /// A year in the file's own title, for want of anything better.
    let fileYear: Int?

    /// - Parameter fileTitle: the title in the file's front matter or properties.
    /// - Returns: `nil` when the report is of another sort.
    init?(_ report: Report, fileTitle: String?, isPart: Bool, gazetteer: Gazetteer) {
        var header = Header(gazetteer)
        if let fileTitle, !isPart {
            header.read(fileTitle, line: report.firstLine, isTitle: true)
            fileYear = header.titleYear
            header.titleYear = nil
        } else {
            fileYear = nil
        }
        header.read(report.title, line: report.firstLine, isTitle: !isPart)
        var lines = 0
        for paragraph in report.paragraphs where paragraph.role != .noise {
            guard lines < 16 else { break }
            lines += 1
            header.read(paragraph.text, line: paragraph.line, isTitle: paragraph.role == .title)
        }
        guard header.isGovernmentReport else { return nil }
        if header.place == nil, !header.isNational {
            header.countNames(report.paragraphs)
        }
        given = header.date
        titleYear = header.titleYear
        dateLine = header.dateLine
        dateQuote = header.dateQuote
        titleQuote = header.titleQuote
        (unit, evidence) = header.unit()
    }
}

extension GovernmentReport {
    /// What the first lines say.
    private struct Header: ~Copyable {
        let gazetteer: Gazetteer
        var isGovernmentReport = false
        var isNational = false
        var place: Gazetteer.Place?
        var placeLine = 0
        var placeQuote = ""
        var date: (year: Int, month: Int?)?
        var dateLine = 0
        var dateQuote = ""
        var titleYear: Int?
        var titleQuote = ""
        var level: AdminLevel = .unknown
        private var text = MatchingText()

        init(_ gazetteer: Gazetteer) {
            self.gazetteer = gazetteer
        }

        mutating func read(_ line: String, line number: Int, isTitle: Bool) {
            text.load(line)
            guard !text.scalars.isEmpty else { return }
            let isShort = text.scalars.count <= 60
            let said = HeaderWords.standard.said(in: text.scalars)
            let namesReport = said.senses.contains(.governmentReport)
            if namesReport, isTitle || isShort && isReportsName(endingAt: said.reportEnd) {
                isGovernmentReport = true
            }
            if isTitle, said.senses.isSuperset(of: [.government, .workReport]) {
                isGovernmentReport = true
            }
            let speaks = said.senses.contains(.speaker)
            if speaks, !said.senses.isDisjoint(with: [.request, .reporting]) {
                isGovernmentReport = true
            }
            let isHeader = isShort || speaks || said.senses.contains(.congress)
            guard isHeader, text.scalars.count <= 300 else { return }
            if said.senses.contains(.national), isShort || speaks { isNational = true }
            if speaks, let level = said.level { self.level = level }
            readPlace(number)
            if isShort { readDates(number, isTitle: isTitle || namesReport) }
        }

        /// Whether 政府工作报告 ends the line but for brackets and dashes.
        private func isReportsName(endingAt end: Int?) -> Bool {
            guard let end else { return false }
            guard end < text.scalars.count else { return true }
            let next = text.scalars[end]
            return next == 0x28 || next == 0x300B || Words.dashes.contains(next)
        }

        /// A place's name before 人民政府, 第N届, 人大, 市长 and the like, or opening the line.
        private mutating func readPlace(_ line: Int) {
            guard place == nil else { return }
            guard let known = gazetteer.longestNames(in: text.scalars).first(where: { fits($0) })
            else { return }
            let year = date?.year ?? titleYear
            let candidates = known.places.filter { $0.isInForce(year) }
            let all = candidates.isEmpty ? known.places : candidates
            place = all.min {
                $0.code % 100 == 0 && $1.code % 100 != 0
                    || $0.code < $1.code && ($0.code % 100 == 0) == ($1.code % 100 == 0)
            }
            placeLine = line
            placeQuote = text.quote(known.range, context: 4)
        }

        /// A name fits when it is followed by a word for congress, government or office, by the
        /// year, or by the report's name.
        private func fits(_ known: (range: Range<Int>, places: [Gazetteer.Place])) -> Bool {
            let rest = text.scalars[known.range.upperBound...]
            guard let next = rest.first else { return false }
            if next.isDigit || next == 0x300A || next == 0x28 { return true }
            if YearNumber.digit(next) != nil { return true }
            return Words.afterPlace.contains { rest.starts(with: $0) }
        }

        private mutating func readDates(_ line: Int, isTitle: Bool) {
            let scalars = text.scalars
            for found in YearNumber.years(in: scalars) {
                let month = month(after: found.range.upperBound, in: scalars)
                if let month {
                    if date == nil || date?.month == nil {
                        date = (found.year, month)
                        dateLine = line
                        dateQuote = text.quote(
                            found.range.lowerBound..<(found.range.upperBound + 3))
                    }
                } else if isTitle, titleYear == nil, !isPartOfRange(found.range, scalars) {
                    titleYear = found.year
                    titleQuote = text.quote(found.range)
                }
            }
        }

        private func month(after end: Int, in text: [UInt32]) -> Int? {
            guard end > 0, text[end - 1] == YearNumber.yearMark,
                let number = YearNumber.number(from: end, in: text), number.end < text.count,
                text[number.end] == YearNumber.monthMark, (1...12).contains(number.value)
            else { return nil }
            return number.value
        }

        /// 2010年远景规划, 2016-2020年: no year of the report.
        private func isPartOfRange(_ range: Range<Int>, _ text: [UInt32]) -> Bool {
            let rest = text[range.upperBound...]
            if Words.far.contains(where: { rest.starts(with: $0) }) { return true }
            if let next = rest.first, Words.dashes.contains(next) { return true }
            let before = range.lowerBound - 1
            return before >= 0 && Words.dashes.contains(text[before]) && before > 0
                && text[before - 1].isDigit
        }

        /// Without a name above, the city or province the text names by far most.
        mutating func countNames(_ paragraphs: [Paragraph]) {
            var counts: [Int: (place: Gazetteer.Place, count: Int)] = [:]
            for paragraph in paragraphs.prefix(80) {
                text.load(paragraph.text)
                let names = gazetteer.longestNamesByEnd(in: text.scalars)
                for (end, places) in names.sorted(by: { $0.key < $1.key })
                where Words.placeEnds.contains(text.scalars[end - 1]) {
                    guard let place = places.first(where: { $0.code % 100 == 0 }) else { continue }
                    counts[place.code, default: (place, 0)].count += 1
                }
            }
            if level == .province || counts.isEmpty {
                for (place, count) in gazetteer.provinceCounts(paragraphs.prefix(80).map(\.text)) {
                    counts[place.code] = (place, count)
                }
            }
            let ranked = counts.values.filter { level == .unknown || $0.place.level == level }
                .sorted { ($0.count, $1.place.code) > ($1.count, $0.place.code) }
            guard let first = ranked.first, first.count >= 4,
                ranked.count < 2 || first.count >= 3 * ranked[1].count
            else { return }
            place = first.place
            placeQuote = first.place.name
        }

        func unit() -> (UnitTag, [Evidence]) {
            if isNational {
                let unit = UnitTag(name: "国务院", type: .government, level: .nation)
                return (
                    unit,
                    [Evidence(field: "unit", rule: "congress", line: dateLine, quote: dateQuote)]
                )
            }
            guard let place else { return (UnitTag(type: .government, level: level), []) }
            let unit = UnitTag(
                name: place.name, type: .government, level: place.level,
                region: gazetteer.path(of: place, in: date?.year ?? titleYear))
            let rule = placeLine == 0 ? "most-named-place" : "government-report"
            let notes = [
                ("unit", place.name), ("unit_type", UnitType.government.rawValue),
                ("admin_level", place.level.rawValue),
                ("region", unit.region.joined(separator: " ")),
            ]
            return (
                unit,
                notes.map { field, note in
                    Evidence(
                        field: field, rule: rule, line: placeLine, quote: placeQuote, note: note)
                }
            )
        }
    }

    /// Words around the names of places, years and the report.
    private enum Words {
        static let afterPlace = [
            "第", "人民政府", "政府", "市长", "代市长", "省长", "代省长", "州长", "代州长", "主席", "代主席", "人大", "人民代表大会",
            "国民经济", "委员会", "届", "盟长", "专员", "县长", "区长", "九五", "十五", "副市长", "副省长",
        ].map(foldedScalars)
        static let far = ["远景", "规划", "目标"].map(foldedScalars)
        static let dashes: Set<UInt32> = [0x2D, 0x2014, 0x2013, 0x7E, 0x81F3]
        static let placeEnds = Set(foldedScalars("省市州区盟"))
    }
}
