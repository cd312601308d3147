/// A page as elements and texts (网页结构), without what is never text: scripts, styles, controls.
struct HTMLTree {
    struct Node {
        /// The element's name; empty for text.
        var name = ""
        var text = ""
        var parent = 0
        var children: [Int] = []
        /// Class, id and role, in lower case.
        var hints = ""
        var isBold = false
        /// The font, when it draws symbols.
        var font: String?
        /// The number of a list item, as Word writes it into the text.
        var isListNumber = false
        /// Start of an ordered list, or the value of one item.
        var number: Int?
        /// A list numbered otherwise than in digits.
        var format: String?
        /// How many columns and rows a cell goes over.
        var columns = 1
        var rows = 1
    }

    /// The root is at 0.
    private(set) var nodes = [Node(name: "html")]
    private(set) var title = ""
    private var path = [0]
    private var skipped = 0
    private var isTitle = false

    init() {}

    /// What is not text, or not shown.
    private static let left: Set<String> = [
        "script", "style", "noscript", "iframe", "template", "svg", "canvas", "object", "embed",
        "select", "button", "textarea", "nav", "footer", "aside", "del", "audio", "video", "map",
        "xml", "rt", "rp",
    ]

    /// Elements without an end.
    private static let void: Set<String> = [
        "br", "hr", "img", "input", "meta", "link", "area", "base", "col", "wbr", "param",
    ]

    mutating func take(_ event: MarkupEvent) {
        switch event {
        case .start(let name, let attributes): start(name, attributes)
        case .end(let name):
            if skipped > 0 {
                skipped -= 1
            } else if name == "title" {
                isTitle = false
            } else if nodes[path[path.count - 1]].name == name, path.count > 1 {
                path.removeLast()
            }
        case .text(let text):
            if isTitle {
                title += text
            } else if skipped == 0 {
                add(Node(text: text))
            }
        }
    }

    private mutating func start(_ name: String, _ attributes: MarkupAttributes) {
        let style = Array((attributes["style"] ?? "").utf8.filter { $0 != 0x20 })
        let hides =
            Self.left.contains(name) || attributes["hidden"] != nil
            || FileKind.contains(style, "display:none") || FileKind.contains(style, "mso-hide:all")
        if skipped > 0 || hides {
            skipped += 1
            return
        }
        if name == "title" {
            isTitle = true
            return
        }
        var node = Node(name: name)
        node.hints = ["class", "id", "role"].compactMap { attributes[$0]?.lowercased() }
            .joined(separator: " ")
        node.isBold = name == "b" || name == "strong" || Self.isBold(attributes["style"] ?? "")
        node.isListNumber = FileKind.contains(style, "mso-list:ignore")
        node.font = Self.symbolFont(attributes)
        if name == "ol" || name == "li" {
            node.number = (attributes["start"] ?? attributes["value"]).flatMap { Int($0) }
            node.format = attributes["type"]
        }
        if name == "td" || name == "th" {
            node.columns = Self.count(attributes["colspan"], DocumentFlow.columnLimit)
            node.rows = Self.count(attributes["rowspan"], 10_000)
        }
        let index = add(node)
        if !Self.void.contains(name) { path.append(index) }
    }

    private static func count(_ text: String?, _ limit: Int) -> Int {
        max(1, min(text.flatMap { Int($0.trimmed()) } ?? 1, limit))
    }

    private static func symbolFont(_ attributes: MarkupAttributes) -> String? {
        var names = [attributes["face"]]
        for property in (attributes["style"] ?? "").split(separator: ";") {
            let pair = property.split(separator: ":", maxSplits: 1)
            if pair.count == 2, pair[0].lowercased().filter({ $0 != " " }) == "font-family" {
                names.append(pair[1].split(separator: ",").first.map { String($0) })
            }
        }
        return names.compactMap { $0 }.first { SymbolFonts.standard.isSymbolic($0) }
    }

    private static func isBold(_ style: String) -> Bool {
        let style = Array(style.utf8.filter { $0 != 0x20 })
        return ["font-weight:bold", "font-weight:700", "font-weight:800", "font-weight:900"]
            .contains { FileKind.contains(style, $0) }
    }

    @discardableResult
    private mutating func add(_ node: Node) -> Int {
        let parent = path[path.count - 1]
        let index = nodes.count
        nodes.append(node)
        nodes[index].parent = parent
        nodes[parent].children.append(index)
        return index
    }

    /// All text of an element.
    func text(_ index: Int) -> String {
        nodes[index].children.reduce(nodes[index].text) { $0 + text($1) }
    }
}
