/// Follows an OpenDocument text from element to element and puts it into lines (正文).
struct ODTBody {
    var lists: ODTLists
    var flow = DocumentFlow()

    private struct List {
        var style: String
        var override: String?
        var start: Int?
        /// The item's first paragraph, which has the number, is still to come.
        var isFresh = false
        var isHeader = false
    }

    private struct Paragraph {
        var number = ""
        var level: Int?
    }

    private var open: [List] = []
    private var paragraphs: [Paragraph] = []
    private var skipped = 0
    private var isBody = false
    /// Whether text is bold, for each open paragraph and span.
    private var isBold: [Bool] = []
    /// The symbol font of each.
    private var fonts: [String?] = []
    private var isInHidden = false
    private var notes = 0
    /// Lists do not go on into notes and boxes.
    private var outerLists: [[List]] = []

    init(lists: ODTLists) { self.lists = lists }

    mutating func take(_ event: MarkupEvent) {
        if flow.isFull || flow.isTooDeep { return }
        switch event {
        case .start(let name, let attributes):
            if skipped > 0 || Self.left.contains(name) || isHidden(name, attributes)
                || isHiddenRow(name, attributes)
            {
                if skipped == 0 {
                    isInHidden = isHidden(name, attributes) || isHiddenRow(name, attributes)
                }
                skipped += 1
            } else if isBody {
                start(name, attributes)
            } else {
                isBody = name == "office:text"
                lists.define(name, attributes)
            }
        case .end(let name):
            if skipped > 0 {
                skipped -= 1
            } else if isBody {
                end(name)
            }
        case .text(let text):
            if skipped > 0, isInHidden {
                flow.hiddenCount += text.unicodeScalars.count { !$0.isBlank }
            }
            guard skipped == 0, !paragraphs.isEmpty else { return }
            flow.isBold = isBold.last == true
            flow.append(text.collapsed(), font: fonts.last ?? nil)
        }
    }

    /// Elements whose content is not part of the text as accepted and printed.
    private static let left: Set<String> = [
        "text:tracked-changes", "office:annotation", "text:note-citation", "text:ruby-text",
        "text:table-of-content", "text:illustration-index", "text:table-index",
        "text:object-index", "text:user-index", "text:alphabetical-index", "text:bibliography",
        "svg:title", "svg:desc", "office:binary-data", "office:forms", "text:sequence-decls",
        "text:variable-decls", "text:user-field-decls", "office:event-listeners",
    ]

    private mutating func start(_ name: String, _ attributes: MarkupAttributes) {
        switch name {
        case "text:p", "text:h": beginParagraph(name, attributes)
        case "text:span":
            isBold.append(isBold.last == true || isBold(attributes))
            fonts.append(font(attributes) ?? fonts.last ?? nil)
        case "text:list": beginList(attributes)
        case "text:list-item", "text:list-header":
            guard !open.isEmpty else { return }
            let top = open.count - 1
            open[top].isFresh = true
            open[top].isHeader = name == "text:list-header"
            open[top].override = attributes["text:style-override"]
            open[top].start = attributes["text:start-value"].flatMap { Int($0) }
        case "text:note":
            notes += 1
            let kind = attributes["text:note-class"] == "endnote" ? "endnote" : "footnote"
            beginAside("\(kind) \(notes)")
        case "draw:text-box", "draw:custom-shape", "draw:rect", "draw:ellipse":
            beginAside("text box")
        default: flow.beginShared(name, attributes)
        }
    }

    private mutating func end(_ name: String) {
        switch name {
        case "text:p", "text:h":
            _ = isBold.popLast()
            _ = fonts.popLast()
            guard let paragraph = paragraphs.popLast() else { return }
            flow.endParagraph(number: paragraph.number, styleLevel: paragraph.level)
        case "text:span":
            _ = isBold.popLast()
            _ = fonts.popLast()
        case "text:list": _ = open.popLast()
        case "text:note", "draw:text-box", "draw:custom-shape", "draw:rect", "draw:ellipse":
            flow.endAside()
            open = outerLists.popLast() ?? []
        case "table:table": flow.endTable()
        case "table:table-row": flow.endRow()
        case "table:table-cell", "table:covered-table-cell": flow.endCell()
        case "office:text": isBody = false
        default: break
        }
    }

    private func isHidden(_ name: String, _ attributes: MarkupAttributes) -> Bool {
        name == "text:span"
            && attributes["text:style-name"].map { lists.hiddenStyles.contains($0) } ?? false
    }

    /// A row of a table that is folded away or filtered out.
    private func isHiddenRow(_ name: String, _ attributes: MarkupAttributes) -> Bool {
        guard name == "table:table-row" || name == "table:table-row-group" else { return false }
        return ["collapse", "filter"].contains(attributes["table:visibility"])
            || attributes["table:display"] == "false"
    }

    private func font(_ attributes: MarkupAttributes) -> String? {
        attributes["text:style-name"].flatMap { lists.symbolFonts[$0] }
    }

    private func isBold(_ attributes: MarkupAttributes) -> Bool {
        attributes["text:style-name"].map { lists.boldStyles.contains($0) } ?? false
    }

    private mutating func beginAside(_ name: String) {
        flow.beginAside(name)
        outerLists.append(open)
        open = []
    }

    private mutating func beginList(_ attributes: MarkupAttributes) {
        let style = attributes["text:style-name"] ?? open.last?.style ?? ""
        let goesOn =
            attributes["text:continue-numbering"] == "true"
            || attributes["text:continue-list"] != nil
        if open.isEmpty, !goesOn { lists.restart(style) }
        open.append(List(style: style))
    }

    private mutating func beginParagraph(_ name: String, _ attributes: MarkupAttributes) {
        flow.beginParagraph()
        isBold.append(isBold(attributes))
        fonts.append(font(attributes))
        var paragraph = Paragraph()
        if name == "text:h" {
            let level = attributes["text:outline-level"].flatMap { Int($0) } ?? 1
            paragraph.level = max(1, min(9, level))
            if open.isEmpty, attributes["text:is-list-header"] != "true" {
                paragraph.number = lists.next(
                    ODTLists.outline, override: nil, level: max(1, min(9, level)) - 1, start: nil)
            }
        }
        let top = open.count - 1
        if top >= 0, open[top].isFresh {
            open[top].isFresh = false
            if !open[top].isHeader {
                // The innermost list has the style, the outermost the counters.
                paragraph.number = lists.next(
                    open[0].style,
                    override: open[top].override
                        ?? (open[top].style == open[0].style ? nil : open[top].style),
                    level: top, start: open[top].start)
            }
        }
        paragraphs.append(paragraph)
    }
}
