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
            properties: properties, doubts: doubts + Self.doubts(of: flow))
    }

    private static func doubts(of flow: DocumentFlow) -> [Doubt] {
        var doubts: [Doubt] = []
        if flow.unknownSymbols > 0 {
            doubts.append(.unknownSymbols(flow.unknownSymbols))
        }
        if flow.hiddenCount > 0 {
            doubts.append(.hiddenText(characters: flow.hiddenCount))
        }
        return doubts
    }
}
