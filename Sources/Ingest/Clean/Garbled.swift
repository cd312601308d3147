import Documents
import ReportModel

/// Text that was decoded with the wrong table before it reached us (乱码): ×Ü½á or æ€»ç»“ for 总结.
///
/// It says nothing: not a year, though figures survive in it, nor a unit.
enum Garbled {
    /// Whether a line is Chinese read as Latin: unbroken stretches of Latin letters with marks, more
    /// of them than of Chinese characters. O(n).
    static func isLatin(_ text: String) -> Bool {
        var run = 0
        var letters = 0
        var longest = 0
        var marked = 0
        var han = 0
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xA0...0xAC, 0xAE...0xFF, 0x152...0x17E, 0x192, 0x2C6, 0x2DC, 0x201A...0x201E,
                0x2020...0x2022,
                0x2030, 0x2039, 0x203A, 0x20AC, 0x2122:
                run += 1
                // × and ÷ mask what is hidden.
                if (0xBC...0xFF).contains(scalar.value), scalar != "×", scalar != "÷" {
                    letters += 1
                }
                if run >= Self.shortestRun, letters >= 2 { longest = max(longest, run) }
                marked += 1
                continue
            // What cleaning takes away breaks no stretch.
            case 0x80...0x9F, 0xAD, 0x200B...0x200F, 0xFE00...0xFE0F, 0xFEFF, 0x00...0x1F, 0x7F:
                continue
            case 0x3400...0x9FFF: han += 1
            default: break
            }
            run = 0
            letters = 0
        }
        return longest > 0 && marked > han
    }

    /// Marks the lines of a text in UTF-8 that was read as GBK (鎬荤粨 for 总结), when its beginning shows
    /// that: rare characters throughout.
    static func markRare(_ document: inout CleanedDocument) {
        let sample = document.lines.lazy.filter { !$0.isNoise && isHan($0.text) }.prefix(12)
        guard sample.contains(where: { isRare($0.text) }) else { return }
        for index in document.lines.indices where !document.lines[index].isNoise {
            guard isRare(document.lines[index].text) else { continue }
            document.lines[index].isNoise = true
            document.repairs.append(repair(document.lines[index]))
        }
    }

    /// What the ledger says of a garbled line.
    static func repair(_ line: CleanedLine) -> Repair {
        let head = String(String.UnicodeScalarView(line.text.unicodeScalars.prefix(40)))
        return Repair(kind: kind, line: line.line, before: head, after: "")
    }

    static let kind = "mojibake"

    private static func isRare(_ text: String) -> Bool {
        isHan(text) && Commonness.standard.score(text) < Self.common
    }

    /// Whether at least six Chinese characters stand in a text and most of it is Chinese.
    private static func isHan(_ text: String) -> Bool {
        guard text.utf8.count >= 18 else { return false }
        var count = 0
        var others = 0
        for scalar in text.unicodeScalars.prefix(200) {
            if (0x3400...0x9FFF).contains(scalar.value) { count += 1 } else { others += 1 }
        }
        return count >= 6 && count > others
    }

    private static let shortestRun = 4
    /// A text of names or of a rare trade still has a score over 0.4.
    private static let common = 0.05
}
