import ReportModel
import Vocabulary

/// The words of `furniture.yml` (版面附加内容词表), as UTF-8 bytes.
struct FurnitureRules: Sendable {
    /// Where in a file a line stands.
    enum Zone: String, Decodable, Sendable { case top, bottom, edge }

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

    /// How much speaks for a line to be a site's.
    func points(_ line: [UInt8], in zone: Zone) -> Int {
        var points = 0
        for cue in cues where cue.zone == zone || cue.zone == .edge {
            if cue.starts.stand(in: line, at: 0) || cue.inside.occur(in: line) {
                points += cue.points
            }
        }
        return points
    }

    private struct Row: Decodable {
        let zone: Zone?
        let points: Int?
        let start, has, end: [String]?
        let list, headline, official: Bool?
    }
}
