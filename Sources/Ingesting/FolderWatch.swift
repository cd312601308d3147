import Dispatch
import Documents

/// Tells when something changed under folders (监视). It lists them again and again, for a network share tells nobody
/// of what other machines save there.
package struct FolderWatch: Sendable {
    private let finder: SourceFinder
    private let paths: @Sendable () -> [String]
    private let shortest: Duration
    private var seen: [SourceFinder.Found]?

    /// Listing takes at most this part of the time.
    private static let share = 20
    private static let longestPause = Duration.seconds(60)
    /// How long a file that never stands still keeps others waiting.
    private static let patience = Duration.seconds(30)

    /// - Parameters:
    ///   - shortest: The pause between two listings of folders that are listed fast.
    ///   - paths: What is watched now.
    package init(
        finder: SourceFinder, every shortest: Duration = .seconds(1),
        paths: @escaping @Sendable () -> [String]
    ) {
        self.finder = finder
        self.shortest = shortest
        self.paths = paths
    }

    /// Waits until the files differ from those of the last call and stand still between two listings, so that a file is
    /// not read while it is saved, or until `limit` is over; the first call does not wait.
    ///
    /// What the caller then reads is listed later than what is remembered here: a file that comes in between
    /// is read, and told of once more.
    package mutating func change(within limit: Duration? = nil) async throws(CancellationError) {
        var (last, took) = await list()
        guard seen != nil else { return seen = last }
        let end = limit.map { ContinuousClock.now + $0 }
        var begin: ContinuousClock.Instant?
        while true {
            do {
                try await Task.sleep(
                    for: min(max(shortest, took * Self.share), Self.longestPause))
            } catch {
                throw CancellationError()
            }
            let now: [SourceFinder.Found]
            (now, took) = await list()
            defer { last = now }
            guard now != seen else {
                if let end, end < .now { return }
                begin = nil
                continue
            }
            let start = begin ?? .now
            begin = start
            if now == last || start.duration(to: .now) > Self.patience { return seen = now }
        }
    }

    /// The files now, and how long it took to list them. A share that hangs blocks a thread of its own.
    private func list() async -> ([SourceFinder.Found], Duration) {
        await withCheckedContinuation { continuation in
            DispatchQueue.global(qos: .utility).async { [finder, paths] in
                let start = ContinuousClock.now
                let found = finder.list(paths()).found
                continuation.resume(returning: (found, start.duration(to: .now)))
            }
        }
    }
}
