import ReportModel

/// TEI P5: a `teiCorpus` with a `TEI` a report, paragraphs and sentences marked, kinds and topics as
/// categories that paragraphs point to with `ana`.
struct TEIFormat: PassageFormat {
    private var isTextOpen = false

    mutating func begin(_ header: ExportHeader) -> String {
        let notes = header.fields.map {
            "<item>\(XMLText.escape("\($0.name): \($0.value)"))</item>"
        }
        let date = String(header.made.prefix(10))
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <teiCorpus xmlns="http://www.tei-c.org/ns/1.0">
            <teiHeader xml:lang="zh">
            <fileDesc>
            <titleStmt><title>\(XMLText.escape(header.name))</title></titleStmt>
            <extent><measure unit="passages" quantity="\(header.value("passages"))"/></extent>
            <publicationStmt><publisher>zongjie</publisher><date when="\(date)">\(date)</date>\
            <availability><p>由数据所有者填写 (to be filled in by the owner).</p></availability></publicationStmt>
            <sourceDesc><p>各报告的来源见其 teiHeader (each report names its source).</p></sourceDesc>
            </fileDesc>
            <encodingDesc>
            <projectDesc><p><list>\(notes.joined())</list></p></projectDesc>
            <classDecl>
            \(Self.taxonomy("kind", Kind.allCases.map { ($0.rawValue, $0.chineseName) }))
            \(Self.taxonomy("topic", Topic.allCases.map { ($0.rawValue, $0.chineseName) }))
            </classDecl>
            </encodingDesc>
            <profileDesc><langUsage><language ident="zh">中文</language></langUsage></profileDesc>
            </teiHeader>

            """
    }

    private static func taxonomy(_ name: String, _ categories: [(id: String, name: String)])
        -> String
    {
        let all = categories.map {
            "<category xml:id=\"\(name).\($0.id)\"><catDesc>\($0.name)</catDesc></category>"
        }
        return "<taxonomy xml:id=\"\(name)\">\(all.joined())</taxonomy>"
    }

    mutating func write(_ item: ExportPassage, isNewReport: Bool) -> String {
        var text = ""
        if isNewReport {
            text += isTextOpen ? Self.close : ""
            isTextOpen = true
            text += open(item)
        }
        let ana =
            (["#kind.\(item.passage.kind.rawValue)"]
            + item.passage.topics.map { "#topic.\($0.rawValue)" }).joined(separator: " ")
        text += "<p xml:id=\"\(item.id)\" n=\"\(item.passage.line)\" ana=\"\(ana)\">"
        let sentences = item.sentences()
        for sentence in sentences { text += "<s>\(XMLText.escape(sentence.text))</s>" }
        if sentences.isEmpty { text += XMLText.escape(item.text) }
        return text + "</p>\n"
    }

    private static let close = "</body></text></TEI>\n"

    private func open(_ item: ExportPassage) -> String {
        let report = item.passage.report
        let unit = report.unit.name.map {
            "<author><orgName>\(XMLText.escape($0))</orgName></author>"
        }
        let date: String
        if let year = report.year.year, (1...9999).contains(year) {
            let padded = String(repeating: "0", count: 4 - String(year).count) + String(year)
            let certainty = report.year.basis == .inferred ? " cert=\"medium\"" : ""
            date = "<creation><date when=\"\(padded)\"\(certainty)>\(year)</date></creation>"
        } else {
            date = "<creation><date>年份不详</date></creation>"
        }
        let path = XMLText.escape(report.path)
        return """
            <TEI xml:id="t\(item.position)">
            <teiHeader>
            <fileDesc>
            <titleStmt><title>\(XMLText.escape(report.title))</title>\(unit ?? "")</titleStmt>
            <publicationStmt><p>见语料库的 teiHeader。</p></publicationStmt>
            <sourceDesc><bibl><title>\(XMLText.escape(report.title))</title> <idno type="path">\(path)</idno> \
            <idno type="hash">\(item.frozen.sourceHash)</idno></bibl></sourceDesc>
            </fileDesc>
            <profileDesc>\(date)</profileDesc>
            </teiHeader>
            <text><body>

            """
    }

    mutating func end() -> String { (isTextOpen ? Self.close : "") + "</teiCorpus>\n" }
}
