/// The name of an archive's member as text (成员名).
///
/// Zips made on Chinese Windows have names in GBK or Big5 and do not say so: the decoding with the commonest
/// characters is taken, since short names in GBK may be valid UTF-8. Nothing is ever written under
/// these names; one that would lead outside is refused all the same, since only attacks have them.
struct MemberName: Sendable, Hashable {
    let text: String

    init(_ bytes: [UInt8]) {
        let name = Self.decode(bytes)
        text = name.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "/")
    }

    /// The name's text in the encoding that suits it best.
    static func decode(_ bytes: [UInt8]) -> String {
        let utf8 = String(validating: bytes, as: UTF8.self)
        // Three bytes a character are no accident.
        if let utf8, utf8.unicodeScalars.allSatisfy({ $0.isASCII || $0.value >= 0x800 }) {
            return utf8
        }
        var best: (text: String, score: Double)?
        for encoding in [TextEncoding.gb18030, .big5] {
            guard let name = encoding.converter, let converter = TextConverter(name),
                let text = converter.decode(bytes[...])
            else { continue }
            let score = Commonness.standard.score(text)
            if score > (best?.score ?? -1) { best = (text, score) }
        }
        if let utf8, best.map({ $0.score <= Commonness.standard.score(utf8) }) ?? true {
            return utf8
        }
        return best?.text ?? LenientText.decode(bytes[...], as: .gb18030)
    }

    private var components: [Substring] { text.split(separator: "/") }

    /// It is absolute, climbs up, or holds control characters.
    var isUnsafe: Bool {
        let hasDrive = text.utf8.count > 1 && text.utf8.dropFirst().first == 0x3A
        return text.hasPrefix("/") || hasDrive || components.contains("..")
            || text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
    }

    /// What systems and office programs leave beside people's files.
    var isLitter: Bool {
        components.contains { $0.hasPrefix(".") || $0.hasPrefix("~$") || $0 == "__MACOSX" }
            || ["thumbs.db", "desktop.ini"].contains(components.last?.lowercased() ?? "")
    }
}
