/// The rich text of a letter as Outlook packs it (压缩的 RTF; MS-OXRTFCP).
enum CompressedRTF {
    /// What every writer and reader has in the window before the first byte.
    private static let window =
        #"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern "#
        + #"\fscript \fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"#
        + "\r\n" + #"\par \pard\plain\f0\fs20\b\i\u\tab\tx"#
    private static let windowSize = 4_096
    static let limit = 64 << 20

    /// - Returns: `nil` when the bytes are not packed so; what there is when they end early.
    /// - Complexity: O(bytes): a reference of two bytes gives at most seventeen.
    static func unpacked(_ packed: ByteReader) -> [UInt8]? {
        guard packed.count > 16 else { return nil }
        let size = min(packed.long(4), limit)
        switch packed.long(8) {
        case 0x414C_454D: return packed.slice(16, min(size, packed.count - 16))
        case 0x7546_5A4C: break
        default: return nil
        }
        var ring = Array(window.utf8)
        var end = ring.count
        ring += Array(repeating: 0, count: windowSize - end)
        var result: [UInt8] = []
        func put(_ byte: UInt8) {
            ring[end] = byte
            end = (end + 1) % windowSize
            result.append(byte)
        }
        var place = 16
        while place < packed.count, result.count < size {
            let flags = packed.byte(place)
            place += 1
            for bit in 0..<8 where place < packed.count {
                if flags >> bit & 1 == 0 {
                    put(UInt8(truncatingIfNeeded: packed.byte(place)))
                    place += 1
                    continue
                }
                let reference = packed.byte(place) << 8 | packed.byte(place + 1)
                place += 2
                var from = reference >> 4
                if from == end { return result }
                for _ in 0..<((reference & 15) + 2) {
                    put(ring[from])
                    from = (from + 1) % windowSize
                }
            }
        }
        return result
    }
}
