import Vocabulary

/// Lines that pages have for their use and not as text (网页套话): print, close, share, type size.
struct PageWords: Sendable {
    private let words: Set<String>
    private let openings: [String]

    static let standard: PageWords = {
        // A user's file that cannot be read is told of by the vocabularies that must be read.
        let own = (try? VocabularyFile.user("page-words.txt")) ?? nil
        return PageWords((VocabularyFile.embedded("page-words.txt") ?? "") + "\n" + (own ?? ""))
    }()

    init(_ text: String) {
        let lines = text.splitLines().map { $0.trimmed() }.filter {
            !$0.isEmpty && !$0.hasPrefix("#")
        }
        words = Set(lines.filter { !$0.hasSuffix("*") })
        openings = lines.filter { $0.hasSuffix("*") }.map { String($0.dropLast()) }
    }

    /// Whether a line consists of such words only, or begins as such lines do and is short.
    func contains(_ line: String) -> Bool {
        guard line.unicodeScalars.count <= 80 else { return false }
        let pieces = line.unicodeScalars.split { scalar in
            scalar.isBlank || "【】[]（）()|｜/、:：-—>》<《·,，".unicodeScalars.contains(scalar)
        }.map { String($0) }
        guard let first = pieces.first else { return false }
        return pieces.allSatisfy { words.contains($0) } || openings.contains { first.hasPrefix($0) }
    }
}
