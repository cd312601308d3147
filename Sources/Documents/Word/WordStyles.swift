/// The paragraph styles of a Word document (样式), as far as they bear on structure.
struct WordStyles {
    struct Style {
        var name = ""
        var basedOn: String?
        /// 0 to 8 for headings, 9 for body text.
        var outline: Int?
        var list: String?
        var listLevel: Int?
        var isBold: Bool?
        var isHidden: Bool?
    }

    private(set) var styles: [String: Style] = [:]
    /// The style of paragraphs that name none.
    private(set) var standard: String?

    init() {}

    /// The first value that `property` finds along the chain of base styles.
    private func inherited<Value>(_ id: String?, _ property: (Style) -> Value?) -> Value? {
        var next = id ?? standard
        // Styles may be based on each other in a circle.
        for _ in 0..<32 {
            guard let id = next, let style = styles[id] else { return nil }
            if let value = property(style) { return value }
            next = style.basedOn
        }
        return nil
    }

    /// The heading level from 1 of a style; `nil` for body text.
    func level(of id: String?) -> Int? {
        let outline = inherited(id) { style in
            style.outline ?? Self.headingLevel(inName: style.name)
        }
        return outline.flatMap { (0..<9).contains($0) ? $0 + 1 : nil }
    }

    /// The list of a style, the level it asks for, and the style that has the list.
    func list(of id: String?) -> (instance: String, level: Int?, style: String)? {
        var next = id ?? standard
        var level: Int?
        for _ in 0..<32 {
            guard let id = next, let style = styles[id] else { return nil }
            level = level ?? style.listLevel
            if let list = style.list { return (list, level, id) }
            next = style.basedOn
        }
        return nil
    }

    /// Whether text in a paragraph's style is bold, and whether it is hidden.
    func isBold(_ id: String?) -> Bool { inherited(id) { $0.isBold } ?? false }
    func isHidden(_ id: String?) -> Bool { inherited(id) { $0.isHidden } ?? false }

    /// The same for a style of characters.
    func isBold(character id: String?) -> Bool { id != nil && isBold(id) }
    func isHidden(character id: String?) -> Bool { id != nil && isHidden(id) }

    /// Whether the style is an entry of a table of contents, or its title.
    func isContents(_ id: String?) -> Bool {
        guard let name = id.flatMap({ styles[$0]?.name.lowercased() }) else { return false }
        return name.hasPrefix("toc ") || name == "table of figures"
    }

    /// Built-in headings carry their level in their name, even where the outline level is missing.
    private static func headingLevel(inName name: String) -> Int? {
        let lowered = name.lowercased()
        for prefix in ["heading ", "标题 "] where lowered.hasPrefix(prefix) {
            return Int(lowered.dropFirst(prefix.count)).map { $0 - 1 }
        }
        return nil
    }

    /// Reads styles.xml event by event.
    struct Parser {
        private(set) var styles = WordStyles()
        private var id: String?
        private var inChange = 0

        mutating func take(_ event: MarkupEvent) {
            switch event {
            case .start(let name, let attributes):
                if inChange > 0 || name == "w:pPrChange" { inChange += 1 }
                if inChange == 0 { start(name, attributes) }
            case .end(let name):
                if inChange > 0 { inChange -= 1 }
                if name == "w:style" { id = nil }
            case .text: break
            }
        }

        private mutating func start(_ name: String, _ attributes: MarkupAttributes) {
            let value = attributes["w:val"]
            if name == "w:style" {
                // Character styles may be bold.
                let type = attributes["w:type"] ?? "paragraph"
                guard type == "paragraph" || type == "character" else { return }
                id = attributes["w:styleId"]
                if let id { styles.styles[id] = Style() }
                let isDefault = attributes["w:default"] == "1" || attributes["w:default"] == "true"
                if isDefault, type == "paragraph" {
                    styles.standard = id
                }
                return
            }
            guard let id else { return }
            let number = value.flatMap { Int($0) }
            switch name {
            case "w:name": styles.styles[id]?.name = value ?? ""
            case "w:basedOn": styles.styles[id]?.basedOn = value
            case "w:outlineLvl": styles.styles[id]?.outline = number
            case "w:numId": styles.styles[id]?.list = value
            case "w:b": styles.styles[id]?.isBold = WordToggle.isOn(value)
            case "w:vanish": styles.styles[id]?.isHidden = WordToggle.isOn(value)
            case "w:ilvl": styles.styles[id]?.listLevel = number
            default: break
            }
        }
    }
}
