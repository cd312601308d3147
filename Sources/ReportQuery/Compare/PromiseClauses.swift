import ReportModel
import Segmentation

/// Cuts plans into promises: a clause with its own figure or its own verb, with the deadline behind it
/// (承诺切分).
enum PromiseClauses {
    struct Promise {
        /// The plan, narrowed to the clause.
        let record: ActivityRecord
        /// The words of the whole plan around the clause.
        let context: String
        /// Whether the clause names a time by which.
        let hasDeadline: Bool

        /// The first figure that was promised.
        var target: Quantity? { targets.first }

        var targets: [Quantity] {
            let own = record.activity.quantities.filter {
                $0.part == .target || $0.part == .head || $0.part == .rate
            }
            return own.isEmpty ? record.activity.quantities.filter { $0.part == .perItem } : own
        }
    }

    /// - Parameter text: the paragraph's, whose words around the plan say what it is about.
    static func promises(of plan: ActivityRecord, in text: String) -> [Promise] {
        let context = sentence(around: plan.activity.range, in: text)
        var clauses: [String] = []
        for clause in Self.clauses(of: plan.activity.span) {
            let isShort = clause.unicodeScalars.count < 6 || isDeadline(clause)
            if isShort, let last = clauses.indices.last {
                clauses[last] += "，" + clause
            } else {
                clauses.append(clause)
            }
        }
        var rest = plan.activity.quantities[...]
        return clauses.map { clause in
            var own: [Quantity] = []
            while let next = rest.first, clause.contains(next.raw) {
                own.append(next)
                rest.removeFirst()
            }
            var activity = plan.activity
            if clauses.count > 1 {
                activity.span = clause
                activity.quantities = own
            }
            return Promise(
                record: plan.with(activity), context: context,
                hasDeadline: deadlines.contains { clause.contains($0) })
        }
    }

    /// The sentence around a range of bytes; a short paragraph is taken whole.
    private static func sentence(around range: Range<Int>, in text: String) -> String {
        let bytes = Array(text.utf8)
        guard bytes.count > 400 else { return text }
        let stops = ["。", "；", "！"].map { Array($0.utf8) }
        func isStop(_ place: Int) -> Bool {
            place >= 0 && place + 3 <= bytes.count
                && stops.contains(Array(bytes[place..<place + 3]))
        }
        var start = min(range.lowerBound, bytes.count)
        while start > 0, !isStop(start - 3) { start -= 1 }
        var end = min(range.upperBound, bytes.count)
        while end < bytes.count, !isStop(end) { end += 1 }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// 九月底以前完成: a time and nothing that tells what.
    private static func isDeadline(_ clause: String) -> Bool {
        clause.unicodeScalars.count < 12 && deadlines.contains { clause.contains($0) }
            && !clause.unicodeScalars.contains { "场期人名个户家万处".unicodeScalars.contains($0) }
    }

    private static let deadlines = [
        "以前", "之前", "前完成", "底前", "月底", "上半年", "下半年", "年内", "年底", "季度", "年初", "前做完",
    ]

    /// Cut at ，；。 outside quotation marks and numbers.
    private static func clauses(of span: String) -> [String] {
        var clauses: [String] = []
        var clause = ""
        var depth = 0
        for character in span {
            if "“《（(".contains(character) { depth += 1 }
            if "”》）)".contains(character) { depth = max(0, depth - 1) }
            if depth == 0, "，；。;".contains(character) {
                if !clause.isEmpty { clauses.append(clause) }
                clause = ""
            } else {
                clause.append(character)
            }
        }
        if !clause.isEmpty { clauses.append(clause) }
        return clauses
    }
}

extension ActivityRecord {
    /// The same record with another activity in its place.
    func with(_ activity: Activity) -> ActivityRecord {
        ActivityRecord(
            activity: activity, paragraph: paragraph, number: number, line: line, locator: locator,
            report: report,
            concernsYear: concernsYear, topics: topics, kind: kind, words: words)
    }
}
