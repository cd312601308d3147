/// The paragraph styles of rich text (样式表), as far as they bear on structure.
struct RTFStyles {
    /// Outline levels from 0, and the styles that styles are based on, by number.
    var levels: [Int: Int] = [:]
    var bases: [Int: Int] = [:]
    /// Styles of entries in tables of contents.
    private(set) var contents: Set<Int> = []
    /// The name of the style that is being defined.
    var name = ""

    /// The level of a style or of one it is based on.
    func level(_ style: Int) -> Int? {
        var next = style
        for _ in 0..<32 {
            if let level = levels[next] { return level }
            guard let base = bases[next], base != next else { return nil }
            next = base
        }
        return nil
    }

    /// Takes what the name of the style `style` says.
    mutating func endStyle(_ style: Int) {
        let name = name.lowercased().trimmed()
        self.name = ""
        if name.hasPrefix("toc ") { contents.insert(style) }
        if name.hasPrefix("heading "), let level = Int(name.dropFirst(8).prefix { $0 != ";" }) {
            levels[style] = levels[style] ?? level - 1
        }
    }
}
