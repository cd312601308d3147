import ReportModel

/// Turns the bytes of one kind of file into documents (读取器). A new format is a new reader and a
/// line in `Readers.standard`.
package protocol DocumentReader: Sendable {
    /// Whether this reader takes the file, by its name and its first bytes (up to 4,096).
    func accepts(name: String, head: [UInt8]) -> Bool

    /// - Throws: `ReportError` naming the file and the reason; nothing of it is indexed then.
    func read(_ file: InputFile, options: ReadOptions) throws(ReportError) -> [DecodedDocument]
}

/// A file's bytes under the name the user gave.
package struct InputFile: Sendable {
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// What the user may set for reading.
package struct ReadOptions: Sendable {
    /// The encoding to read text in, in place of detection; an IANA or ICU name.
    package var encoding: String?
    /// Files above this are skipped, in bytes.
    package var maximumSize: Int
    /// How pictures and pages without text are recognised; `nil` leaves them out.
    package var recognition: TextRecognition?

    package init(
        encoding: String? = nil, maximumSize: Int = 64 << 20, recognition: TextRecognition? = nil
    ) {
        self.recognition = recognition
        self.encoding = encoding
        self.maximumSize = maximumSize
    }
}
