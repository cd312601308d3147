import ReportModel

extension DecodedDocument {
    /// What a flow holds at its end.
    init(
        path: String, format: String, flow: DocumentFlow, properties: [String: String] = [:],
        doubts: [Doubt] = []
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
    var doubts: [Doubt] { Self.doubts(unknownSymbols: unknownSymbols, hiddenCount: hiddenCount) }

    static func doubts(unknownSymbols: Int, hiddenCount: Int = 0) -> [Doubt] {
        var doubts: [Doubt] = []
        if unknownSymbols > 0 {
            doubts.append(.unknownSymbols(unknownSymbols))
        }
        if hiddenCount > 0 {
            doubts.append(.hiddenText(characters: hiddenCount))
        }
        return doubts
    }
}
