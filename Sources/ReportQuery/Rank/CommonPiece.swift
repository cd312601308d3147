/// The longest piece of a question that stands unbroken in a text.
struct CommonPiece {
    /// Where each scalar stands in the question's piece.
    private var places: [UInt32: [Int]] = [:]
    private let count: Int

    init(_ piece: [UInt32]) {
        count = piece.count
        for (place, scalar) in piece.enumerated() { places[scalar, default: []].append(place) }
    }

    /// Length of the longest common substring. O(text + pairs of equal scalars).
    func length(in text: [UInt32]) -> Int {
        var longest = 0
        var runs = [Int](repeating: 0, count: count + 1)
        var touched: [Int] = []
        for scalar in text {
            let here = places[scalar] ?? []
            let values = here.map { runs[$0] + 1 }
            for place in touched { runs[place] = 0 }
            touched.removeAll(keepingCapacity: true)
            for (place, value) in zip(here, values) {
                runs[place + 1] = value
                touched.append(place + 1)
                longest = max(longest, value)
            }
        }
        return longest
    }
}
