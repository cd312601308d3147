/// A thing with a place in a text.
protocol Placed {
    var range: Range<Int> { get }
}

extension Word: Placed {}
extension QuantityReader.Found: Placed {}
extension Range<Int>: Placed {
    var range: Range<Int> { self }
}

extension Array where Element: Placed {
    /// The elements that begin inside a range; the elements must be ordered and apart. O(log n).
    func beginning(in range: Range<Int>) -> ArraySlice<Element> {
        let first = index(from: range.lowerBound)
        return self[first..<Swift.max(first, index(from: range.upperBound))]
    }

    /// The elements wholly inside a range. O(log n).
    func inside(_ range: Range<Int>) -> ArraySlice<Element> {
        let slice = beginning(in: range)
        guard let last = slice.last, last.range.upperBound > range.upperBound else { return slice }
        return slice.dropLast()
    }

    /// The element that begins at a place. O(log n).
    func element(at place: Int) -> Element? {
        let found = index(from: place)
        return found < count && self[found].range.lowerBound == place ? self[found] : nil
    }

    /// The first element that begins at a place or behind it.
    private func index(from place: Int) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle].range.lowerBound < place { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
