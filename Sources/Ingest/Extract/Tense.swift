import ReportModel

/// Whether a record was done or is planned (时态): by the paragraph's kind, and by wording.
struct Tense {
    private let isPlan: Bool
    /// From here to the end the paragraph speaks of what is to come.
    private let laterFrom: Int

    /// - Parameter isOutlook: whether a heading over the paragraph speaks of what is to come.
    init(kind: Kind, isOutlook: Bool, reader: borrowing ClauseReader) {
        isPlan = kind == .plan || kind == .advice || isOutlook
        laterFrom = reader.firstLater ?? Int.max
    }

    /// 203份已补齐, 腾出旧档案室改了一间: done already, also among plans.
    private func isFinished(_ record: ActivityRecord, reader: borrowing ClauseReader) -> Bool {
        let core = record.core
        // 去年已培训的300人 tells whom.
        if reader.scalar(record.verb.range.lowerBound - 1) == 0x5DF2,
            reader.scalar(record.verb.range.upperBound) != 0x7684
        {
            return true
        }
        return core.contains {
            reader.scalar($0) == 0x4E86 && reader.amounts.element(at: $0 + 1) != nil
        }
    }

    /// 去年实际发放512万元, 去年慰问过的5所 among plans: what was done already.
    private func isOfLastYear(_ record: ActivityRecord, reader: borrowing ClauseReader) -> Bool {
        let verb = record.verb.range
        let isTold =
            Self.done.contains(reader.scalar(verb.upperBound))
            || Self.told.contains(reader.scalar(verb.lowerBound - 1))
        guard isTold else { return false }
        return (record.core.lowerBound..<verb.lowerBound).contains {
            reader.scalar($0) == 0x5E74 && Self.lastYear.contains(reader.scalar($0 - 1))
        }
    }

    /// 实际发放, 只完成
    private static let told = ScalarSet("际只仅")
    /// 了 过
    private static let done = ScalarSet("了过")
    /// 去年 上年 前年
    private static let lastYear = ScalarSet("去上前旧")

    /// 拟建10个，建成6个: what was meant stands before, and came about.
    private func isReached(_ record: ActivityRecord, reader: borrowing ClauseReader) -> Bool {
        let verb = record.verb.range
        let own = reader.kinds(of: reader.words.beginning(in: record.core))
        guard reader.scalar(verb.upperBound - 1) == 0x6210, own.isDisjoint(with: .future) else {
            return false
        }
        return reader.amounts.element(at: verb.upperBound) != nil
    }

    /// A future word counts when it stands in the record's sentence, before its verb.
    /// 了 behind the verb tells a deed also among plans.
    func status(of record: ActivityRecord, reader: borrowing ClauseReader) -> Activity.Status {
        let isCompleted = reader.scalar(record.verb.range.upperBound) == 0x4E86
        if record.isUndone, !isPlan || isCompleted || record.isClosed { return .notDone }
        if isPlan, isOfLastYear(record, reader: reader) { return .done }
        if isPlan, !isCompleted, !isFinished(record, reader: reader) { return .planned }
        if record.core.lowerBound >= laterFrom { return .planned }
        if isReached(record, reader: reader) { return .done }
        if isToCome(record, reader: reader) { return .planned }
        let sentence = record.sentence
        let lead = sentence.range.lowerBound..<record.verb.range.lowerBound + 1
        guard reader.kinds.contains(.future) else { return .done }
        // 本来想办8场，只办了5场: what was meant once.
        let future = reader.firstWord(in: reader.words.beginning(in: lead, from: sentence.word)) {
            $0.kind.contains(.future)
                && !Self.once.contains(reader.scalar($0.range.lowerBound - 1))
        }
        return future != nil ? .planned : .done
    }

    /// 我厅将新增……，把……: 将 right before the verb of the record or of one before it in its sentence.
    private func isToCome(_ record: ActivityRecord, reader: borrowing ClauseReader) -> Bool {
        let start = record.sentence.range.lowerBound
        let words = reader.words.beginning(
            in: start..<record.verb.range.upperBound, from: record.sentence.word)
        return reader.firstWord(in: words) {
            reader.scalar($0.range.lowerBound - 1) == 0x5C06 && $0.range.lowerBound > start
                && !$0.kind.isDisjoint(with: .verb) && $0.range.count > 1
                && !Self.done.contains(reader.scalar($0.range.upperBound))
        } != nil
    }

    /// 本来想, 原想, 起先打算
    private static let once = ScalarSet("来原先初")
}

extension ClauseReader {
    /// Where the first word stands from which on the paragraph speaks of what is to come.
    var firstLater: Int? {
        guard kinds.contains(.later) else { return nil }
        return firstWord(in: words.indices) { $0.kind.contains(.later) }?.range.lowerBound
    }
}
