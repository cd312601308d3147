import ReportModel

/// Reads rich text, also where a web system calls it `.doc` (RTF).
struct RTFReader: DocumentReader {
    func accepts(name: String, head: [UInt8]) -> Bool {
        head.isEmpty ? FileKind.extension(of: name) == "rtf" : Self.isRTF(head)
    }

    private static func isRTF(_ bytes: [UInt8]) -> Bool {
        let start = bytes.prefix(64).firstIndex { $0 > 0x20 && $0 < 0x80 } ?? 0
        return bytes[start...].starts(with: Array("{\\rt".utf8))
    }

    func read(_ file: InputFile, options: ReadOptions) throws(ReportError) -> [DecodedDocument] {
        [
            try refusing(file.path) { () throws(Refusal) in
                guard Self.isRTF(file.bytes) else { throw .notThisFormat("RTF") }
                var parser = RTFParser(file.bytes)
                parser.parse()
                if parser.isTooDeep { throw .tooDeep(RTFParser.depthLimit) }
                // Some programs write a question mark for each Chinese character.
                let title = parser.title.filter { $0 != "?" }.trimmed()
                return try DecodedDocument(
                    path: file.path, format: "rtf", flow: parser.flow,
                    properties: title.isEmpty ? [:] : ["title": title])
            }
        ]
    }
}
