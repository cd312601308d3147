/// The name of an archive's member as text (成员名).
///
/// Zips made on Chinese Windows have names in GBK and do not say so. Nothing is ever written under
/// these names; one that would lead outside is refused all the same, since only attacks have them.
struct MemberName: Sendable, Hashable {
    let text: String

    init(_ bytes: [UInt8]) {
        let name: String
        if let utf8 = String(validating: bytes, as: UTF8.self) {
            name = utf8
        } else {
            name = LenientText.decode(bytes[...], as: .gb18030)
        }
        text = name.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "/")
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
