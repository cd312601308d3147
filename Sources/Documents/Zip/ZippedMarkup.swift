/// A zip of XML parts (压缩的标记文件): what Word and OpenDocument files are.
struct ZippedMarkup {
    let archive: ZipArchive
    /// How names are written, whatever prefixes the parts use.
    let namespaces: [(uri: StaticString, prefix: StaticString)]

    /// Unpacks a part and hands its events on as they come; false when there is no such part.
    @discardableResult
    func parse(
        _ part: String?, _ each: (MarkupEvent) -> Void
    ) throws(Refusal) -> Bool {
        guard let part else { return false }
        var isFound = false
        var trouble: MarkupTrouble?
        var isEncrypted = false
        do throws(ZipTrouble) {
            try archive.forEach { entry, member throws(ZipTrouble) in
                guard entry.name == part else { return true }
                isFound = true
                isEncrypted = entry.isEncrypted
                if !isEncrypted {
                    trouble = try feed(member, each)
                }
                return false
            }
        } catch {
            throw Refusal(error)
        }
        if isEncrypted { throw .encrypted }
        if let trouble { throw Refusal(trouble) }
        return isFound
    }

    /// Gives back what is wrong with the markup, and throws what is wrong with the zip.
    private func feed(
        _ member: borrowing ZipArchive.MemberBytes, _ each: (MarkupEvent) -> Void
    ) throws(ZipTrouble) -> MarkupTrouble? {
        var trouble: MarkupTrouble?
        let parser = MarkupParser(namespaces: namespaces)
        try member.chunks { chunk in
            do throws(MarkupTrouble) {
                try parser.feed(chunk, last: false, each: each)
            } catch {
                trouble = error
            }
            return trouble == nil
        }
        do throws(MarkupTrouble) {
            if trouble == nil { try parser.feed([], last: true, each: each) }
        } catch {
            trouble = error
        }
        return trouble
    }
}

extension ZippedMarkup {
    /// A part that another one leads to (关系), by the last word of its type's address.
    struct Relationship {
        var id: String
        var type: String
        var path: String
    }

    /// Where a part leads; the package's own relationships for an empty name. External targets are left
    /// out, relative ones are followed from the part's folder.
    func relationships(of part: String) throws(Refusal) -> [Relationship] {
        let slash = part.lastIndex(of: "/")
        let folder = slash.map { String(part[...$0]) } ?? ""
        var found: [Relationship] = []
        try parse("\(folder)_rels/\(part.dropFirst(folder.count)).rels") { event in
            guard case .start("Relationship", let attributes) = event,
                attributes["TargetMode"] != "External", let target = attributes["Target"],
                let type = attributes["Type"]?.split(separator: "/").last
            else { return }
            let path = target.hasPrefix("/") ? String(target.dropFirst()) : folder + target
            found.append(
                Relationship(
                    id: attributes["Id"] ?? "", type: String(type), path: Self.resolved(path)))
        }
        return found
    }

    /// A path without `.` and `..`.
    static func resolved(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }
}

/// The title and dates that an office program keeps beside the text (文档属性): weak evidence.
struct OfficeProperties {
    private(set) var values: [String: String] = [:]
    private var name: String?

    private static let names = [
        "dc:title": "title", "dcterms:created": "created", "dcterms:modified": "modified",
        "meta:creation-date": "created", "dc:date": "modified",
    ]

    mutating func take(_ event: MarkupEvent) {
        switch event {
        case .start(let element, _): name = Self.names[element]
        case .end: name = nil
        case .text(let text):
            guard let name else { return }
            let value = ((values[name] ?? "") + text).trimmed()
            if !value.isEmpty { values[name] = value }
        }
    }
}
