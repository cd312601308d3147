/// The best of many, few kept (有界堆): the least of the kept is on top and gives way first.
struct BoundedHeap {
    struct Item: Sendable, Hashable {
        let score: Float
        let ordinal: Int

        /// Lower scores come first; of equal scores the later passage.
        @inline(__always)
        static func precedes(_ left: Item, _ right: Item) -> Bool {
            left.score != right.score ? left.score < right.score : left.ordinal > right.ordinal
        }
    }

    private var items: [Item] = []
    let limit: Int

    init(limit: Int) {
        self.limit = limit
        items.reserveCapacity(limit)
    }

    /// What a score must exceed to be kept; 0 while there is room.
    @inline(__always)
    var threshold: Float { items.count < limit ? 0 : items[0].score }

    /// O(log limit) when the item is kept, O(1) otherwise.
    @inline(__always)
    mutating func offer(_ score: Float, _ ordinal: Int) {
        let item = Item(score: score, ordinal: ordinal)
        if items.count < limit {
            items.append(item)
            siftUp()
        } else if limit > 0, Item.precedes(items[0], item) {
            items[0] = item
            siftDown()
        }
    }

    private mutating func siftUp() {
        var child = items.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard Item.precedes(items[child], items[parent]) else { return }
            items.swapAt(child, parent)
            child = parent
        }
    }

    private mutating func siftDown() {
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < items.count {
                if Item.precedes(items[child], items[least]) { least = child }
            }
            guard least != parent else { return }
            items.swapAt(parent, least)
            parent = least
        }
    }

    /// What was kept, best first.
    var sorted: [Item] { items.sorted { Item.precedes($1, $0) } }
}
