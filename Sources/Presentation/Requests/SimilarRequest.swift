import ReportIndex
import ReportModel
import ReportQuery

/// A text that comparable passages are looked for (比对对象).
package struct SimilarSubject: Sendable {
    package let text: String
    /// Where it stands, as people read it.
    package let name: String?
    /// What it is, where that is known: a plan is set beside plans.
    package let kind: Kind?

    package init(text: String, name: String? = nil, kind: Kind? = nil) {
        self.text = text
        self.name = name
        self.kind = kind
    }
}

/// Comparable passages with what they are compared with (可比段落).
package struct SimilarAnswer: Sendable {
    package let subject: SimilarSubject
    package let hits: [SimilarHit]
    /// What else is to be told: why the model was not asked.
    package var notes: [String] = []
}

/// What `similar` is asked (可比请求): by id, by `PATH:LINE`, or by a text.
package struct SimilarRequest: FilteredRequest {
    package var id: Int?
    package var at: String?
    package var text: String?
    /// Passages whose reports are left out, as `PATH:LINE`.
    package var except: [String] = []
    /// Whether all reports of the same unit are left out.
    package var otherUnits = false
    package var filters = FilterRequest()
    package var limit = 10
    package var context = 0
    package var listsCopies = false

    package init() {}

    package static var fields: [RequestField<SimilarRequest>] {
        [
            .optionalNumber("id", "段落编号", "a passage's id", in: 0...Int.max, \.id),
            .optionalText("at", "路径:行号", "a passage at PATH:LINE", \.at),
            .optionalText("text", "任意文字", "any text", \.text),
            .texts("except", "不看该段所在的报告", "leave out the report that holds PATH:LINE", \.except),
            .flag("other-units", "只看别的单位", "leave out all reports of the same unit", \.otherUnits),
        ] + filterFields + [
            .number("limit", "条数", "hits", in: NumberRange.rows, \.limit),
            .number(
                "context", "命中句前后的句数", "sentences around the one that matches",
                in: NumberRange.sentences, \.context),
            .flag("no-fold", "副本逐一列出", "list copies one by one", \.listsCopies),
        ]
    }

    package func check() throws(ReportError) { try refuseNoise() }

    /// Comparable passages for what the request names.
    ///
    /// - Throws: `ReportError` when a passage is not there, and what the engine throws.
    package func answer(using engine: SimilarEngine, in reading: IndexReading) throws
        -> SimilarAnswer
    {
        var reports = try exceptedReports(in: reading)
        let subject: SimilarSubject
        if let text {
            subject = SimilarSubject(text: text)
        } else {
            let found = try Self.passage(at ?? id.map(String.init) ?? "", reading)
            reports.insert(found.report.id)
            subject = SimilarSubject(
                text: found.text,
                name: "\(Naming.head(found.report))  \(found.report.path):\(found.line)",
                kind: found.kind)
        }
        return try answer(to: subject, except: reports, using: engine, in: reading)
    }

    /// Comparable passages for a paragraph of a draft.
    package func answer(
        to subject: SimilarSubject, except reports: Set<Int64> = [],
        using engine: SimilarEngine, in reading: IndexReading
    ) throws -> SimilarAnswer {
        var options = SimilarOptions()
        options.limit = limit
        options.filter = try filters.filter
        options.exceptReports = reports
        options.otherUnitsOnly = otherUnits
        options.foldsCopies = !listsCopies
        options.kind = subject.kind
        var notes: [String] = []
        let hits = try engine.similar(to: subject.text, options, in: reading, noting: &notes)
        return SimilarAnswer(subject: subject, hits: hits, notes: notes)
    }

    /// The reports of the excepted passages.
    package func exceptedReports(in reading: IndexReading) throws -> Set<Int64> {
        Set(try except.map { try Self.passage($0, reading).report.id })
    }

    static func passage(_ name: String, _ reading: IndexReading) throws -> Passage {
        guard let found = try reading.passage(named: name) else {
            throw PassageRequest.missing(name)
        }
        return found
    }
}
