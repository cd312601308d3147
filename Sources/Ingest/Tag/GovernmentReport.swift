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
    private struct Header {
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
            let scalars = text.scalars
            guard !scalars.isEmpty else { return }
            let isShort = scalars.count <= 60
            let namesReport = contains(Words.governmentReport)
            if namesReport, isTitle || isShort && isReportsName() { isGovernmentReport = true }
            if isTitle, contains(Words.government), contains(Words.workReport) {
                isGovernmentReport = true
            }
            let speaks = contains(Words.speaker)
            let reports = contains(Words.request) || contains(Words.reporting)
            if speaks, reports { isGovernmentReport = true }
            let isHeader = isShort || speaks || contains(Words.congress)
            guard isHeader, scalars.count <= 300 else { return }
            if contains(Words.national), isShort || speaks { isNational = true }
            if contains(Words.speaker) { readLevel() }
            readPlace(number)
            if isShort { readDates(number, isTitle: isTitle || namesReport) }
        }

        /// Whether 政府工作报告 ends the line but for brackets and dashes.
        private func isReportsName() -> Bool {
            guard let word = Words.governmentReport.first, let start = find(word) else {
                return false
            }
            guard let next = text.scalars[(start + word.count)...].first else { return true }
            return next == 0x28 || next == 0x300B || Words.dashes.contains(next)
        }

        private func contains(_ words: [[UInt32]]) -> Bool {
            words.contains { find($0) != nil }
        }

        private func find(_ word: [UInt32]) -> Int? {
            let scalars = text.scalars
            guard scalars.count >= word.count else { return nil }
            for start in 0...(scalars.count - word.count)
            where scalars[start] == word[0] && scalars[start...].starts(with: word) {
                return start
            }
            return nil
        }

        private mutating func readLevel() {
            for (word, level) in Words.levels where level != .unknown {
                if find(word) != nil { self.level = level }
            }
        }

        /// A place's name before 人民政府, 第N届, 人大, 市长 and the like, or opening the line.
        private mutating func readPlace(_ line: Int) {
            guard place == nil else { return }
            let scalars = text.scalars
            var start = 0
            while start < scalars.count {
                if let known = gazetteer.name(from: start, in: scalars), fits(known) {
                    let year = date?.year ?? titleYear
                    let candidates = known.places.filter { $0.isInForce(year) }
                    let all = candidates.isEmpty ? known.places : candidates
                    place = all.min {
                        $0.code % 100 == 0 && $1.code % 100 != 0
                            || $0.code < $1.code && ($0.code % 100 == 0) == ($1.code % 100 == 0)
                    }
                    placeLine = line
                    placeQuote = text.quote(known.range, context: 4)
                    return
                }
                start += 1
            }
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
                let scalars = text.scalars
                for index in scalars.indices where Words.placeEnds.contains(scalars[index]) {
                    guard let known = gazetteer.name(endingAt: index + 1, in: scalars),
                        let place = known.places.first(where: { $0.code % 100 == 0 })
                    else { continue }
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

    /// Words of the first lines of such reports.
    private enum Words {
        static let governmentReport = ["政府工作报告", "政府》工作报告"].map(foldedScalars)
        static let speaker = [
            "代表国务院", "代表市人民政府", "代表省人民政府", "代表自治区人民政府", "代表州人民政府", "代表市政府", "代表省政府",
            "代表县人民政府", "代表区人民政府", "人民政府向大会", "人民政府,向大会", "代表自治区政府", "代表州政府", "代表盟行署",
            "代表行署", "代表政府",
        ].map(foldedScalars)
        static let government = ["人民政府"].map(foldedScalars)
        static let workReport = ["工作报告"].map(foldedScalars)
        static let request = ["请予审议", "请审议", "请予审查", "请各位代表", "请大会审议", "一并审议"].map(foldedScalars)
        static let reporting = ["报告工作", "报告政府工作", "作报告", "工作报告", "作政府工作报告"].map(foldedScalars)
        static let congress = ["人民代表大会", "人大"].map(foldedScalars)
        static let national = ["全国人民代表大会", "国务院总理", "代表国务院", "国务院政府工作报告"].map(foldedScalars)
        static let levels: [([UInt32], AdminLevel)] = [
            (foldedScalars("代表省"), .province), (foldedScalars("代表自治区"), .province),
            (foldedScalars("代表市"), .city), (foldedScalars("代表州"), .city),
            (foldedScalars("代表县"), .county), (foldedScalars("代表区"), .county),
        ]
        static let afterPlace = [
            "第", "人民政府", "政府", "市长", "代市长", "省长", "代省长", "州长", "代州长", "主席", "代主席", "人大", "人民代表大会",
            "国民经济", "委员会", "届", "盟长", "专员", "县长", "区长", "九五", "十五", "副市长", "副省长",
        ].map(foldedScalars)
        static let far = ["远景", "规划", "目标"].map(foldedScalars)
        static let dashes: Set<UInt32> = [0x2D, 0x2014, 0x2013, 0x7E, 0x81F3]
        static let placeEnds = Set(foldedScalars("省市州区盟"))
    }
}
