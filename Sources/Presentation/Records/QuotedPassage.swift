import ReportIndex
import ReportModel
import ReportQuery

/// A paragraph of a report that is read, or a part of one (引用的段落).
package struct QuotedPassage: Sendable {
    let passage: Passage
    let excerpt: Excerpt

    /// - Parameter range: the part of the text, in scalars.
    package init(_ passage: Passage, _ range: Range<Int>) {
        self.passage = passage
        excerpt = Excerpt(passage.text, range)
    }
}

/// A place where a quotation stands, with its passage (引文所在).
package struct QuotedPlace: Sendable {
    let place: QuotePlace
    let passage: Passage
    let excerpt: Excerpt

    /// - Parameter most: scalars of text at most: the words that were found, and what stands around them.
    package init(_ place: QuotePlace, in passage: Passage, most: Int) {
        self.place = place
        self.passage = passage
        let text = place.isBeforeCleaning ? passage.raw ?? passage.text : passage.text
        let around = max(0, most - place.range.count) / 2
        let start = max(0, place.range.lowerBound - around)
        excerpt = Excerpt(text, start..<start + max(most, 1))
    }
}

extension Records {
    /// A paragraph of a report as an assistant reads it.
    package static let quotedPassage = RecordType<QuotedPassage>(
        "quoted-passage", "给助手读的一段", "a paragraph of a report, for an assistant",
        [.integer("line", "行", "行号", "line of the file") { $0.passage.line }]
            + citation.fields(named: ["hash", "recognised"]) { Citation($0.passage) }
            + passage.fields(named: ["role", "heading_level", "kind", "concerns_year"]) {
                $0.passage
            } + excerpt.fields { $0.excerpt })

    /// The report of what is read.
    package static let quotedReport = RecordType<ReportSummary>(
        "quoted-report", "所读的报告", "the report that is read, for an assistant",
        [
            .text("path", "文件", "读入时给出的路径", "the path as given to ingest") { $0.path },
            .integer("first_line", "首行", "首行", "its first line") { $0.firstLine },
            .integer("last_line", "末行", "末行", "its last line") { $0.lastLine },
            .text("title", "标题", "标题", "its title") { $0.title },
            .text("unit", "单位", "报告单位；未写明为 null", "who reports; null when not named") {
                $0.unit.name
            },
            .text(
                "year", "报告年份", "报告年份，推断的前有 ≈，可为时段；不明为 null",
                "the report's year, with ≈ when inferred, or a span; null when unknown"
            ) { Naming.knownYear($0.year) },
            .text("period", "时段", "全年、上半年 …", "the period it covers: 全年, 上半年 …") { $0.period },
        ])

    /// A place where a quotation stands.
    package static let quotedPlace = RecordType<QuotedPlace>(
        "quoted-place", "引文所在的一处", "a place where a quotation stands",
        citation.fields { Citation($0.passage) } + [
            .text(
                "match", "相符", "exact 逐字相同，alike 只在 differs 所列方面不同",
                "exact: every character is the same; alike: it differs as told in differs"
            ) { $0.place.differences.isEmpty ? "exact" : "alike" },
            .texts(
                "differs", "差异", "white-space 空白，width 全半角，letter-case 大小写，characters 繁简或形近",
                "white-space, width, letter-case, or characters (traditional, look-alikes)"
            ) { place in
                QuoteDifference.allCases.filter { place.place.differences.contains($0) }
                    .map(\.rawValue)
            },
            .flag(
                "before_cleaning", "清洗前", leftOut: true, "只在清洗前的原文中如此",
                "it stands so only in the line before cleaning"
            ) { $0.place.isBeforeCleaning },
            .integers("at", "位置", "引文在该段中的起止，按字符计", "from and to, in characters of the passage") {
                [$0.place.range.lowerBound, $0.place.range.upperBound]
            },
            .integer(
                "further_paragraphs", "续段", leftOut: true, "引文延续到其后几段",
                "paragraphs it goes on into"
            ) { $0.place.further == 0 ? nil : $0.place.further },
        ] + excerpt.fields { $0.excerpt })
}
