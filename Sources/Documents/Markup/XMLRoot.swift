/// The root element of an XML file by its first bytes (根元素).
enum XMLRoot {
    /// The root's name without its prefix; `nil` when the bytes do not open as XML does. Takes UTF-8 and
    /// UTF-16.
    static func name(_ head: [UInt8]) -> String? {
        var rest = head.filter { $0 != 0 && $0 < 0x80 }.drop { $0 <= 0x20 }
        while rest.first == 0x3C {
            rest = rest.dropFirst()
            guard let first = rest.first else { return nil }
            if first == 0x3F || first == 0x21 {
                guard let end = rest.firstIndex(of: 0x3E) else { return nil }
                rest = rest[(end + 1)...].drop { $0 <= 0x20 }
                continue
            }
            let name = rest.prefix { $0 > 0x20 && $0 != 0x3E && $0 != 0x2F }
            let text = String(decoding: name, as: UTF8.self)
            return text.split(separator: ":").last.map { String($0) }
        }
        return nil
    }
}
