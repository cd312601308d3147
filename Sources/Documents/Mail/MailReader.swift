import ReportModel
import Foundation

/// Reads saved mail (.eml, Outlook's .msg, 邮件): the subject and the text, then what is attached, as members of an archive.
struct MailReader: DocumentReader {
    /// Reads attachments by their kinds.
    let archives: ArchiveReader

    static func isMail(_ name: String) -> Bool {
        ["eml", "msg"].contains(FileKind.extension(of: name))
    }

    func accepts(name: String, head: [UInt8]) -> Bool { Self.isMail(name) }

    func read(_ file: InputFile, options: ReadOptions) throws(ReportError) -> [DecodedDocument] {
        try read(file, options: options, budget: archives.budget(for: file), depth: 0)
    }

    func read(
        _ file: InputFile, options: ReadOptions, budget: ZipArchive.Budget, depth: Int
    ) throws(ReportError) -> [DecodedDocument] {
        guard let letter = Letter(file.bytes, options) else {
            throw Refusal.notThisFormat("Outlook (.msg)").error(at: file.path)
        }
        var document = DecodedDocument(
            path: file.path, encoding: letter.format, lines: [], lineCount: 0)
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
        for (name, bytes) in letter.attachments {
            guard budget.members < archives.limits.members else { break }
            budget.members += 1
            let member = MemberName(Array(name.utf8))
            let path = file.path + "/" + member.text
            guard !member.isUnsafe else {
                documents.append(DecodedDocument(refused: .unsafeName, path: path))
                continue
            }
            documents += archives.read(
                InputFile(path: path, bytes: bytes()), name: member.text, options: options,
                budget: budget, depth: depth)
        }
        if documents.isEmpty, !document.lines.isEmpty { documents = [document] }
        guard !documents.isEmpty else { throw Refusal.noText.error(at: file.path) }
        return documents
    }
}

/// What a letter says and what is attached to it, however it was saved.
private struct Letter {
    var format = "eml"
    var subject = ""
    var body: [String] = []
    /// Names, and the bytes when they are asked for.
    var attachments: [(name: String, bytes: () -> [UInt8])] = []

    /// `nil` for a compound file that is no letter.
    init?(_ bytes: [UInt8], _ options: ReadOptions) {
        if let mail = OutlookMail(bytes, options) {
            format = "msg"
            subject = mail.subject
            body = mail.body
            attachments = mail.attachments.map { attachment in
                (attachment.name, { attachment.bytes })
            }
            return
        }
        guard !bytes.starts(with: CompoundFile.mark) else { return nil }
        let archive = MIMEArchive(bytes)
        subject = MailWords.decoded(archive.headers["subject"] ?? "").joinedLines()
        let texts = archive.parts.filter { Self.attachment($0) == nil }
        // A letter comes as text and as a page that says the same.
        body = texts.filter { $0.type == "text/plain" }.flatMap { Self.lines(of: $0, options) }
        if body.isEmpty {
            body = texts.filter { $0.type == "text/html" }.flatMap { Self.page($0, options) }
        }
        attachments = archive.parts.compactMap { part in
            Self.attachment(part).map { ($0, { part.decoded() }) }
        }
    }

    /// The name of what is attached; `nil` for text and for pictures within it.
    private static func attachment(_ part: MIMEArchive.Part) -> String? {
        let disposition = part.headers["content-disposition"]?.lowercased() ?? ""
        if part.type.hasPrefix("image/"), !disposition.hasPrefix("attachment") { return nil }
        let name =
            MailWords.parameter("filename", of: "content-disposition", in: part)
            ?? MailWords.parameter("name", of: "content-type", in: part)
        if let name { return name }
        if part.type == "message/rfc822" { return "message.eml" }
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

/// Text in the headers of a mail (邮件头编码; RFC 2047, RFC 2231).
enum MailWords {
    /// `=?gb18030?B?…?=` as the text it stands for. Bytes beyond ASCII that are written plainly are read as
    /// they come.
    static func decoded(_ header: String) -> String {
        var result = ""
        var rest = header[...]
        var wasEncoded = false
        while let start = rest.range(of: "=?"), let word = Word(rest[start.upperBound...]) {
            let before = rest[..<start.lowerBound]
            // Blanks between two encoded words are no text.
            if !(wasEncoded && before.allSatisfy(\.isWhitespace)) { result += before }
            result += word.text
            rest = rest[word.end...]
            wasEncoded = true
        }
        return result + rest
    }

    private struct Word {
        var text: String
        var end: String.Index

        init?(_ rest: Substring) {
            guard let charset = rest.firstIndex(of: "?") else { return nil }
            let kind = rest.index(after: charset)
            guard kind < rest.endIndex, let mark = rest[kind...].firstIndex(of: "?"),
                let close = rest[rest.index(after: mark)...].range(of: "?=")
            else { return nil }
            let content = Array(rest[rest.index(after: mark)..<close.lowerBound].utf8)
            let bytes: [UInt8]
            switch rest[kind..<mark].lowercased() {
            case "b": bytes = MIMEArchive.base64(content[...])
            case "q":
                bytes = MIMEArchive.quotedPrintable(content.map { $0 == 0x5F ? 0x20 : $0 }[...])
            default: return nil
            }
            let name = String(rest[..<charset].prefix { $0 != "*" })
            text = HTMLCharset.decode(bytes, header: name, option: nil).text
            end = close.upperBound
        }
    }

    /// A parameter that may be encoded: `filename*=utf-8''%E6…`, in pieces, or as an encoded word.
    static func parameter(_ name: String, of header: String, in part: MIMEArchive.Part) -> String? {
        if let plain = part.parameter(name, of: header) { return decoded(plain) }
        var value = part.parameter("\(name)*", of: header) ?? ""
        for number in 0..<64 {
            guard
                let piece = part.parameter("\(name)*\(number)*", of: header)
                    ?? part.parameter("\(name)*\(number)", of: header)
            else { break }
            value += piece
        }
        guard !value.isEmpty else { return nil }
        let fields = value.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
        let content = fields.count == 3 ? fields[2] : value[...]
        let bytes = MIMEArchive.quotedPrintable(content.utf8.map { $0 == 0x25 ? 0x3D : $0 }[...])
        let charset = fields.count == 3 ? String(fields[0]) : nil
        return HTMLCharset.decode(bytes, header: charset, option: nil).text
    }
}
