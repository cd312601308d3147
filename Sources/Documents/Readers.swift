import ReportModel

/// The readers there are, asked in order (读取器表).
package struct Readers: Sendable {
    package var readers: [any DocumentReader]

    package init(_ readers: [any DocumentReader]) {
        self.readers = readers
    }

    /// A new format is a line here.
    package static let standard = Readers([PlainTextReader()] + Readers.formats)

    /// The reader that takes a file of that name and beginning; `nil` when none does.
    package func reader(name: String, head: [UInt8] = []) -> (any DocumentReader)? {
        readers.first { $0.accepts(name: name, head: head) }
    }

    /// Reads a file with the reader that takes it; one that nobody knows is tried as plain text.
    package func read(_ file: InputFile, options: ReadOptions) throws(ReportError)
        -> [DecodedDocument]
    {
        guard !file.bytes.isEmpty else { throw emptyFile(file.path) }
        let head = Array(file.bytes.prefix(4096))
        let reader = reader(name: file.path, head: head) ?? PlainTextReader()
        return try reader.read(file, options: options)
    }
}

/// The last extension of a path in lower case, without the dot; empty without one.
package func pathExtension(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
}

func emptyFile(_ path: String) -> ReportError {
    Refusal.empty.error(at: path)
}
