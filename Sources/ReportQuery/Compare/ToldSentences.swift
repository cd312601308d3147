import Foundation
import ReportIndex
import ReportModel
import Segmentation

/// The sentences of a year's results, compared with plans by the pairs of characters and the themes they
/// share, the rarer the weightier (结果句).
struct ToldSentences {
    struct Sentence {
        let passage: Int64
        let report: Int64
        let text: String
        let quantities: [Quantity]
        fileprivate let features: Set<UInt64>
        /// Those of the paragraph's first sentence, where it is as short as a heading: 4.家庭教育。
        fileprivate let lead: Set<UInt64>
    }

    private var sentences: [Sentence] = []
    private var frequency: [UInt64: Int] = [:]
    private let words: ComparisonWords

    init(passages: [Int64], words: ComparisonWords, in reading: IndexReading) throws(ReportError) {
        self.words = words
        var activities: [Int64: [Activity]] = [:]
        try reading.forEachActivities(of: passages) { activities[$0.text.id] = $0.activities }
        var found: [Sentence] = []
        try reading.forEachText(of: passages) { passage in
            var lead: Set<UInt64>?
            for (text, range) in Self.sentences(of: passage.text) {
                let features = self.features(of: text)
                let own = (activities[passage.id] ?? []).filter { $0.range.overlaps(range) }
                // What is planned answers no plan.
                if !own.isEmpty, own.allSatisfy({ $0.status == .planned }) { continue }
                found.append(
                    Sentence(
                        passage: passage.id, report: passage.report, text: text,
                        quantities: own.flatMap(\.quantities).filter { text.contains($0.raw) },
                        features: features, lead: lead ?? []))
                let isHeading = text.unicodeScalars.count <= Self.longestHeading
                lead = lead ?? (isHeading ? features : [])
            }
        }
        sentences = found
        for sentence in found {
            for feature in sentence.features { frequency[feature, default: 0] += 1 }
        }
    }

    func hasOthers(than report: Int64) -> Bool { sentences.contains { $0.report != report } }

    /// The sentence that answers a promise best; `nil` when none tells of it.
    ///
    /// - Complexity: O(sentences · features).
    func best(for promise: PromiseClauses.Promise, of unit: String, except report: Int64)
        -> (sentence: Sentence, likeness: Double)?
    {
        var own = features(of: promise.record.activity.span)
        let isShort = own.count < 3
        // 全年做够20场 says of what only in the words around it.
        if own.count < 2 { own.formUnion(features(of: promise.context)) }
        let around = features(of: promise.context).subtracting(own)
        let whole = weight(own)
        guard whole > 0 else { return nil }
        var best: (sentence: Sentence, likeness: Double)?
        for sentence in sentences where sentence.report != report {
            let direct = weight(own.intersection(sentence.features))
            let near = weight(own.intersection(sentence.lead).subtracting(sentence.features))
            let context = weight(around.intersection(sentence.features.union(sentence.lead)))
            let isQuoted = quotes(promise, sentence)
            guard isShort || isQuoted || direct + 0.6 * near >= Self.leastOwn * whole else {
                continue
            }
            var likeness = (direct + 0.6 * near + 0.35 * min(context, whole)) / whole
            if isQuoted { likeness += Self.quotedWeight }
            likeness *= bonus(promise, sentence)
            if let part = PartOfUnit.name(in: sentence.text),
                !promise.record.activity.span.contains(part), !unit.contains(part)
            {
                likeness *= Self.partWeight
            }
            let least = hasUnit(promise, sentence) ? Self.leastCounted : Self.least
            if likeness > max(best?.likeness ?? 0, least) { best = (sentence, likeness) }
        }
        return best
    }

    /// How alike a sentence has to be at least to count as told.
    private static let least = 0.3
    /// How much of it has to be alike in the promise's own words, and not only in those around it.
    private static let leastOwn = 0.12
    private static let longestHeading = 16
    /// What it adds that a sentence names the promised figure as promised: 离450人差19个.
    private static let quotedWeight = 0.25
    /// What a sentence about a part of the unit is worth: 杨柳镇10笔 answers no promise of the county.
    private static let partWeight = 0.5
    /// The same where it counts in the promised unit.
    private static let leastCounted = 0.2

    private func hasUnit(_ promise: PromiseClauses.Promise, _ sentence: Sentence) -> Bool {
        guard let target = promise.target else { return false }
        return sentence.quantities.contains {
            PromiseVerdict.isSameUnit($0.unit, target.unit) && $0.part != .previous
        }
    }

    /// Whether a sentence names the promised figure as one that was asked for, and an unusual one.
    private func quotes(_ promise: PromiseClauses.Promise, _ sentence: Sentence) -> Bool {
        guard let target = promise.target, let value = target.value, value >= 20 else {
            return false
        }
        return sentence.quantities.contains {
            $0.value == value && $0.part == .target
                && PromiseVerdict.isSameUnit($0.unit, target.unit)
        }
    }

    /// A sentence that repeats the promised figure, or counts in its unit, answers it more likely.
    private func bonus(_ promise: PromiseClauses.Promise, _ sentence: Sentence) -> Double {
        guard let target = promise.target else { return 1 }
        if sentence.quantities.contains(where: {
            $0.value == target.value && PromiseVerdict.isSameUnit($0.unit, target.unit)
        }) {
            return 1.5
        }
        return hasUnit(promise, sentence) ? 1.2 : 0.85
    }

    private func weight(_ features: Set<UInt64>) -> Double {
        let total = Double(sentences.count)
        return features.reduce(0) { $0 + log(1 + total / Double(1 + (frequency[$1] ?? 0))) }
    }

    /// Pairs of Han characters outside words that say nothing, and themes.
    private func features(of text: String) -> Set<UInt64> {
        let plain = PlainText(text).scalars
        var features: Set<UInt64> = []
        var last: UInt32 = 0
        for scalar in plain {
            let isHan = (0x4E00...0x9FFF).contains(scalar) && !Self.weak.contains(scalar)
            // 上旬 and 月底 say only when.
            let isTime = last == 0x6708 && Self.times.contains(scalar)
            if isHan, last != 0, !isTime { features.insert(UInt64(last) << 32 | UInt64(scalar)) }
            last = isHan ? scalar : 0
        }
        for generic in words.generic where generic.unicodeScalars.count == 2 {
            let pair = generic.unicodeScalars.map(\.value)
            features.remove(UInt64(pair[0]) << 32 | UInt64(pair[1]))
        }
        for sighting in words.sightings(in: plain) {
            features.insert(1 << 62 | UInt64(sighting.theme))
        }
        return features
    }

    /// Characters that count, order or join.
    private static let weak = Set(
        "的了和与在把将由从被到年日旬人名个场期户家次一二两三四五六七八九十百千万元争取计划全再各每还也都要不少于".unicodeScalars.map(\.value))

    private static let times = Set("上中下底初末份内来起".unicodeScalars.map(\.value))

    /// Sentences with their bytes.
    private static func sentences(of text: String) -> [(String, Range<Int>)] {
        var found: [(String, Range<Int>)] = []
        var sentence = String.UnicodeScalarView()
        var start = 0
        var place = 0
        func isEnd(_ scalar: Unicode.Scalar) -> Bool { "。！？；\n".unicodeScalars.contains(scalar) }
        for scalar in text.unicodeScalars {
            let width = UTF8.width(scalar)
            if isEnd(scalar) {
                if !sentence.isEmpty { found.append((String(sentence), start..<place)) }
                sentence = String.UnicodeScalarView()
                start = place + width
            } else {
                sentence.append(scalar)
            }
            place += width
        }
        if !sentence.isEmpty { found.append((String(sentence), start..<place)) }
        return found
    }
}
