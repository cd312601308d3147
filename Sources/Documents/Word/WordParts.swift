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

    init(_ package: ZippedMarkup) throws(Refusal) {
        let root = try Self.relationships("_rels/.rels", folder: "", in: package)
        main = root["officeDocument"]?.first?.path ?? main
        properties = root["core-properties"]?.first?.path ?? "docProps/core.xml"
        let slash = main.lastIndex(of: "/")
        let folder = slash.map { String(main[...$0]) } ?? ""
        let name = main.dropFirst(folder.count)
        let own = try Self.relationships(
            "\(folder)_rels/\(name).rels", folder: folder, in: package)
        styles = own["styles"]?.first?.path
        numbering = own["numbering"]?.first?.path
        notes = ((own["footnotes"] ?? []) + (own["endnotes"] ?? [])).map(\.path)
        for chunk in own["aFChunk"] ?? [] { chunks[chunk.id] = chunk.path }
    }

    /// Targets by the last word of their type's address.
    static func relationships(
        _ part: String, folder: String, in package: ZippedMarkup
    ) throws(Refusal) -> [String: [(id: String, path: String)]] {
        var found: [String: [(id: String, path: String)]] = [:]
        try package.parse(part) { event in
            guard case .start("Relationship", let attributes) = event,
                attributes["TargetMode"] != "External", let target = attributes["Target"],
                let type = attributes["Type"]?.split(separator: "/").last
            else { return }
            let path = target.hasPrefix("/") ? String(target.dropFirst()) : folder + target
            found[String(type), default: []].append((attributes["Id"] ?? "", path))
        }
        return found
    }
}
