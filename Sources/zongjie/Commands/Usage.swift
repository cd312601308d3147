import ArgumentParser
import Presentation
import ReportModel

/// Wrong usage, told with the command's own usage line and status 64 (用法错误).
enum Usage {
    /// Runs a check of a request's values; a parameter is told by its option's name.
    static func check(_ body: () throws(ReportError) -> Void) throws(ValidationError) {
        do {
            try body()
        } catch {
            let isName = error.place.utf8.allSatisfy { $0 == 0x2D || (0x61...0x7A).contains($0) }
            throw ValidationError((isName ? "--" : "") + error.description)
        }
    }

    /// Checks the range of an option's number; an option that was not given is in range.
    static func range(_ name: String, _ number: Int?, _ range: ClosedRange<Int>)
        throws(ValidationError)
    {
        try check { () throws(ReportError) in
            guard let number, !range.contains(number) else { return }
            throw ReportError.range(name, range)
        }
    }

    /// Words as they were typed, without the `--` before which options end.
    static func words(_ typed: [String]) -> String {
        var words = typed
        if let end = words.firstIndex(of: "--") { words.remove(at: end) }
        return words.joined(separator: " ")
    }

    /// What looks like an option and is none of ours is a slip, not a word to exclude; after `--` it is a word.
    static func refuseOptions(in words: [String]) throws(ValidationError) {
        let end = CommandLine.arguments.firstIndex(of: "--") ?? CommandLine.arguments.endIndex
        let options = Set(CommandLine.arguments[..<end])
        let slips = words.filter { $0.hasPrefix("--") && options.contains($0) }
        guard let slip = slips.first else { return }
        throw ValidationError(
            wording(
                "没有选项 \(slip)；若是检索词，写在 -- 之后",
                "there is no option \(slip); a word like this goes after --"))
    }
}
