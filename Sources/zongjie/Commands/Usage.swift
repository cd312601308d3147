import ArgumentParser
import Presentation
import ReportModel

/// Wrong usage, told with the command's own usage line and status 64 (用法错误).
enum Usage {
    /// Runs a check of a request's values; a parameter is told by its option's name.
    static func check(_ body: () throws(RequestError) -> Void) throws(ValidationError) {
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
        try check { () throws(RequestError) in
            guard let number, !range.contains(number) else { return }
            throw RequestError.range(name, range)
        }
    }

    /// What looks like an option and is none of ours is a slip, not a word to exclude.
    static func refuseOptions(in words: [String]) throws(ValidationError) {
        guard let slip = words.first(where: { $0.hasPrefix("--") }) else { return }
        throw ValidationError(wording("没有选项 \(slip)", "there is no option \(slip)"))
    }
}
