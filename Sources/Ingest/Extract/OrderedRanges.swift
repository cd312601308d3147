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
        withoutOverrun(beginning(in: range), of: range)
    }

    /// Elements that begin inside a range without the last one if it ends behind the range.
    func withoutOverrun(_ some: Range<Int>, of range: Range<Int>) -> Range<Int> {
        guard let last = some.last, self[last].range.upperBound > range.upperBound else {
            return some
        }
        return some.lowerBound..<last
    }

    /// As `beginning(in:)`, looked for from an element on. O(elements passed).
    func beginning(in range: Range<Int>, from index: Int) -> Range<Int> {
        var first = index
        while first < count, self[first].range.lowerBound < range.lowerBound { first += 1 }
        var last = first
        while last < count, self[last].range.lowerBound < range.upperBound { last += 1 }
        return first..<last
    }

    /// Those of some elements, one behind the other, that begin inside a range. O(elements left out).
    func beginning(in range: Range<Int>, of some: Range<Int>) -> Range<Int> {
        var first = some.lowerBound
        var last = some.upperBound
        while first < last, self[first].range.lowerBound < range.lowerBound { first += 1 }
        while first < last, self[last - 1].range.lowerBound >= range.upperBound { last -= 1 }
        return first..<last
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
