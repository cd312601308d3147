import Presentation
import ReferenceCorpus

/// A chart as a drawing in the page (图): the table below it says the same in numbers.
enum FigureHTML {
    private static let height = 220
    private static let bar = 24

    static func html(_ figure: Figure) -> HTML {
        switch figure {
        case .bars(let title, let bars): self.bars(title, bars)
        case .lines(let title, let labels, let lines):
            lines.first.map { line(title, Array(zip(labels, $0.values)).map { ($0, $1) }) } ?? ""
        }
    }

    private static func bars(_ title: String, _ bars: [(label: String, value: Double)]) -> HTML {
        let greatest = max(1e-9, bars.map(\.value).max() ?? 0)
        let rows = bars.enumerated().map { place, item -> HTML in
            let y = place * bar
            let width = Int((420 * max(0, item.value) / greatest).rounded())
            return """
                <text x="150" y="\(y + 16)" text-anchor="end">\(item.label)</text>\
                <rect x="158" y="\(y + 3)" width="\(width)" height="16"></rect>\
                <text x="\(164 + width)" y="\(y + 16)">\(number(item.value))</text>

                """
        }
        return frame(title, width: 680, height: max(1, bars.count) * bar, rows.joined())
    }

    /// Points joined over the years; each has its value above it.
    private static func line(_ title: String, _ points: [(label: String, value: Double)]) -> HTML {
        guard !points.isEmpty else { return "" }
        let greatest = max(1e-9, points.map(\.value).max() ?? 0)
        let step = max(46, min(110, 760 / points.count))
        let places = points.enumerated().map { place, item in
            (
                x: 40 + place * step,
                y: height - 50
                    - Int((Double(height - 90) * max(0, item.value) / greatest).rounded())
            )
        }
        let path = places.map { "\($0.x),\($0.y)" }.joined(separator: " ")
        let marks = zip(places, points).map { place, item -> HTML in
            """
            <circle cx="\(place.x)" cy="\(place.y)" r="4"></circle>\
            <text x="\(place.x)" y="\(place.y - 10)" text-anchor="middle">\(number(item.value))</text>\
            <text x="\(place.x)" y="\(height - 22)" text-anchor="middle">\(item.label)</text>

            """
        }
        let base = height - 50
        let width = 80 + step * (points.count - 1)
        return frame(
            title, width: max(width, 240), height: height,
            """
            <line x1="20" y1="\(base)" x2="\(width - 20)" y2="\(base)"></line>\
            <polyline points="\(path)"></polyline>\(Array(marks))
            """)
    }

    private static func frame(_ title: String, width: Int, height: Int, _ content: HTML) -> HTML {
        """
        <figure class="chart"><figcaption>\(title)</figcaption><div class="scroll" tabindex="0">
        <svg role="img" aria-label="\(title)" width="\(width)" height="\(height)" \
        viewBox="0 0 \(width) \(height)">\(content)</svg></div></figure>

        """
    }

    private static func number(_ value: Double) -> String { Naming.number(value, places: 10) }
}
