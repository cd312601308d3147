import ReportModel
import Segmentation

/// Verticalized text (VRT) for the Corpus Workbench and (No)Sketch Engine: a token a line with its folded
/// form, and `corpus`, `text`, `p` and `s` around them.
struct VerticalFormat: PassageFormat {
    private var isTextOpen = false

    mutating func begin(_ header: ExportHeader) -> String {
        Self.tag("corpus", header.fields.map { ($0.name, $0.value) })
    }

    mutating func write(_ item: ExportPassage, isNewReport: Bool) -> String {
        let passage = item.passage
        let report = passage.report
        var text = ""
        if isNewReport {
            if isTextOpen { text += "</text>\n" }
            isTextOpen = true
            text += Self.tag(
                "text",
                [
                    ("id", "t\(item.position)"), ("title", report.title),
                    ("unit", report.unit.name ?? ""), ("unit_type", report.unit.type.rawValue),
                    ("region", report.unit.region.joined(separator: " ")),
                    ("year", report.year.year.map(String.init) ?? ""),
                    ("year_basis", report.year.basis.rawValue), ("path", report.path),
                ])
        }
        text += Self.tag(
            "p",
            [
                ("id", item.id), ("line", String(passage.line)), ("kind", passage.kind.rawValue),
                ("year", passage.concernsYear.map(String.init) ?? ""),
                ("topics", passage.topics.map(\.rawValue).joined(separator: " ")),
            ])
        for sentence in item.sentences() {
            text += "<s>\n"
            for token in sentence.tokens {
                text += XMLText.escape(token.form) + "\t"
                text += XMLText.escape(Folding.standard.folded(token.form)) + "\n"
            }
            text += "</s>\n"
        }
        return text + "</p>\n"
    }

    mutating func end() -> String { (isTextOpen ? "</text>\n" : "") + "</corpus>\n" }

    private static func tag(_ name: String, _ attributes: [(String, String)]) -> String {
        "<" + name + attributes.map { " \($0)=\"\(XMLText.escape($1))\"" }.joined() + ">\n"
    }
}

/// CoNLL-U (Universal Dependencies): tokens without tags, for taggers and parsers to fill.
struct CoNLLUFormat: PassageFormat {
    private var header: [(name: String, value: String)] = []

    mutating func begin(_ header: ExportHeader) -> String {
        // Comments must stand above a sentence: the first passage takes them along.
        self.header = header.fields
        return ""
    }

    mutating func write(_ item: ExportPassage, isNewReport: Bool) -> String {
        var text = ""
        for (number, sentence) in item.sentences().enumerated() {
            for field in header { text += "# corpus_\(field.name) = \(Self.flat(field.value))\n" }
            header = []
            if number == 0 {
                if isNewReport { text += "# newdoc id = t\(item.position)\n" }
                text += "# newpar id = \(item.id)\n"
                text += "# source = \(Self.flat(item.passage.report.path)):\(item.passage.line)\n"
            }
            text += "# sent_id = \(item.id)-\(number + 1)\n"
            let joined = sentence.tokens.enumerated().map { place, token in
                token.form + (token.hasSpaceAfter && place + 1 < sentence.tokens.count ? " " : "")
            }.joined()
            text += "# text = \(joined)\n"
            for (place, token) in sentence.tokens.enumerated() {
                let isLast = place + 1 == sentence.tokens.count
                let misc = token.hasSpaceAfter && !isLast ? "_" : "SpaceAfter=No"
                text +=
                    "\(place + 1)\t\(token.form)\t_\t\(token.isWord ? "_" : "PUNCT")\t_\t_\t_\t_\t_\t\(misc)\n"
            }
            text += "\n"
        }
        return text
    }

    mutating func end() -> String { "" }

    private static func flat(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
    }
}
