extension Unicode.Scalar {
    /// White space as documents use it: blanks, no-break and ideographic spaces, marks of no width.
    var isBlank: Bool {
        switch value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F,
            0x205F, 0x3000, 0xFEFF:
            true
        default: false
        }
    }

    /// Chinese characters and the punctuation that is set as wide as they are: no space is written
    /// between two of these.
    var isWide: Bool {
        switch value {
        case 0x2E80...0x303E, 0x3040...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
            0xFE30...0xFE4F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFF,
            0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0x00B7:
            true
        default: false
        }
    }
}

extension String {
    /// Without the white space around it.
    func trimmed() -> String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.isBlank }),
            let last = scalars.lastIndex(where: { !$0.isBlank })
        else { return "" }
        return String(scalars[first...last])
    }

    /// Without the white space before it.
    func trimmedStart() -> Substring {
        unicodeScalars.firstIndex { !$0.isBlank }.map { self[$0...] } ?? ""
    }

    /// Without characters of private use, which symbol fonts draw bullets with.
    func withoutSymbols() -> String {
        var result = ""
        result.unicodeScalars.append(
            contentsOf: unicodeScalars.filter { !(0xE000...0xF8FF).contains($0.value) })
        return result
    }

    /// Runs of white space as one space each.
    func collapsed() -> String {
        var result = ""
        var isBlank = false
        for scalar in unicodeScalars {
            if scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r" {
                isBlank = true
                continue
            }
            if isBlank { result += " " }
            isBlank = false
            result.unicodeScalars.append(scalar)
        }
        return isBlank ? result + " " : result
    }

    /// The lines between line feeds, carriage returns and line or page separators.
    func splitLines() -> [String] {
        unicodeScalars.split {
            switch $0.value {
            case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
            default: false
            }
        }.map { String($0) }
    }

    /// The lines as one, with a space only where two Latin words would meet.
    func joinedLines() -> String {
        var result = ""
        for piece in splitLines() {
            let next = piece.trimmed()
            guard let first = next.unicodeScalars.first else { continue }
            if let last = result.unicodeScalars.last, !last.isWide, !first.isWide { result += " " }
            result += next
        }
        return result
    }
}
