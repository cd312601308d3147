/// What a file's name and first bytes tell of its kind (文件类型).
enum FileKind {
    /// The extension in lower case, without the point; empty when there is none.
    static func `extension`(of name: String) -> String {
        let last = name.split(separator: "/").last ?? ""
        guard let point = last.lastIndex(of: "."), point != last.startIndex else { return "" }
        return last[last.index(after: point)...].lowercased()
    }

    /// Whether ASCII `text` stands somewhere in `bytes`, in either case of its letters.
    static func contains(_ bytes: [UInt8], _ text: String) -> Bool {
        let wanted = text.utf8.map(lowered)
        guard bytes.count >= wanted.count else { return false }
        return (0...(bytes.count - wanted.count)).contains { start in
            wanted.indices.allSatisfy { lowered(bytes[start + $0]) == wanted[$0] }
        }
    }

    private static func lowered(_ byte: UInt8) -> UInt8 {
        byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
    }
}
