import ReportModel

/// A sheet of quotations with sources ready to cite, in Markdown (摘录单).
struct MarkdownSheet: PassageFormat {
    mutating func begin(_ header: ExportHeader) -> String {
        var text = "# \(Self.escape(header.name))\n\n"
        for field in header.fields {
            text += "- \(Self.escape(field.name)): \(Self.escape(field.value))\n"
        }
        return text + "\n"
    }

    mutating func write(_ item: ExportPassage, isNewReport: Bool) -> String {
        var text = ""
        if isNewReport { text += "## \(Self.escape(Self.head(item)))\n\n" }
        text += "> \(Self.escape(item.text))\n>\n> ——\(Self.escape(item.citation)) `\(item.id)`\n\n"
        return text
    }

    mutating func end() -> String { "" }

    static func head(_ item: ExportPassage) -> String { item.passage.report.title }

    /// Characters that would be markup get a backslash.
    static func escape(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            if "\\`*_[]<>#|".unicodeScalars.contains(scalar) { escaped += "\\" }
            escaped.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar)
        }
        return escaped
    }
}

/// The same sheet as the body of a Word document (WordprocessingML).
struct WordSheet: PassageFormat {
    mutating func begin(_ header: ExportHeader) -> String {
        var text = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>

            """
        text += Self.paragraph(header.name, style: "Title")
        for field in header.fields {
            text += Self.paragraph("\(field.name): \(field.value)", style: "Source")
        }
        return text
    }

    mutating func write(_ item: ExportPassage, isNewReport: Bool) -> String {
        (isNewReport ? Self.paragraph(MarkdownSheet.head(item), style: "Heading1") : "")
            + Self.paragraph(item.text, style: "Quote")
            + Self.paragraph("——\(item.citation)（\(item.id)）", style: "Source")
    }

    mutating func end() -> String {
        """
        <w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" \
        w:left="1440" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr></w:body></w:document>

        """
    }

    static func paragraph(_ text: String, style: String) -> String {
        "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/></w:pPr><w:r><w:t xml:space=\"preserve\">"
            + XMLText.escape(text) + "</w:t></w:r></w:p>\n"
    }
}

/// The parts of a Word document around its body (ECMA-376).
enum WordPackage {
    static func files(document: String, header: ExportHeader) -> [(name: String, text: String)] {
        let xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        let package = "http://schemas.openxmlformats.org/package/2006"
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
        return [
            (
                "[Content_Types].xml",
                xml + """
                    <Types xmlns="\(package)/content-types">\
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                    <Default Extension="xml" ContentType="application/xml"/>\
                    <Override PartName="/word/document.xml" ContentType="\(word).document.main+xml"/>\
                    <Override PartName="/word/styles.xml" ContentType="\(word).styles+xml"/>\
                    <Override PartName="/docProps/core.xml" \
                    ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
                    """
            ),
            (
                "_rels/.rels",
                xml + """
                    <Relationships xmlns="\(package)/relationships">\
                    <Relationship Id="rId1" Type="\(office)/officeDocument" Target="word/document.xml"/>\
                    <Relationship Id="rId2" Type="\(package)/relationships/metadata/core-properties" \
                    Target="docProps/core.xml"/></Relationships>
                    """
            ),
            (
                "word/_rels/document.xml.rels",
                xml + """
                    <Relationships xmlns="\(package)/relationships">\
                    <Relationship Id="rId1" Type="\(office)/styles" Target="styles.xml"/></Relationships>
                    """
            ),
            (
                "docProps/core.xml",
                xml + """
                    <cp:coreProperties xmlns:cp="\(package)/metadata/core-properties" \
                    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
                    <dc:title>\(XMLText.escape(header.name))</dc:title><dc:creator>zongjie</dc:creator>\
                    <dcterms:created xsi:type="dcterms:W3CDTF">\(header.made)</dcterms:created>\
                    </cp:coreProperties>
                    """
            ),
            ("word/styles.xml", xml + styles), ("word/document.xml", document),
        ]
    }

    private static let styles = """
        <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
        <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" \
        w:eastAsia="宋体"/><w:sz w:val="24"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>\
        </w:docDefaults>\
        \(style("Normal", "Normal", isDefault: true, paragraph: "", run: ""))\
        \(style("Title", "Title", paragraph: "<w:jc w:val=\"center\"/>", run: "<w:b/><w:sz w:val=\"36\"/>"))\
        \(style("Heading1", "heading 1", paragraph: "<w:keepNext/><w:outlineLvl w:val=\"0\"/>",
            run: "<w:b/><w:sz w:val=\"28\"/>"))\
        \(style("Quote", "Quote", paragraph: "<w:ind w:left=\"480\" w:right=\"480\"/>", run: ""))\
        \(style("Source", "Source", paragraph: "<w:jc w:val=\"right\"/>",
            run: "<w:color w:val=\"555555\"/><w:sz w:val=\"18\"/>"))\
        </w:styles>
        """

    private static func style(
        _ id: String, _ name: String, isDefault: Bool = false, paragraph: String, run: String
    ) -> String {
        "<w:style w:type=\"paragraph\"\(isDefault ? " w:default=\"1\"" : "") w:styleId=\"\(id)\">"
            + "<w:name w:val=\"\(name)\"/>"
            + (isDefault ? "" : "<w:basedOn w:val=\"Normal\"/>") + "<w:qFormat/>"
            + (paragraph.isEmpty ? "" : "<w:pPr>\(paragraph)</w:pPr>")
            + (run.isEmpty ? "" : "<w:rPr>\(run)</w:rPr>") + "</w:style>"
    }
}
