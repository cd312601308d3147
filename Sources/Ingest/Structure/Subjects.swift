/// Words that paragraphs of one report begin with (段首主语): where they stand inside a line that opens
/// with a number, a heading was glued to its text: 三、维护权益，提升素质社区妇女之家建立了….
struct Subjects {
    /// What two or more paragraphs begin with, at least five characters.
    private var repeated: [[UInt8]] = []
    private let openers: [[UInt8]]

    private static let shortest = 15
    private static let longest = 30

    /// - Parameter content: which of the lines are no noise.
    /// - Complexity: O(n log n) comparisons of beginnings.
    init(_ shapes: [LineShape], at content: [Int], words: StructureWords) {
        openers = words.textOpeners
        var heads: [[UInt8]] = []
        for index in content where shapes[index].numbering == nil && shapes[index].length >= 40 {
            heads.append(Array(shapes[index].bytes.prefix(Self.longest)))
        }
        heads.sort { $0.lexicographicallyPrecedes($1) }
        for (head, next) in zip(heads, heads.dropFirst()) {
            var length = 0
            while length < min(head.count, next.count), head[length] == next[length] { length += 1 }
            while length > 0, length < head.count, head[length] & 0xC0 == 0x80 { length -= 1 }
            let common = Array(head[..<length])
            guard length >= Self.shortest, common.allSatisfy({ $0 >= 0x80 }),
                !LineForm.hasStop(common), !common.starts(with: "“".utf8)
            else { continue }
            if repeated.last != common { repeated.append(common) }
        }
    }

    /// Where the text behind a glued heading begins, in a line whose heading has no stop.
    ///
    /// Between six and forty-five characters from the number on, fifteen or more before the first
    /// sentence ends, and not right behind a stop or an opening bracket.
    func start(in shape: LineShape) -> Int? {
        let bytes = shape.bytes
        let limit = min(shape.sentenceEnd - 15 * 3, shape.start + 45 * 3)
        var position = shape.start + 6 * 3
        while position < limit {
            // A second clause is no heading any more.
            if bytes[position...].starts(with: "；".utf8) { return nil }
            if bytes[position] & 0xC0 != 0x80,
                repeated.stand(in: bytes, at: position) || openers.stand(in: bytes, at: position)
            {
                let before = bytes[(position - 3)..<position]
                let isFree = before.first.map { (0xE4...0xE9).contains($0) } ?? false
                return isFree && !Self.bindings.contains(Array(before)) ? position : nil
            }
            position += 1
        }
        return nil
    }

    /// Words that take what follows into their own clause: 在区妇联的领导下.
    private static let bindings: Set<[UInt8]> = Set(
        "在对向由和与及为的是按据被让给把将从到请使以受经各级省市区县我当".unicodeScalars.map { Array(String($0).utf8) })
}
