import ReportModel

/// A chart of a statistic (图): bars or lines, as SVG 1.1 or as bars of characters.
package enum Figure: Sendable {
    case bars(title: String, [(label: String, value: Double)])
    case lines(title: String, labels: [String], [(name: String, values: [Double])])

    /// Colours told apart by people with any colour vision (Okabe & Ito 2008).
    private static let colours = [
        "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000", "#F0E442",
    ]

    /// - Parameter columns: how many columns of a terminal a text takes.
    package func svg(columns: (String) -> Int) -> String {
        switch self {
        case .bars(let title, let bars): Self.svgBars(title, bars, columns)
        case .lines(let title, let labels, let lines): Self.svgLines(title, labels, lines)
        }
    }

    private static func svgBars(
        _ title: String, _ bars: [(label: String, value: Double)], _ columns: (String) -> Int
    ) -> String {
        let greatest = max(1e-9, bars.map(\.value).max() ?? 0)
        let margin = 20 + 8 * (bars.map { columns($0.label) }.max() ?? 0)
        let height = 50 + 22 * bars.count
        var svg = head(width: margin + 620, height: height, title)
        for (place, bar) in bars.enumerated() {
            let y = 40 + 22 * place
            let width = 500 * bar.value / greatest
            svg += text(bar.label, x: margin - 8, y: y + 13, anchor: "end")
            svg +=
                "<rect x=\"\(margin)\" y=\"\(y)\" width=\"\(fixed(width))\" height=\"16\" fill=\"\(colours[0])\"/>\n"
            svg += text(number(bar.value), x: margin + Int(width) + 6, y: y + 13, anchor: "start")
        }
        return svg + "</svg>\n"
    }

    private static func svgLines(
        _ title: String, _ labels: [String], _ lines: [(name: String, values: [Double])]
    ) -> String {
        let greatest = max(1e-9, lines.flatMap(\.values).max() ?? 0)
        let step = max(14.0, min(60, 720 / Double(max(1, labels.count))))
        let right = 70 + step * Double(max(1, labels.count - 1))
        let legend = 380 + 20 * lines.count
        var svg = head(width: Int(right) + 80, height: legend + 20, title)
        for tick in 0...4 {
            let y = 300 - 60 * tick
            svg +=
                "<line x1=\"70\" y1=\"\(y)\" x2=\"\(fixed(right))\" y2=\"\(y)\" stroke=\"#ccc\"/>\n"
            svg += text(number(greatest * Double(tick) / 4), x: 62, y: y + 4, anchor: "end")
        }
        for (place, label) in labels.enumerated() {
            let x = fixed(70 + step * Double(place))
            svg += "<text x=\"\(x)\" y=\"316\" font-size=\"11\" text-anchor=\"end\" "
            svg += "transform=\"rotate(-45 \(x) 316)\">\(XMLText.escape(label))</text>\n"
        }
        for (place, line) in lines.enumerated() {
            let colour = colours[place % colours.count]
            let points = line.values.enumerated().map { at, value in
                "\(fixed(70 + step * Double(at))),\(fixed(300 - 240 * value / greatest))"
            }
            svg += "<polyline points=\"\(points.joined(separator: " "))\" fill=\"none\" "
            svg += "stroke=\"\(colour)\" stroke-width=\"2\"/>\n"
            for point in points {
                let pair = point.split(separator: ",")
                svg += "<circle cx=\"\(pair[0])\" cy=\"\(pair[1])\" r=\"3\" fill=\"\(colour)\"/>\n"
            }
            let y = 380 + 20 * place
            svg +=
                "<rect x=\"70\" y=\"\(y - 10)\" width=\"14\" height=\"10\" fill=\"\(colour)\"/>\n"
            svg += text(line.name, x: 90, y: y, anchor: "start")
        }
        return svg + "</svg>\n"
    }

    private static func head(width: Int, height: Int, _ title: String) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <svg xmlns="http://www.w3.org/2000/svg" version="1.1" width="\(width)" height="\(height)" \
        viewBox="0 0 \(width) \(height)" font-family="sans-serif" font-size="12">
        <title>\(XMLText.escape(title))</title>
        <rect width="100%" height="100%" fill="white"/>
        <text x="16" y="24" font-size="15">\(XMLText.escape(title))</text>

        """
    }

    private static func text(_ text: String, x: Int, y: Int, anchor: String) -> String {
        "<text x=\"\(x)\" y=\"\(y)\" text-anchor=\"\(anchor)\">\(XMLText.escape(text))</text>\n"
    }

    private static func fixed(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(abs(tenths % 10))"
    }

    /// Whole numbers whole, others with one decimal.
    static func number(_ value: Double) -> String {
        value == value.rounded() || value >= 1000 ? String(Int(value.rounded())) : fixed(value)
    }

    /// Bars of characters, a line each; of several lines the first is drawn.
    package func bars(width: Int, columns: (String) -> Int) -> [String] {
        let bars: [(label: String, value: Double)]
        switch self {
        case .bars(_, let known): bars = known
        case .lines(_, let labels, let lines):
            bars = Array(zip(labels, lines.first?.values ?? [])).map { ($0, $1) }
        }
        let greatest = max(1e-9, bars.map(\.value).max() ?? 0)
        let margin = min(30, bars.map { columns($0.label) }.max() ?? 0)
        let room = Double(max(10, width - margin - 14))
        let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
        return bars.map { label, value in
            let length = Int((value / greatest * room * 8).rounded())
            let blanks = String(repeating: " ", count: max(0, margin - columns(label)))
            let bar = String(repeating: "█", count: length / 8) + eighths[length % 8]
            return "\(blanks)\(label) \(bar) \(Self.number(value))"
        }
    }
}

/// Text inside XML (XML 转义): characters XML 1.0 does not allow are left out.
enum XMLText {
    static func escape(_ text: some StringProtocol) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\t", "\n", "\r": escaped += " "
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
                continue
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
