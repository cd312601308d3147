import Presentation
import ReportModel

/// The language of a reader (读者语言): the one chosen with `lang`, else the browser's first of ours, else Chinese.
struct ReaderLanguage: Sendable {
    let current: MessageLanguage
    /// What `lang` says, when it counts.
    let chosen: String?

    init(_ parameters: Parameters, _ accepted: String?) {
        switch parameters.values("lang").last {
        case "en": (current, chosen) = (.english, "en")
        case "zh": (current, chosen) = (.chinese, "zh")
        default: (current, chosen) = (Self.preferred(accepted ?? ""), nil)
        }
    }

    /// The language of greatest weight in `Accept-Language` (RFC 9110, 12.5.4); Chinese at equal weight.
    private static func preferred(_ accepted: String) -> MessageLanguage {
        var weights: [String: Double] = [:]
        for item in accepted.split(separator: ",") {
            let parts = item.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
            guard let name = parts.first?.lowercased() else { continue }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }
                .flatMap { Double($0.dropFirst(2)) }
            let language = String(name.prefix { $0 != "-" })
            weights[language] = max(weights[language] ?? 0, weight ?? 1)
        }
        return (weights["en"] ?? 0) > (weights["zh"] ?? 0) ? .english : .chinese
    }
}
