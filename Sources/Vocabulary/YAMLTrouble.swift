import Yams

/// Where a YAML file is wrong, and how, in a few words (词表错误).
struct YAMLTrouble {
    /// From 1; `nil` when the error tells no place.
    let line: Int?
    let problem: String

    /// Whether a file holds nothing but comments.
    static func isEmpty(_ text: String) -> Bool {
        text.split(whereSeparator: \.isNewline).allSatisfy { line in
            let content = line.drop { $0.isWhitespace }
            return content.isEmpty || content.hasPrefix("#")
        }
    }

    private init(line: Int?, problem: String) {
        self.line = line
        self.problem = problem
    }

    init(_ error: any Error, in text: String) {
        switch error {
        case let error as YamlError: self.init(error, in: text)
        case let error as DecodingError: self.init(error, in: text)
        default:
            self.init(line: nil, problem: String(describing: error))
        }
    }

    /// What is missing at the end of a file is told at its last line, not behind it.
    private init(_ error: YamlError, in text: String) {
        switch error {
        case .scanner(_, let words, let mark, _), .parser(_, let words, let mark, _),
            .composer(_, let words, let mark, _):
            let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            let last = lines.lastIndex { !$0.allSatisfy(\.isWhitespace) } ?? 0
            self.init(line: min(mark.line, last + 1), problem: words)
        default:
            self.init(line: nil, problem: String(describing: error))
        }
    }

    /// A row that is no such row: its place is found by walking the coding path.
    private init(_ error: DecodingError, in text: String) {
        let context: DecodingError.Context
        var missing = ""
        switch error {
        case .keyNotFound(let key, let found):
            context = found
            missing = key.stringValue
        case .typeMismatch(_, let found), .valueNotFound(_, let found), .dataCorrupted(let found):
            context = found
        @unknown default:
            self.init(line: nil, problem: String(describing: error))
            return
        }
        if let cause = context.underlyingError as? YamlError {
            self.init(cause, in: text)
            return
        }
        var node = (try? Yams.compose(yaml: text)) ?? nil
        var found = node?.mark?.line
        for key in context.codingPath {
            if let index = key.intValue {
                node = node?.sequence.flatMap { $0.indices.contains(index) ? $0[index] : nil }
            } else {
                node = node?.mapping?[Node(key.stringValue)]
            }
            guard let mark = node?.mark else { break }
            found = mark.line
        }
        let path = context.codingPath.filter { $0.intValue == nil }.map(\.stringValue)
            .joined(separator: ".")
        let problem =
            missing.isEmpty
            ? [path, context.debugDescription].filter { !$0.isEmpty }.joined(separator: ": ")
            : "`\(missing)`: " + context.debugDescription
        self.init(line: found, problem: problem)
    }
}
