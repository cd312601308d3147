import Foundation

/// A number laid out by a section of a format (数值格式).
struct CellNumber {
    private let section: CellFormat.Section
    /// Places of the digits before and after the point, in `section.pieces`.
    private var whole: [Int] = []
    private var decimals: [Int] = []
    private var hasThousands = false
    private var scale = 1.0

    init(_ section: CellFormat.Section) {
        self.section = section
        var isAfterPoint = false
        var isFraction = false
        for (place, piece) in section.pieces.enumerated() {
            switch piece {
            case .digit where isFraction: break
            case .digit: if isAfterPoint { decimals.append(place) } else { whole.append(place) }
            case .point: isAfterPoint = true
            case .slash, .exponent: isFraction = true
            case .percent: scale *= 100
            default: break
            }
        }
        guard let last = (whole + decimals).last, let first = whole.first else { return }
        for (place, piece) in section.pieces.enumerated() where piece == .comma {
            // A comma between digits groups thousands, one behind them divides by a thousand.
            if place > last { scale /= 1_000 } else if place > first { hasThousands = true }
        }
    }

    /// As programs show a number without a format: at most eleven characters, but whole numbers whole.
    static func general(_ value: Double) -> String {
        if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
        guard abs(value) < 1e11, abs(value) >= 1e-9 else {
            return String(format: "%.6g", value).uppercased()
        }
        let digits = abs(value) < 1 ? 1 : String(Int(abs(value))).utf8.count
        return trimmed(String(format: "%.\(max(0, 10 - digits))f", value))
    }

    /// Without zeros that end decimals.
    private static func trimmed(_ number: String) -> String {
        guard number.contains(".") else { return number }
        var number = number
        while number.hasSuffix("0") { number.removeLast() }
        if number.hasSuffix(".") { number.removeLast() }
        return number == "-0" ? "0" : number
    }

    /// - Parameter value: Not negative.
    func text(_ value: Double) -> String {
        if section.isGeneral { return bare(Self.general(value)) }
        if section.pieces.contains(.slash) { return fraction(value) }
        if let exponent = section.pieces.first(where: {
            if case .exponent = $0 { true } else { false }
        }),
            case .exponent(let digits) = exponent
        {
            return scientific(value, digits)
        }
        guard !whole.isEmpty || !decimals.isEmpty else { return bare("") }
        // Sheets round the fifteen digits they show: 1.005 is 1.01.
        let scaled = value * scale * (1 + 4e-16)
        guard scaled < 1e15 else { return String(format: "%.15g", scaled) }
        let rounded = String(format: "%.\(min(decimals.count, 15))f", scaled)
        let parts = rounded.split(separator: ".")
        if section.chinese > 0, decimals.isEmpty, whole.count == 1 || hasThousands {
            return bare(Self.chinese(String(parts[0]), section.chinese))
        }
        return laidOut(
            Array(parts[0] == "0" ? "" : parts[0]), parts.count > 1 ? Array(parts[1]) : [])
    }

    /// The number among the section's words.
    private func bare(_ number: String) -> String {
        var number = section.chinese > 0 ? Self.chinese(number, section.chinese) : number
        if section.pieces.isEmpty { return "" }
        return section.pieces.map { piece in
            switch piece {
            case .literal(let words): return words
            case .general, .digit:
                defer { number = "" }
                return number
            default: return ""
            }
        }.joined()
    }

    private static func chinese(_ number: String, _ kind: Int) -> String {
        guard let value = Int(number), value < 10_000, kind < 3 else { return number }
        let format = kind == 1 ? "chineseCountingThousand" : "chineseLegalSimplified"
        return value == 0 ? "〇" : ListNumber.text(value, format: format) ?? number
    }

    private func laidOut(_ digits: [Character], _ fraction: [Character]) -> String {
        // From the right: each place takes a digit, the first takes what is left.
        var filled: [Int: String] = [:]
        var left = digits
        var taken = 0
        for place in whole.reversed() {
            var text = ""
            repeat {
                let isZero = section.pieces[place] == .digit("0")
                guard let digit = left.popLast() ?? (isZero ? "0" : nil) else { break }
                if hasThousands, taken > 0, taken % 3 == 0 { text = "," + text }
                text = String(digit) + text
                taken += 1
            } while place == whole.first && !left.isEmpty
            filled[place] = text
        }
        var shown = fraction
        for place in decimals.reversed() {
            guard section.pieces[place] != .digit("0"), shown.last == "0" else { break }
            shown.removeLast()
        }
        for (place, digit) in zip(decimals, shown) { filled[place] = String(digit) }
        return section.pieces.enumerated().map { place, piece in
            switch piece {
            case .literal(let words): words
            case .digit: filled[place] ?? ""
            case .point: shown.isEmpty ? "" : taken == 0 ? "0." : "."
            case .percent: "%"
            default: ""
            }
        }.joined()
    }

    private func scientific(_ value: Double, _ digits: Int) -> String {
        let text = String(format: "%.\(min(decimals.count, 15))E", value)
        let parts = text.components(separatedBy: "E")
        guard parts.count == 2, let power = Int(parts[1]) else { return text }
        let shown = String(abs(power))
        let zeros = String(repeating: "0", count: max(0, min(digits, 5) - shown.count))
        return parts[0] + "E" + (power < 0 ? "-" : "+") + zeros + shown
    }

    /// `# ?/?`: the nearest fraction whose denominator has no more digits than the code.
    private func fraction(_ value: Double) -> String {
        guard value < 1e15 else { return Self.general(value) }
        let slash = section.pieces.firstIndex(of: .slash) ?? 0
        let places = section.pieces[(slash + 1)...].prefix {
            if case .digit = $0 { true } else { false }
        }.count
        let limit = places > 2 ? 999 : places == 2 ? 99 : 9
        let rest = value - value.rounded(.down)
        var best = (top: 0, bottom: 1)
        for bottom in 1...limit {
            let top = (rest * Double(bottom)).rounded()
            let error = abs(top / Double(bottom) - rest)
            if error < abs(Double(best.top) / Double(best.bottom) - rest) - 1e-12 {
                best = (Int(top), bottom)
            }
        }
        let units = Int(value) + (best.top == best.bottom ? 1 : 0)
        if best.top == 0 || best.top == best.bottom { return String(units) }
        return (units > 0 ? "\(units) " : "") + "\(best.top)/\(best.bottom)"
    }
}
