/// Where the parts of a Word document are, by its relationships (部件), with the usual names where
/// these are missing.
struct WordParts {
    var main = "word/document.xml"
    var styles: String?
    var numbering: String?
    var notes: [String] = []
    var properties: String?

    init(_ package: ZippedMarkup) throws(Refusal) {
        let root = try Self.relationships("_rels/.rels", folder: "", in: package)
        main = root["officeDocument"]?.first ?? main
        properties = root["core-properties"]?.first ?? "docProps/core.xml"
        let slash = main.lastIndex(of: "/")
        let folder = slash.map { String(main[...$0]) } ?? ""
        let name = main.dropFirst(folder.count)
        let own = try Self.relationships(
            "\(folder)_rels/\(name).rels", folder: folder, in: package)
        styles = own["styles"]?.first
        numbering = own["numbering"]?.first
        notes = (own["footnotes"] ?? []) + (own["endnotes"] ?? [])
    }

    /// Targets by the last word of their type's address.
    private static func relationships(
        _ part: String, folder: String, in package: ZippedMarkup
    ) throws(Refusal) -> [String: [String]] {
        var found: [String: [String]] = [:]
        try package.parse(part) { event in
            guard case .start("Relationship", let attributes) = event,
                attributes["TargetMode"] != "External", let target = attributes["Target"],
                let type = attributes["Type"]?.split(separator: "/").last
            else { return }
            let path = target.hasPrefix("/") ? String(target.dropFirst()) : folder + target
            found[String(type), default: []].append(path)
        }
        return found
    }
}
