import Segmentation

/// What cannot be part of a name that no gazetteer knows (地名用字): verbs before it, words inside it.
struct PlaceNames: Sendable {
    /// 我, 本, 咱们: the place behind is the writer's own.
    private let own: [[UInt32]]
    /// Verbs that stand before a name, the longest first.
    private let verbs: [[UInt32]]
    private let never: TermMatcher

    init(own: [String], verbs: [String], never: [String]) {
        self.own = own.map(foldedScalars)
        self.verbs = verbs.map(foldedScalars).sorted { $0.count > $1.count }
        self.never = TermMatcher(never)
    }

    /// Whether a word for one's own stands right before `end`.
    func isOwn(before end: Int, in text: [UInt32]) -> Bool {
        own.contains { text[..<end].suffix($0.count) == $0[...] }
    }

    /// Where a name begins once the verbs before it are passed: 组织听取 + 红星.
    func afterVerb(_ begin: Int, before end: Int, in text: [UInt32]) -> Int {
        var begin = begin
        while let verb = verbs.first(where: {
            begin + $0.count <= end && text[begin..<end].starts(with: $0)
        }) {
            begin += verb.count
        }
        return begin
    }

    /// Whether some words can be a name: 示范, 王某某, 今年 are none.
    func mayName(_ words: ArraySlice<UInt32>) -> Bool {
        guard never.matches(in: Array(words)).isEmpty else { return false }
        guard let hidden = words.firstIndex(of: Self.someone) else { return true }
        return hidden == words.startIndex
    }

    private static let someone: UInt32 = 0x67D0  // 某
}
