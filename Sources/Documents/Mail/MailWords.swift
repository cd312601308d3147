import Foundation

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
