/// Finds the encoding of a page and decodes it (网页编码).
enum HTMLCharset {
    /// The page's text, and the name of its encoding.
    ///
    /// A byte order mark decides. Else bytes that are valid UTF-8 are that, whatever they claim;
    /// then the claim of the header or of the page counts, then what the bytes look like. GB2312
    /// is read as GB18030, which contains it.
    static func decode(_ bytes: [UInt8], header: String?, option: String?)
        -> (text: String, name: String)
    {
        if let encoding = option.flatMap({ TextEncoding.named($0) }) {
            return (LenientText.decode(bytes[...], as: encoding), encoding.name)
        }
        if let marked = TextEncoding.marked(bytes) {
            return (LenientText.decode(bytes[marked.mark...], as: marked), marked.name)
        }
        if let text = String(validating: bytes, as: UTF8.self) { return (text, "UTF-8") }
        let claims = [header, claim(in: bytes)].compactMap { $0 }
        for claim in claims where !isWestern(claim) || TextEncoding.guess(bytes) == nil {
            guard let encoding = TextEncoding.named(claim), let name = encoding.converter,
                let text = TextConverter(name)?.decode(bytes[...])
            else { continue }
            return (text, encoding.name)
        }
        // Nothing fits without loss: the likeliest claim, and marks where bytes are damaged.
        let encoding =
            TextEncoding.guess(bytes)
            ?? claims.lazy.compactMap { TextEncoding.named($0) }.first ?? .gb18030
        return (LenientText.decode(bytes[...], as: encoding), encoding.name)
    }

    /// What servers and programs claim by default, over whatever bytes.
    private static func isWestern(_ claim: String) -> Bool {
        let claim = claim.lowercased()
        return ["iso-8859-1", "iso8859-1", "latin1", "windows-1252", "us-ascii", "ascii"]
            .contains(claim)
    }

    /// What the page's first bytes say after `charset=` or `encoding=`.
    static func claim(in bytes: [UInt8]) -> String? {
        let head = Array(bytes.prefix(4_096))
        for key in ["charset=", "encoding="] {
            let wanted = Array(key.utf8)
            guard head.count > wanted.count else { continue }
            for start in 0..<(head.count - wanted.count)
            where wanted.indices.allSatisfy({ head[start + $0] | 0x20 == wanted[$0] | 0x20 }) {
                let rest = head[(start + wanted.count)...].drop {
                    $0 == 0x22 || $0 == 0x27 || $0 == 0x20
                }
                let name = rest.prefix { byte in
                    switch byte {
                    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F, 0x2E, 0x3A: true
                    default: false
                    }
                }
                if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
            }
        }
        return nil
    }
}
