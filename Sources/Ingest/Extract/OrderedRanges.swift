/// A thing with a place in a text.
protocol Placed {
    var range: Range<Int> { get }
}

extension Word: Placed {}
extension Amount: Placed {}
extension Range<Int>: Placed {
    var range: Range<Int> { self }
}

extension Array where Element: Placed {
    /// The indices of the elements that begin inside a range; the elements must be ordered and
    /// apart. O(log n).
    func beginning(in range: Range<Int>) -> Range<Int> {
        let first = index(from: range.lowerBound)
        return first..<index(from: range.upperBound, after: first)
    }

    /// The indices of the elements wholly inside a range. O(log n).
    func inside(_ range: Range<Int>) -> Range<Int> {
        let found = beginning(in: range)
        guard let last = found.last, self[last].range.upperBound > range.upperBound else {
            return found
        }
        return found.lowerBound..<last
    }

    /// The element that begins at a place. O(log n).
    func element(at place: Int) -> Element? {
        let found = index(from: place)
        return found < count && self[found].range.lowerBound == place ? self[found] : nil
    }

    /// The first element that begins at a place or behind it.
    private func index(from place: Int, after first: Int = 0) -> Int {
        var low = first
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle].range.lowerBound < place { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
