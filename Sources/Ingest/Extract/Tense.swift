import ReportModel

/// Whether a record was done or is planned (时态): by the paragraph's kind, and by wording.
struct Tense {
    private let isPlan: Bool
    /// From here to the end the paragraph speaks of what is to come.
    private let laterFrom: Int

    /// - Parameter isOutlook: whether a heading over the paragraph speaks of what is to come.
    init(kind: Kind, isOutlook: Bool, reader: borrowing ClauseReader) {
        isPlan = kind == .plan || kind == .advice || isOutlook
        let isLater = reader.kinds.contains(.later)
        let later = reader.firstWord(in: isLater ? reader.words.indices : 0..<0) {
            $0.kind.contains(.later)
        }
        laterFrom = later?.range.lowerBound ?? Int.max
    }

    /// A future word counts when it stands in the record's sentence, before its verb.
    /// 了 behind the verb tells a deed also among plans.
    func status(of record: ActivityRecord, reader: borrowing ClauseReader) -> Activity.Status {
        let isCompleted = reader.scalar(record.verb.range.upperBound) == 0x4E86
        if record.isUndone, !isPlan { return .notDone }
        if isPlan, !isCompleted { return .planned }
        if record.core.lowerBound >= laterFrom { return .planned }
        let sentence = record.sentence
        let lead = sentence.range.lowerBound..<record.verb.range.lowerBound + 1
        guard reader.kinds.contains(.future) else { return .done }
        let before = reader.kinds(of: reader.words.beginning(in: lead, from: sentence.word))
        return before.contains(.future) ? .planned : .done
    }
}
