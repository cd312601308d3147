/// The longest piece of a question that stands unbroken in a text.
struct CommonPiece {
    private let piece: [UInt32]
    /// Whether a scalar of the basic plane stands in the piece: most of a text does not.
    private var isPresent: [Bool]

    init(_ piece: [UInt32]) {
        self.piece = piece
        isPresent = Array(repeating: false, count: 0x10000)
        for scalar in piece where scalar < 0x10000 { isPresent[Int(scalar)] = true }
    }

    /// Length of the longest common substring. O(text + scalars of the text that the piece has · piece).
    func length(in text: [UInt32]) -> Int {
        var longest = 0
        // runs[i]: length of the common run that ends before place i of the piece.
        var runs = [Int](repeating: 0, count: piece.count + 1)
        var isClear = true
        for scalar in text {
            guard scalar < 0x10000, isPresent[Int(scalar)] else {
                if !isClear {
                    for place in runs.indices { runs[place] = 0 }
                    isClear = true
                }
                continue
            }
            isClear = false
            var place = piece.count
            while place > 0 {
                if piece[place - 1] == scalar {
                    runs[place] = runs[place - 1] + 1
                    if runs[place] > longest { longest = runs[place] }
                } else {
                    runs[place] = 0
                }
                place -= 1
            }
        }
        return longest
    }
}
