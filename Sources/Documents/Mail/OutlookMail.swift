/// A letter as Outlook saves it (.msg; MS-OXMSG): a compound file whose streams are named by property and type.
struct OutlookMail {
    /// An attached file.
    struct Attachment {
        var name: String
        var bytes: [UInt8]
    }

    private(set) var subject = ""
    /// The lines of the text.
    private(set) var body: [String] = []
    private(set) var attachments: [Attachment] = []

    /// How many attachments are looked at.
    private static let attachmentLimit = 1_000

    /// `nil` when the bytes are no compound file, or one that is no letter.
    init?(_ bytes: [UInt8], _ options: ReadOptions) {
        guard let file = CompoundFile(bytes),
            file.names.contains(where: { $0.hasPrefix(Self.prefix) })
        else { return nil }
        func stream(_ name: String) -> ByteReader? { file.stream(name) }
        subject = Self.text("0037", stream, options)?.joinedLines() ?? ""
        let plain = Self.text("1000", stream, options) ?? ""
        body = plain.splitLines().map { $0.trimmed() }.filter { !$0.isEmpty }
        if body.isEmpty, let page = stream(Self.prefix + "10130102") {
            let read = try? HTMLReader().document(
                path: "", bytes: page.bytes, header: nil, option: options.encoding)
            body = read?.lines.map(\.text) ?? []
        }
        // Every sector belongs to one stream: more bytes than the file has come of a false one.
        var left = bytes.count
        let folders = file.folders.filter { $0.hasPrefix("__attach_version1.0_") }.sorted()
        for folder in folders.prefix(Self.attachmentLimit) {
            func stream(_ name: String) -> ByteReader? { file.stream(name, in: folder) }
            // A letter within the letter is a folder, not a stream.
            guard let data = stream(Self.prefix + "37010102"), data.count <= left else { continue }
            left -= data.count
            let name =
                Self.text("3707", stream, options) ?? Self.text("3704", stream, options)
                ?? "attachment"
            attachments.append(Attachment(name: name.joinedLines(), bytes: data.bytes))
        }
    }

    private static let prefix = "__substg1.0_"

    /// A property that is text: UTF-16, or bytes in the writer's code page.
    private static func text(
        _ property: String, _ stream: (String) -> ByteReader?, _ options: ReadOptions
    ) -> String? {
        if let wide = stream(prefix + property + "001F") {
            return wide.text(0, wide.count / 2).filter { $0 != "\0" }
        }
        guard let narrow = stream(prefix + property + "001E") else { return nil }
        return HTMLCharset.decode(narrow.bytes, header: nil, option: options.encoding).text
            .filter { $0 != "\0" }
    }
}
