import CPage

/// The few files every page uses (站点文件), embedded in the program.
enum SiteFile {
    private static let types = [
        "style.css": "text/css; charset=utf-8", "page.js": "text/javascript; charset=utf-8",
        "icon.svg": "image/svg+xml",
    ]

    /// The file at an address; `nil` when there is none. The name is looked up in a list of three.
    static func named(_ path: String) -> WebResponse? {

        let file = path == "/favicon.ico" ? "icon.svg" : String(path.dropFirst(1))
        guard let type = types[file], let text = text(file) else { return nil }
        var response = WebResponse(type: type, text)
        response.headers.append(("Cache-Control", "max-age=86400"))
        return response
    }

    static func text(_ name: String) -> String? {
        var length = 0
        guard let bytes = cpage_file(name, &length) else { return nil }
        return String(decoding: UnsafeBufferPointer(start: bytes, count: length), as: UTF8.self)
    }

    /// An address that changes with the file, so that a browser may keep it.
    static func address(_ name: String) -> String {
        "/\(name)?v=\(versions[name] ?? "")"
    }

    /// FNV-1a of each file (Fowler, Noll, Vo 1991).
    private static let versions: [String: String] = types.keys.reduce(into: [:]) { versions, name in
        let hash = (text(name) ?? "").utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01b3
        }
        versions[name] = String(hash, radix: 36)
    }
}
