import ReportModel

/// Reads saved mail (.eml, Outlook's .msg, 邮件): the subject and the text, then what is attached, as members of an archive.
struct MailReader: DocumentReader {
    /// Reads attachments by their kinds.
    let archives: ArchiveReader

    static func isMail(_ name: String) -> Bool {
        ["eml", "msg"].contains(FileKind.extension(of: name))
    }

    func accepts(name: String, head: [UInt8]) -> Bool { Self.isMail(name) }

    func read(_ file: InputFile, options: ReadOptions) throws(ReportError) -> [DecodedDocument] {
        try read(
            file, options: options, budget: archives.budget(for: file), depth: ArchiveDepth())
    }

    func read(
        _ file: InputFile, options: ReadOptions, budget: ZipArchive.Budget, depth: ArchiveDepth
    ) throws(ReportError) -> [DecodedDocument] {
        guard let letter = Letter(file.bytes, options) else {
            throw Refusal.notThisFormat("Outlook (.msg)").error(at: file.path)
        }
        let documents = read(letter, path: file.path, options, budget, depth)
        guard !documents.isEmpty else { throw Refusal.noText.error(at: file.path) }
        return documents
    }

    /// The letter and what is attached to it; nothing when both are empty.
    private func read(
        _ letter: Letter, path: String, _ options: ReadOptions, _ budget: ZipArchive.Budget,
        _ depth: ArchiveDepth
    ) -> [DecodedDocument] {
        var document = DecodedDocument(path: path, encoding: letter.format, lines: [], lineCount: 0)
        if !letter.subject.isEmpty {
            document.properties["title"] = letter.subject
            document.lines.append(DecodedLine(text: letter.subject, line: 1, locator: "subject"))
        }
        for text in letter.body {
            document.lines.append(
                DecodedLine(text: text, line: document.lines.count + 1, locator: "body"))
        }
        document.lineCount = document.lines.count
        var documents = letter.body.isEmpty ? [] : [document]
        for attachment in letter.attachments() {
            guard budget.members < archives.limits.members else { break }
            budget.members += 1
            let member = MemberName(Array(attachment.name.utf8))
            let place = path + "/" + member.text
            guard !member.isUnsafe else {
                documents.append(DecodedDocument(refused: .unsafeName, path: place))
                continue
            }
            switch attachment.content {
            case .bytes(let bytes):
                documents += archives.read(
                    InputFile(path: place, bytes: bytes()), name: member.text, options: options,
                    budget: budget, depth: depth)
            case .letter(let inner):
                guard let inside = depth.inLetter else {
                    documents.append(DecodedDocument(refused: .nestedTooDeep, path: place))
                    continue
                }
                documents += read(Letter(inner), path: place, options, budget, inside)
            }
        }
        if documents.isEmpty, !document.lines.isEmpty { documents = [document] }
        return documents
    }
}

/// What a letter says and what is attached to it, however it was saved.
private struct Letter {
    struct Attachment {
        enum Content {
            /// Decoded when they are asked for.
            case bytes(() -> [UInt8])
            case letter(OutlookMail)
        }

        var name: String
        var content: Content
    }

    var format = "eml"
    var subject = ""
    var body: [String] = []
    var attachments: () -> [Attachment] = { [] }

    init(_ mail: OutlookMail) {
        format = "msg"
        subject = mail.subject
        body = mail.body
        attachments = {
            mail.attachments().map { attachment in
                switch attachment.content {
                case .bytes(let bytes): Attachment(name: attachment.name, content: .bytes { bytes })
                case .letter(let letter):
                    Attachment(name: attachment.name, content: .letter(letter))
                }
            }
        }
    }

    /// `nil` for a compound file that is no letter.
    init?(_ bytes: [UInt8], _ options: ReadOptions) {
        if let mail = OutlookMail(bytes, options) {
            self.init(mail)
            return
        }
        guard !bytes.starts(with: CompoundFile.mark) else { return nil }
        self.init(MIMEArchive(bytes), options)
    }

    private init(_ archive: MIMEArchive, _ options: ReadOptions) {
        subject = MailWords.decoded(archive.headers["subject"] ?? "").joinedLines()
        let texts = archive.parts.filter { Self.attachment($0) == nil }
        // A letter comes as text and as a page that says the same.
        body = texts.filter { $0.type == "text/plain" }.flatMap { Self.lines(of: $0, options) }
        if body.isEmpty {
            body = texts.filter { $0.type == "text/html" }.flatMap { Self.page($0, options) }
        }
        attachments = {
            archive.parts.compactMap { part in
                Self.attachment(part).map { Attachment(name: $0, content: .bytes(part.decoded)) }
            }
        }
    }

    /// The name of what is attached; `nil` for text and for pictures within it.
    private static func attachment(_ part: MIMEArchive.Part) -> String? {
        let disposition = part.headers["content-disposition"]?.lowercased() ?? ""
        if part.type.hasPrefix("image/"), !disposition.hasPrefix("attachment") { return nil }
        let name =
            MailWords.parameter("filename", of: "content-disposition", in: part)
            ?? MailWords.parameter("name", of: "content-type", in: part)
        // A letter is one whatever its name.
        if part.type == "message/rfc822" {
            let name = name ?? "message"
            return MailReader.isMail(name) ? name : name + ".eml"
        }
        if let name { return name }
        return disposition.hasPrefix("attachment") ? "attachment" : nil
    }

    private static func lines(of part: MIMEArchive.Part, _ options: ReadOptions) -> [String] {
        let (text, _) = HTMLCharset.decode(
            part.decoded(), header: part.parameter("charset"), option: options.encoding)
        return text.splitLines().map { $0.trimmed() }.filter { !$0.isEmpty }
    }

    private static func page(_ part: MIMEArchive.Part, _ options: ReadOptions) -> [String] {
        let page = try? HTMLReader().document(
            path: "", bytes: part.decoded(), header: part.parameter("charset"),
            option: options.encoding)
        return page?.lines.map(\.text) ?? []
    }
}
