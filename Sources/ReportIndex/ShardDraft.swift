import Dispatch
import Synchronization

/// A shard whose posting lists are made on another thread while rows are written (待写分片).
final class ShardDraft: Sendable {
    let first: Int64
    let count: Int
    let columns: [UInt8]
    private let made = Mutex<[TermBlock]>([])
    private let work = DispatchGroup()

    init(_ builder: ShardBuilder, first: Int64) {
        self.first = first
        count = builder.count
        columns = builder.columns.encoded()
        DispatchQueue.global().async(group: work) { [self] in
            let blocks = builder.blocks()
            made.withLock { $0 = blocks }
        }
    }

    /// Waits until the lists are made.
    func blocks() -> [TermBlock] {
        work.wait()
        return made.withLock { $0 }
    }
}
