import Segmentation

/// Names in Chinese quotation marks (引号内的名称): “春蕾计划”.
enum ProgrammeQuotes {
    private static let opening: Set<Unicode.Scalar> = ["“", "「", "『", "\""]
    private static let closing: Set<Unicode.Scalar> = ["”", "」", "』", "\""]

    /// Folded names of 2 to 20 characters, each once, in order.
    static func names(in text: String) -> [String] {
        let scalars = Array(text.unicodeScalars)
        var names: [String] = []
        var start: Int?
        for (place, scalar) in scalars.enumerated() {
            if let from = start, closing.contains(scalar) {
                if (2...20).contains(place - from) {
                    let plain = PlainText(String(String.UnicodeScalarView(scalars[from..<place])))
                    let name = QuestionAnalyzer.string(plain.scalars)
                    if !names.contains(name), name.unicodeScalars.count > 1 { names.append(name) }
                }
                start = nil
            } else if opening.contains(scalar) {
                start = place + 1
            }
        }
        return names
    }
}
