import Dispatch
import Synchronization

/// A shard whose posting lists are made on another thread while rows are written (待写分片).
final class ShardDraft: Sendable {
    let first: Int64
    let count: Int
    let columns: [UInt8]
    private let lists: Mutex<Lists>

    private enum Lists {
        case due(ShardBuilder)
        case made([TermBlock])
    }

    init(_ builder: ShardBuilder, first: Int64) {
        self.first = first
        count = builder.count
        columns = builder.columns.encoded()
        lists = Mutex(.due(builder))
        DispatchQueue.global().async { [self] in _ = blocks() }
    }

    /// The lists: waits for whoever makes them, or makes them itself when nobody has begun. Who waits for a thread
    /// of the pool while he holds one may wait long: with one processor there is but one.
    func blocks() -> [TermBlock] {
        lists.withLock { lists in
            switch lists {
            case .made(let blocks): return blocks
            case .due(let builder):
                let blocks = builder.blocks()
                lists = .made(blocks)
                return blocks
            }
        }
    }
}
