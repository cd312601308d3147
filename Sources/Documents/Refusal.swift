import ReportModel

/// What readers throw.
typealias Refusal = ReportModel.Refusal

extension Refusal {
    init(_ trouble: MarkupTrouble) {
        switch trouble {
        case .malformed(let line): self = .brokenMarkup(line: line)
        case .entities: self = .entities
        case .tooDeep(let depth): self = .tooDeep(depth)
        case .tooMany(let count): self = .tooMany(count)
        case .noMemory: self = .noMemory
        case .tooSlow(let seconds): self = .tooSlow(seconds: seconds)
        }
    }

    init(_ trouble: ZipTrouble) {
        switch trouble {
        case .damaged: self = .brokenZip
        case .encrypted: self = .encrypted
        case .tooManyMembers(let count): self = .tooMany(count)
        case .tooLarge(let bytes): self = .tooLarge(bytes: bytes)
        case .ratio(let ratio): self = .ratio(ratio)
        case .noMemory: self = .noMemory
        }
    }

    /// The error that a reader throws for the file at `path`.
    func error(at path: String) -> ReportError { ReportError(self, place: path) }
}

/// Runs `body` and gives what it throws the file's name.
func refusing<Value>(
    _ path: String, _ body: () throws(Refusal) -> Value
) throws(ReportError) -> Value {
    do throws(Refusal) {
        return try body()
    } catch {
        throw error.error(at: path)
    }
}
