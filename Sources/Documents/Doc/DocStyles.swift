/// The paragraph styles of a Word 97-2003 file (样式表; MS-DOC 2.9.271).
struct DocStyles {
    private struct Style {
        /// The built-in style's number: 1 to 9 headings, 19 to 27 entries of contents.
        var builtIn: Int
        var base: Int
        var properties: DocProperties
    }

    private var styles: [Int: Style] = [:]

    init(table: ByteReader, place: Int, length: Int) {
        let end = min(table.count, place + length)
        let count = table.word(place + 2)
        let baseSize = table.word(place + 4)
        var position = place + 2 + table.word(place)
        for number in 0..<min(count, 4_096) where position + 2 <= end {
            let size = table.word(position)
            if size >= 10 { read(number, table, position + 2, size: size, baseSize: baseSize) }
            position += 2 + size
        }
    }

    private mutating func read(
        _ number: Int, _ table: ByteReader, _ place: Int, size: Int, baseSize: Int
    ) {
        let kind = table.word(place + 2)
        // 1 are paragraph styles.
        guard kind & 0xF == 1 else { return }
        var style = Style(
            builtIn: table.word(place) & 0xFFF, base: kind >> 4, properties: DocProperties())
        let nameLength = table.word(place + baseSize)
        // After the name and its zero come the paragraph's properties, at an even place.
        var position = baseSize + 2 + 2 * nameLength + 2
        if position % 2 == 1 { position += 1 }
        let length = table.word(place + position)
        if length > 2, position + 2 + length <= size {
            style.properties.apply(table, from: place + position + 4, length: length - 2)
        }
        styles[number] = style
    }

    private func inherited<Value>(_ number: Int, _ property: (Style) -> Value?) -> Value? {
        var next = number
        for _ in 0..<32 {
            guard let style = styles[next] else { return nil }
            if let value = property(style) { return value }
            next = style.base
        }
        return nil
    }

    /// The heading level from 0; 9 or `nil` for text.
    func outline(_ number: Int) -> Int? {
        inherited(number) { style in
            style.properties.outline
                ?? ((1...9).contains(style.builtIn) ? style.builtIn - 1 : nil)
        }
    }

    func isContents(_ number: Int) -> Bool {
        styles[number].map { (19...27).contains($0.builtIn) } ?? false
    }

    /// The list of a style, its level, and the style that has the list.
    func list(_ number: Int) -> (list: Int, level: Int?, style: Int)? {
        var next = number
        var level: Int?
        for _ in 0..<32 {
            guard let style = styles[next] else { return nil }
            level = level ?? style.properties.listLevel
            if let list = style.properties.list { return (list, level, next) }
            next = style.base
        }
        return nil
    }
}
