/// A letter as Outlook saves it (.msg; MS-OXMSG): a compound file whose streams are named by property and type.
struct OutlookMail {
    /// An attached file, or a letter that is a folder of the same compound file.
    struct Attachment {
        enum Content {
            case bytes([UInt8])
            case letter(OutlookMail)
        }

        var name: String
        var content: Content
    }

    private(set) var subject = ""
    /// The lines of the text.
    private(set) var body: [String] = []
    private let file: CompoundFile
    private let folder: String
    private let options: ReadOptions

    /// How many attachments are looked at.
    private static let attachmentLimit = 1_000
    private static let prefix = "__substg1.0_"

    /// `nil` when the bytes are no compound file, or one that is no letter.
    init?(_ bytes: [UInt8], _ options: ReadOptions) {
        guard let file = CompoundFile(bytes),
            file.names.contains(where: { $0.hasPrefix(Self.prefix) })
        else { return nil }
        self.init(file, in: "", options)
    }

    private init(_ file: CompoundFile, in folder: String, _ options: ReadOptions) {
        self.file = file
        self.folder = folder
        self.options = options
        subject = text("0037", in: folder)?.joinedLines() ?? ""
        let plain = text("1000", in: folder) ?? ""
        body = plain.splitLines().map { $0.trimmed() }.filter { !$0.isEmpty }
        if body.isEmpty, let page = stream("10130102", in: folder) {
            let read = try? HTMLReader().document(
                path: "", bytes: page.bytes, header: nil, option: options.encoding)
            body = read?.lines.map(\.text) ?? []
        }
        if body.isEmpty, let packed = stream("10090102", in: folder),
            let rich = CompressedRTF.unpacked(packed)
        {
            var parser = RTFParser(rich)
            parser.parse()
            body = parser.flow.lines.map(\.text)
        }
    }

    /// What is attached, in order.
    func attachments() -> [Attachment] {
        var found: [Attachment] = []
        // Every sector belongs to one stream: more bytes than the file has come of a false one.
        var left = file.size
        let folders = file.names(in: folder).filter { $0.hasPrefix("__attach_version1.0_") }
        for name in folders.sorted().prefix(Self.attachmentLimit) {
            let place = folder + (folder.isEmpty ? "" : "/") + name
            let title =
                text("3707", in: place) ?? text("3704", in: place) ?? text("3001", in: place)
            let inner = place + "/" + Self.prefix + "3701000D"
            if file.isFolder(inner) {
                let letter = OutlookMail(file, in: inner, options)
                found.append(
                    Attachment(
                        name: (title ?? letter.subject).joinedLines(), content: .letter(letter)))
                continue
            }
            guard let data = stream("37010102", in: place), data.count <= left else { continue }
            left -= data.count
            found.append(
                Attachment(
                    name: title?.joinedLines() ?? "attachment", content: .bytes(data.bytes)))
        }
        return found
    }

    private func stream(_ property: String, in folder: String) -> ByteReader? {
        file.stream(Self.prefix + property, in: folder)
    }

    /// A property that is text: UTF-16, or bytes in the writer's code page.
    private func text(_ property: String, in folder: String) -> String? {
        if let wide = stream(property + "001F", in: folder) {
            return wide.text(0, wide.count / 2).filter { $0 != "\0" }
        }
        guard let narrow = stream(property + "001E", in: folder) else { return nil }
        return HTMLCharset.decode(narrow.bytes, header: nil, option: options.encoding).text
            .filter { $0 != "\0" }
    }
}
