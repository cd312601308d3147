/// The conditions that Word writes into its web pages (条件标记): `<![if !supportLists]>` stands around the
/// number of a list item, which is text, and is no element itself.
enum WordConditions {
    /// The page's bytes without `<![ … ]>`.
    static func removed(from page: String) -> [UInt8] {
        let bytes = Array(page.utf8)
        let mark = Array("<![".utf8)
        let comment = Array("<!--".utf8)
        let commentEnd = Array("-->".utf8)
        var isComment = false
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var position = 0
        while position < bytes.count {
            if isComment {
                isComment = !bytes[position...].starts(with: commentEnd)
                result.append(bytes[position])
                position += 1
            } else if bytes[position] == mark[0], bytes[position...].starts(with: comment) {
                isComment = true
                result += comment
                position += comment.count
            } else if bytes[position] == mark[0], bytes[position...].starts(with: mark),
                !bytes[position...].starts(with: Array("<![CDATA[".utf8)),
                let end = bytes[position...].prefix(200).firstIndex(of: 0x3E)
            {
                position = end + 1
            } else {
                result.append(bytes[position])
                position += 1
            }
        }
        return result
    }
}
