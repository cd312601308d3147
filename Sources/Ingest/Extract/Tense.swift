import ReportModel

/// Whether a record was done or is planned (时态): by the paragraph's kind, and by wording.
struct Tense {
    private let isPlan: Bool
    /// From here to the end the paragraph speaks of what is to come.
    private let laterFrom: Int
    private let futures: [Range<Int>]
    private let text: FoldedText

    /// - Parameter isOutlook: whether a heading over the paragraph speaks of what is to come.
    init(paragraph: Paragraph, text: FoldedText, words: [Word], isOutlook: Bool) {
        isPlan = paragraph.kind == .plan || paragraph.kind == .advice || isOutlook
        laterFrom = words.first { $0.kind.contains(.later) }?.range.lowerBound ?? Int.max
        futures = words.filter { $0.kind.contains(.future) }.map(\.range)
        self.text = text
    }

    /// A future word counts when it stands in the record's sentence, before its verb.
    /// 了 behind the verb tells a deed also among plans.
    func status(of record: ActivityRecord) -> Activity.Status {
        let isCompleted =
            record.verb.range.upperBound < text.count
            && text.scalars[record.verb.range.upperBound] == 0x4E86
        if isPlan, !isCompleted {
            return .planned
        }
        if record.core.lowerBound >= laterFrom { return .planned }
        let isFuture = futures.contains {
            $0.lowerBound >= record.sentence.lowerBound
                && $0.lowerBound <= record.verb.range.lowerBound
        }
        return isFuture ? .planned : .done
    }
}
