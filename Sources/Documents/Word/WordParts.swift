/// Where the parts of a Word document are, by its relationships (部件), with the usual names where
/// these are missing.
struct WordParts {
    var main = "word/document.xml"
    var styles: String?
    var numbering: String?
    var notes: [String] = []
    var properties: String?
    /// The embedded files (altChunk) by the id of their relationship.
    var chunks: [String: String] = [:]
    /// The texts of diagrams (SmartArt) by the id of their relationship.
    var diagrams: [String: String] = [:]

    init(_ package: ZippedMarkup) throws(Refusal) {
        let root = try package.relationships(of: "")
        main = root.first { $0.type == "officeDocument" }?.path ?? main
        properties = root.first { $0.type == "core-properties" }?.path ?? "docProps/core.xml"
        for part in try package.relationships(of: main) {
            switch part.type {
            case "styles": styles = styles ?? part.path
            case "numbering": numbering = numbering ?? part.path
            case "footnotes", "endnotes": notes.append(part.path)
            case "diagramData": diagrams[part.id] = part.path
            case "aFChunk": chunks[part.id] = part.path
            default: break
            }
        }
    }
}
