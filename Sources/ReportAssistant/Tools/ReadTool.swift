import Presentation
import ReportIndex
import ReportModel

/// A report, or a passage with what stands around it (阅读).
enum ReadTool {
    static let tool = Tool(
        name: "read", title: Bilingual("阅读", "Read"),
        description: Bilingual(
            "按位置读原文：路径:行号 给出该段及前后各 context 段；只写路径给出全文，outline 只列标题。用 cursor 读下去。",
            """
            Read by place: PATH:LINE gives that passage with context paragraphs on each side; PATH the whole file, or its \
            headings with outline. Read on with cursor.
            """),
        arguments: [
            ToolArgument(
                "place", .text(most: 5_000), "命中的 place、路径（写末尾即可），或 zongjie://report/…",
                "a hit's place, a path (its end is enough), or zongjie://report/…", isRequired: true
            ),
            ToolArgument("context", .integer(0...1_000), "默认 2", "default 2"),
            ToolArgument("outline", .flag, "", ""),
        ], answer: answer)

    private static let usualContext = 2

    @Sendable private static func answer(_ call: ToolCall) throws -> RecordValue {
        let name = call.parameters.values("place").last ?? ""
        let isOutline = !call.parameters.values("outline").isEmpty
        let context = call.parameters.values("context").last.flatMap { Int($0) } ?? usualContext
        let passages: [Passage]
        switch try ReadingPlace(name).found(in: call.reading, isOutline: isOutline) {
        case .passage(let passage):
            let report = try call.reading.passages(ofReport: passage.report.id)
            let place = report.firstIndex { $0.id == passage.id } ?? 0
            let first = max(0, place - context)
            passages = Array(report[first..<min(report.count, place + context + 1)])
        case .file(let reports): passages = reports.flatMap(\.passages)
        }
        return try ReadPage(passages: passages, notes: call.notes).written(
            from: call.cursor, within: call.budget)
    }
}

/// Where somebody wants to read (阅读位置): as hits tell it, or as a resource's address.
struct ReadingPlace: Sendable {
    enum Found {
        case passage(Passage)
        case file([ReportText])
    }

    private let name: String

    /// - Throws: `ReportError` for an address of ours that leads nowhere.
    init(_ text: String) throws(ReportError) {
        guard ReportAddress.isOne(text) else {
            name = text
            return
        }
        let address = try ReportAddress(text)
        name = address.line.map { "\(address.path):\($0)" } ?? address.path
    }

    /// - Throws: `ReportError` when there is no such place, or more than one file has that name.
    func found(in reading: IndexReading, isOutline: Bool = false) throws -> Found {
        if let passage = try reading.passage(named: name) { return .passage(passage) }
        var request = ReportTextRequest()
        request.file = name
        request.isOutline = isOutline
        return .file(try request.answer(in: reading))
    }
}
