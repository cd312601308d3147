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
            properties: properties, doubts: doubts + flow.doubts)
    }
}

extension DocumentFlow {
    /// What is told of symbols and of hidden text.
    var doubts: [String] { Self.doubts(unknownSymbols: unknownSymbols, hiddenCount: hiddenCount) }

    static func doubts(unknownSymbols: Int, hiddenCount: Int = 0) -> [String] {
        var doubts: [String] = []
        if unknownSymbols > 0 {
            doubts.append(
                wording(
                    "有 \(unknownSymbols) 个符号字体的字符不认识，以 \(SymbolFonts.unknown) 代替",
                    "\(unknownSymbols) symbols are not known and became \(SymbolFonts.unknown)"))
        }
        if hiddenCount > 0 {
            doubts.append(
                wording(
                    "有 \(hiddenCount) 个字是隐藏文字，未读取",
                    "\(hiddenCount) characters of hidden text were left out"))
        }
        return doubts
    }
}
