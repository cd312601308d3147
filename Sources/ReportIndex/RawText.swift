/// A line as it stood before cleaning, kept as what differs from the cleaned text (原文).
package enum RawText {
    /// Shared bytes at the start, shared bytes at the end, and the middle of the raw line.
    static func encode(_ raw: String?, text: String) -> [UInt8]? {
        guard let raw else { return nil }
        let before = Array(raw.utf8)
        let after = Array(text.utf8)
        let most = min(before.count, after.count)
        var start = 0
        while start < most, before[start] == after[start] { start += 1 }
        var end = 0
        while end < most - start, before[before.count - 1 - end] == after[after.count - 1 - end] {
            end += 1
        }
        var writer = ByteWriter()
        writer.append(start)
        writer.append(end)
        writer.append(contentsOf: Array(before[start..<before.count - end]))
        return writer.bytes
    }

    package static func decode(_ bytes: [UInt8]?, text: String) -> String? {
        guard let bytes else { return nil }
        let after = Array(text.utf8)
        var reader = ByteReader(bytes)
        let start = min(reader.integer(), after.count)
        let end = min(reader.integer(), after.count)
        let middle = bytes[min(reader.position, bytes.count)...]
        return String(
            decoding: after[..<start] + middle + after[(after.count - end)...], as: UTF8.self)
    }
}
