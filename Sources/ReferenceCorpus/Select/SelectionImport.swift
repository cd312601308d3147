import Foundation
import ReportIndex
import ReportModel

/// Freezes a corpus again from its JSON Lines export (导入选集): on another machine, or in an index that was made
/// anew. The passages are those of the export, found by path, line and text; nothing is selected again.
package enum SelectionImport {
    private struct Line: Decodable {
        struct Header: Decodable {
            let frozen: String
            let tool: String
            let index: String
            let definition: CorpusDefinition
            let counts: SelectionCounts
        }
        struct Place: Decodable {
            let path: String
            let line: Int
            let hash: String
        }
        let corpus: Header?
        let source: Place?
        let textHash: String?
        let tagHash: String?
        let copyGroup: Int?

        enum CodingKeys: String, CodingKey {
            case corpus, source
            case textHash = "text_hash"
            case tagHash = "tag_hash"
            case copyGroup = "copy_group"
        }
    }

    /// - Throws: `ReportError` when the file is not such an export.
    package static func read(_ path: String, as name: String) throws(ReportError) -> FrozenSelection
    {
        try CorpusName.check(name)
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ReportError(
                .notFound,
                place: path, problem: wording("无法读取", "cannot be read"),
                advice: wording("请检查文件名", "check the name"))
        }
        let decoder = JSONDecoder()
        var selection: FrozenSelection?
        for (number, bytes) in data.split(separator: UInt8(ascii: "\n")).enumerated() {
            guard let line = try? decoder.decode(Line.self, from: bytes) else {
                throw mistake(path, line: number + 1)
            }
            if number == 0 {
                guard let header = line.corpus else { throw mistake(path, line: 1) }
                selection = FrozenSelection(
                    name: name, made: header.frozen, definition: header.definition.json,
                    counts: header.counts.json,
                    tool: header.tool.replacing("zongjie ", with: ""), content: header.index,
                    places: "", passages: [])
            } else if let source = line.source, let text = line.textHash, let tags = line.tagHash {
                selection?.passages.append(
                    FrozenPassage(
                        path: source.path, sourceHash: source.hash, line: source.line,
                        textHash: text, tagHash: tags, copies: line.copyGroup ?? 0, passage: 0))
            } else {
                throw mistake(path, line: number + 1)
            }
        }
        guard let selection, !selection.passages.isEmpty else { throw mistake(path, line: 1) }
        return selection
    }

    private static func mistake(_ path: String, line: Int) -> ReportError {
        ReportError(
            .damaged,
            place: "\(path):\(line)",
            problem: wording("不是本程序导出的 JSONL", "not a JSON Lines export of this program"),
            advice: wording(
                "请用 corpus export --format jsonl 的文件", "take a file of corpus export --format jsonl"
            ))
    }
}
