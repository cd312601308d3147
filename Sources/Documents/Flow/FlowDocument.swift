import ReportModel

extension DecodedDocument {
    /// What a flow holds at its end.
    init(
        path: String, format: String, flow: DocumentFlow, properties: [String: String] = [:],
        doubts: [String] = []
    ) throws(Refusal) {
        if flow.isTooDeep { throw .tooDeep(DocumentFlow.tableDepth) }
        if flow.isFull { throw .tooMany(DocumentFlow.lineLimit) }
        if flow.lines.isEmpty { throw flow.hasPictures ? .noTextLayer : .noText }
        self.init(
            path: path, encoding: format, lines: flow.lines, lineCount: flow.lines.count,
            properties: properties, doubts: doubts + Self.doubts(of: flow))
    }

    private static func doubts(of flow: DocumentFlow) -> [String] {
        var doubts: [String] = []
        if flow.unknownSymbols > 0 {
            doubts.append(
                wording(
                    "有 \(flow.unknownSymbols) 个符号字体的字符不认识，以 \(SymbolFonts.unknown) 代替",
                    "\(flow.unknownSymbols) symbols are not known and became \(SymbolFonts.unknown)"
                ))
        }
        if flow.hiddenCount > 0 {
            doubts.append(
                wording(
                    "有 \(flow.hiddenCount) 个字是隐藏文字，未读取",
                    "\(flow.hiddenCount) characters of hidden text were left out"))
        }
        return doubts
    }
}
