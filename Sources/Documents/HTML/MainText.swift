/// Finds the part of a page that is its main text (正文提取), by where the sentences are.
///
/// From the page's body the search goes down into the child that holds the sentences, as long as the
/// other children together hold next to none. Text in links, and lines without the punctuation of
/// sentences (menus, dates, labels), count for little. So an article whose paragraphs are
/// brothers stays whole, and menus, related links and footers beside it are left out.
struct MainText {
    let tree: HTMLTree

    /// What counts for each node with all below it.
    private struct Measure {
        /// Characters of sentences outside links.
        var weight = 0.0
        /// Characters, and those of them in links.
        var length = 0
        var linked = 0
        var links = 0
    }

    private var measures: [Measure]
    /// The element that holds the main text.
    private(set) var root = 0
    /// Elements within it that are not part of it.
    private(set) var dropped: Set<Int> = []

    /// - Parameter isWhole: All of the page is its text: a spreadsheet saved as a page.
    init(_ tree: HTMLTree, isWhole: Bool = false) {
        self.tree = tree
        if isWhole {
            measures = []
            return
        }
        measures = Array(repeating: Measure(), count: tree.nodes.count)
        measure()
        descend()
        // Rows belong to their table.
        while ["tr", "tbody", "thead", "tfoot"].contains(tree.nodes[root].name) {
            root = tree.nodes[root].parent
        }
        prune(root)
    }

    /// Words in class, id or role that tell what is no article.
    private static let boilerplate = [
        "nav", "menu", "breadcrumb", "crumb", "footer", "foot", "copyright", "share", "pagination",
        "pager", "toolbar", "sidebar", "related", "recommend", "comment", "login", "search",
        "advert", "banner", "qrcode", "qr_container", "contentinfo", "print",
    ]

    private static func isBoilerplate(_ hints: String) -> Bool {
        guard !hints.isEmpty else { return false }
        return hints.split { !($0.isLetter || $0.isNumber || $0 == "_") }.contains { word in
            boilerplate.contains {
                word == $0 || word.hasPrefix($0 + "_") || word.hasSuffix("_" + $0)
            }
        }
    }

    /// Children come after their parents, so one pass from the end sums up everything.
    private mutating func measure() {
        var isLinked = [Bool](repeating: false, count: tree.nodes.count)
        for index in tree.nodes.indices.dropFirst() {
            let node = tree.nodes[index]
            isLinked[index] = node.name == "a" || isLinked[node.parent]
        }
        for index in tree.nodes.indices.reversed() {
            let node = tree.nodes[index]
            if node.name.isEmpty {
                var length = 0
                var hasSentence = false
                for scalar in node.text.unicodeScalars where !scalar.isBlank {
                    length += 1
                    if "，。；！？".unicodeScalars.contains(scalar) { hasSentence = true }
                }
                measures[index].length = length
                if isLinked[index] {
                    measures[index].linked = length
                } else {
                    measures[index].weight = hasSentence ? Double(length) : 0.2 * Double(length)
                }
            } else if node.name == "a" {
                measures[index].links += 1
            }
            guard index > 0 else { continue }
            measures[node.parent].weight += measures[index].weight
            measures[node.parent].length += measures[index].length
            measures[node.parent].linked += measures[index].linked
            measures[node.parent].links += measures[index].links
        }
    }

    private mutating func descend() {
        while true {
            let children = tree.nodes[root].children
            guard let best = children.max(by: { measures[$0].weight < measures[$1].weight }),
                Self.containers.contains(tree.nodes[best].name)
            else { return }
            let total = measures[root].weight
            let lost = total - measures[best].weight
            guard measures[best].weight > 0, lost <= max(min(60, 0.3 * total), 0.04 * total) else {
                return
            }
            root = best
        }
    }

    /// What may hold an article; a paragraph alone is none.
    private static let containers: Set<String> = [
        "html", "body", "div", "td", "th", "tr", "tbody", "table", "article", "section", "main",
        "form", "center", "font", "span", "dl", "dd", "ul", "li", "blockquote", "fieldset",
        "header",
    ]

    private mutating func prune(_ start: Int) {
        var open = [start]
        let whole = max(1, measures[start].length)
        while let index = open.popLast() {
            for child in tree.nodes[index].children where !tree.nodes[child].name.isEmpty {
                let node = tree.nodes[child]
                let measure = measures[child]
                let isSmall = measure.length * 5 < whole
                let isLinks =
                    measure.links >= 3 && measure.linked * 10 > measure.length * 6
                    && node.name != "p"
                if isSmall, isLinks || Self.isBoilerplate(node.hints) {
                    dropped.insert(child)
                } else {
                    open.append(child)
                }
            }
        }
    }

    /// The heading that stands before the main text and says what the page's title says.
    func heading() -> String? {
        let title = Self.squeezed(tree.title)
        guard title.unicodeScalars.count >= 4 else { return nil }
        for index in tree.nodes.indices where index < root {
            let node = tree.nodes[index]
            let isHeading =
                ["h1", "h2", "h3"].contains(node.name) || node.hints.contains("title")
            guard isHeading, measures[index].length >= 4, measures[index].length < 120,
                !isWithinRoot(index)
            else { continue }
            let text = tree.text(index)
            let words = Self.squeezed(text)
            if title.contains(words) || words.contains(title) { return text.joinedLines() }
        }
        return nil
    }

    private func isWithinRoot(_ index: Int) -> Bool {
        var node = index
        while node != 0 {
            if node == root { return true }
            node = tree.nodes[node].parent
        }
        return root == 0
    }

    static func squeezed(_ text: String) -> String {
        var result = ""
        result.unicodeScalars.append(contentsOf: text.unicodeScalars.filter { !$0.isBlank })
        return result
    }
}
