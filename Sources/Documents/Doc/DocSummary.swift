import Foundation

/// The title and the date of creation in a compound file's summary (文档属性; MS-OLEPS).
struct DocSummary {
    private(set) var values: [String: String] = [:]

    init(_ file: CompoundFile) {
        guard let summary = file.stream("\u{5}SummaryInformation"), summary.word(0) == 0xFFFE else {
            return
        }
        let section = summary.long(44)
        var places: [Int: Int] = [:]
        for index in 0..<min(summary.long(section + 4), 64) {
            let entry = section + 8 + 8 * index
            places[summary.long(entry)] = section + summary.long(entry + 4)
        }
        let page = places[1].map { summary.word($0 + 4) } ?? 1_252
        if let place = places[2], let title = Self.text(summary, place, page: page) {
            values["title"] = title
        }
        if let place = places[12], summary.long(place) == 64 {
            // Ticks of 100 ns since 1601.
            let ticks =
                Double(summary.long(place + 8)) * 4_294_967_296 + Double(summary.long(place + 4))
            let seconds = ticks / 10_000_000 - 11_644_473_600
            if seconds > 0, seconds < 32_503_680_000 {
                values["created"] = Date(timeIntervalSince1970: seconds).ISO8601Format()
            }
        }
    }

    private static func text(_ summary: ByteReader, _ place: Int, page: Int) -> String? {
        let length = summary.long(place + 4)
        guard length < 4_096 else { return nil }
        let text: String
        switch summary.long(place) {
        case 31: text = summary.text(place + 8, length)
        case 30:
            let names = [936: "GB18030", 950: "Big5", 65_001: "UTF-8", 65_000: "UTF-8"]
            let encoding = TextEncoding.named(names[page] ?? "windows-\(page)") ?? .gb18030
            text = LenientText.decode(summary.slice(place + 8, length)[...], as: encoding)
        default: return nil
        }
        let shown = text.filter { $0 != "\0" && $0 != "?" }.trimmed()
        return shown.isEmpty ? nil : shown
    }
}
