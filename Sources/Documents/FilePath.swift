import Foundation

/// A path as it is shown and as the system knows it (路径): file names are bytes, and those that old archives
/// unpack are in GBK or Big5.
struct FilePath: Hashable {
    let shown: String
    /// The bytes, where they are not those of `shown`.
    let raw: [UInt8]?

    func withCString<Value>(_ body: (UnsafePointer<CChar>) -> Value) -> Value {
        guard let raw else { return shown.withCString(body) }
        return (raw + [0]).withUnsafeBufferPointer { buffer in
            // The array ends with a zero and is never empty.
            buffer.withMemoryRebound(to: CChar.self) { chars in
                chars.baseAddress.map(body) ?? shown.withCString(body)
            }
        }
    }

    /// The names in a folder; `nil` when it cannot be read.
    func names() -> [[UInt8]]? {
        guard let folder = withCString({ opendir($0) }) else { return nil }
        defer { closedir(folder) }
        var names: [[UInt8]] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                Array(bytes.prefix { $0 != 0 })
            }
            if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
        }
        return names
    }

    /// The path of what is in this folder under that name.
    func appending(_ name: [UInt8]) -> FilePath {
        let base = shown.hasSuffix("/") ? shown : shown + "/"
        let text = String(validating: name, as: UTF8.self)
        let isRaw = raw != nil || text == nil
        let bytes = (raw ?? Array(shown.utf8)) + (shown.hasSuffix("/") ? [] : [0x2F]) + name
        return FilePath(shown: base + (text ?? MemberName.decode(name)), raw: isRaw ? bytes : nil)
    }
}
