import ReportIndex
import ReportModel
import ReportQuery

/// Where something stands (出处).
struct RecordPlace: Sendable {
    let path: String
    let line: Int
    /// The last line, where several were joined.
    var lastLine: Int?
    var byte: Int?
    var locator: String?

    init(path: String, line: Int, byte: Int? = nil, locator: String? = nil) {
        self.path = path
        self.line = line
        self.byte = byte
        self.locator = locator
    }

    init(_ passage: Passage) {
        self.init(
            path: passage.report.path, line: passage.line, byte: passage.byteOffset,
            locator: passage.locator)
        lastLine = passage.lastLine
    }
}

extension Records {
    static let place = RecordType<RecordPlace>(
        "source", "出处：文件与行", "where it stands: file and line",
        summary: { "\($0.path):\($0.line)" },
        [
            .text("path", "文件", "读入时给出的路径", "the path as given to ingest") { $0.path },
            .integer("line", "行", "解码后文件的行号，从 1 起", "line of the decoded file, from 1") {
                $0.line
            },
            .integer(
                "last_line", "末行", leftOut: true, "合并了断行时的最后一行",
                "the last line, where cut lines were joined"
            ) { $0.lastLine },
            .integer(
                "byte", "字节", leftOut: true, "该行在原文件中的起始字节",
                "where the line begins in the file, in bytes"
            ) { $0.byte },
            .text(
                "locator", "位置", leftOut: true, "页、段或压缩包内的文件",
                "page, paragraph or archive member"
            ) { $0.locator },
            .flag(
                "recognised", "识别", leftOut: true, "文字由图片识别得来，可能有误",
                "the text was recognised from a picture and may be wrong"
            ) { Paragraph.isRecognised($0.locator) },
        ])

    /// The field `source`, with `path` and `line` as columns of their own in a table.
    static func source<Subject>(
        columns: Set<String>? = nil, _ place: @escaping @Sendable (Subject) -> RecordPlace
    ) -> RecordField<Subject> {
        .object(
            "source", "出处", "在哪个文件的哪一行", "where it stands", Records.place, columns: columns,
            place)
    }
}
