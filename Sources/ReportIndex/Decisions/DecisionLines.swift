import Foundation
import ReportModel

/// Decisions as JSON Lines, for a backup or another index (认定的导出与导入).
package enum DecisionLines {
    private struct Line: Codable {
        var path: String
        var firstLine: Int
        var line: Int
        var field: String
        var value: String
        var words: String
        var made: String

        enum CodingKeys: String, CodingKey {
            case path
            case firstLine = "first_line"
            case line, field, value, words, made
        }
    }

    /// One object a decision, each ended by a line feed.
    package static func text(of decisions: [Decision]) -> String {
        decisions.map {
            JSONText.encode(
                Line(
                    path: $0.path, firstLine: $0.firstLine, line: $0.line,
                    field: $0.field.rawValue, value: $0.value, words: $0.words, made: $0.made))
                + "\n"
        }.joined()
    }

    /// - Parameter path: names the text in errors.
    /// - Throws: `ReportError` with the line that is no decision, or no value of its field.
    package static func decisions(in text: String, path: String) throws(ReportError) -> [Decision] {
        var decisions: [Decision] = []
        for (number, bytes) in text.split(separator: "\n").enumerated() {
            guard let line = JSONText.decode(String(bytes), as: Line.self),
                let field = DecisionField(rawValue: line.field), !line.path.isEmpty,
                (0...Int(Int32.max)).contains(line.line),
                (0...Int(Int32.max)).contains(line.firstLine),
                field.isOfReport == (line.line == 0)
            else {
                throw ReportError(
                    place: "\(path):\(number + 1)",
                    problem: wording("不是导出的认定", "not an exported decision"),
                    advice: wording(
                        "请用 zongjie tags export 的文件", "take a file of zongjie tags export"))
            }
            decisions.append(
                Decision(
                    path: line.path, firstLine: line.firstLine, line: line.line, field: field,
                    value: try field.canonical(line.value), words: line.words, made: line.made))
        }
        return decisions
    }
}
