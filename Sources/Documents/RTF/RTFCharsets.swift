/// Which encoding the bytes of rich text are in (字符集): by font, else by the document's code page.
struct RTFCharsets {
    /// The Windows charset of each font.
    var fonts: [Int: Int] = [:]
    var names: [Int: String] = [:]
    /// The document's code page.
    var page = 1252

    /// A font of symbols: its characters are pictures.
    func isSymbol(_ font: Int?) -> Bool { font.flatMap { fonts[$0] } == 2 }

    /// A font's name, without the mark after it.
    func name(_ font: Int?) -> String? {
        font.flatMap { names[$0]?.split(separator: ";").first }.map { String($0).trimmed() }
    }

    /// The name of the encoding for bytes in `font`.
    ///
    /// Many programs leave Chinese in a Latin font and say only in the code page, or in the font
    /// for double bytes, that it is Chinese.
    func encoding(font: Int?, wideFont: Int?) -> String {
        for font in [font, wideFont] {
            if let charset = font.flatMap({ fonts[$0] }), let name = Self.wide[charset] {
                return name
            }
        }
        if let name = Self.pages[page] { return name }
        if let charset = font.flatMap({ fonts[$0] }), let name = Self.narrow[charset] {
            return name
        }
        return "windows-\(page)"
    }

    private static let wide = [128: "Shift_JIS", 129: "windows-949", 134: "GB18030", 136: "Big5"]
    private static let pages = [
        932: "Shift_JIS", 936: "GB18030", 949: "windows-949", 950: "Big5", 54_936: "GB18030",
        65_001: "UTF-8",
    ]
    private static let narrow = [
        0: "windows-1252", 161: "windows-1253", 162: "windows-1254", 163: "windows-1258",
        177: "windows-1255", 178: "windows-1256", 186: "windows-1257", 204: "windows-1251",
        222: "windows-874", 238: "windows-1250",
    ]

    static func isWide(_ encoding: String) -> Bool {
        ["Shift_JIS", "windows-949", "GB18030", "Big5"].contains(encoding)
    }
}
