import Dispatch
import GRDB
import ReportModel
import Synchronization

/// When a question has had its time (时限): what SQLite is doing then is interrupted.
final class Deadline: Sendable {
    private let limit: Duration
    private let end: ContinuousClock.Instant
    private let connection: DatabaseQueue
    private let isCancelled = Atomic(false)

    init(limit: Duration, connection: DatabaseQueue) {
        self.limit = limit
        self.connection = connection
        end = .now + limit
        interrupt(after: limit)
    }

    /// Again and again: a statement may begin just as the time is over.
    private func interrupt(after delay: Duration) {
        DispatchQueue.global().asyncAfter(deadline: .now() + delay / .seconds(1)) { [weak self] in
            guard let self, !isCancelled.load(ordering: .acquiring) else { return }
            connection.interrupt()
            interrupt(after: .milliseconds(100))
        }
    }

    /// The connection is to serve another reading.
    func cancel() { isCancelled.store(true, ordering: .releasing) }

    var isOver: Bool { ContinuousClock.now >= end }

    var error: ReportError {
        let seconds = Int((limit / .seconds(1)).rounded(.up))
        return ReportError(
            .limit,
            place: wording("检索", "question"),
            problem: wording(
                "超过 \(seconds) 秒没有答完", "not answered within \(seconds) seconds"),
            advice: wording(
                "请缩小范围，如加筛选、少用单字", "narrow it: add filters, use fewer single characters"))
    }
}
