import ReportModel
import Vocabulary

/// The words of `furniture.yml` (版面附加内容词表), as UTF-8 bytes.
struct FurnitureRules: Sendable {
    /// Where in a file a line stands.
    enum Zone: String, Decodable, Sendable { case top, bottom, edge, any, line }

    /// Words that count alike.
    struct Cue: Sendable {
        let zone: Zone
        let points: Int
        let starts: [[UInt8]]
        let inside: [[UInt8]]
    }

    private(set) var cues: [Cue] = []
    /// What heads a list of other pages.
    private(set) var lists: [[UInt8]] = []
    /// What a site writes into its headlines.
    private(set) var headlines: [[UInt8]] = []
    /// What lines of an official paper around its text begin and end with.
    private(set) var officialStarts: [[UInt8]] = []
    private(set) var officialEnds: [[UInt8]] = []

    /// - Throws: `ReportError` when a `furniture.yml` cannot be read.
    init() throws(ReportError) {
        for row in try VocabularyFile.rows("furniture.yml", as: Row.self) {
            let starts = (row.start ?? []).map { Array($0.utf8) }
            let inside = (row.has ?? []).map { Array($0.utf8) }
            if row.list == true {
                lists += inside
            } else if row.headline == true {
                headlines += inside
            } else if row.official == true {
                officialStarts += starts
                officialEnds += (row.end ?? []).map { Array($0.utf8) }
            } else if let zone = row.zone {
                cues.append(
                    Cue(zone: zone, points: row.points ?? 1, starts: starts, inside: inside))
            }
        }
    }

    /// How much speaks for a line to be a site's. In `line`, what counts anywhere counts too.
    func points(_ line: [UInt8], in zone: Zone) -> Int {
        var points = 0
        let start = Self.decoration(line)
        for cue in cues
        where cue.zone == zone || cue.zone == .any || zone != .line && cue.zone == .edge {
            if cue.starts.stand(in: line, at: 0)
                || start > 0 && cue.starts.stand(in: line, at: start)
                || cue.inside.occur(in: line)
            {
                points += cue.points
            }
        }
        return points
    }

    /// How many bytes of arrows, stars, brackets and the like a line opens with: ↓↓点击下载, [上一篇].
    static func decoration(_ line: [UInt8]) -> Int {
        var length = 0
        for scalar in String(decoding: line.prefix(60), as: UTF8.self).unicodeScalars {
            guard !scalar.value.isHan, !scalar.properties.isAlphabetic,
                scalar.properties.numericType == nil
            else { break }
            length += String(scalar).utf8.count
        }
        return length
    }

    private struct Row: Decodable {
        let zone: Zone?
        let points: Int?
        let start, has, end: [String]?
        let list, headline, official: Bool?
    }
}
