import ReportModel
import Vocabulary

/// A row of a grouped word list: words that play the same part (词组).
struct WordRow: Decodable {
    let group: String
    let words: [String]
    let unit: String?
}

extension WordRow {
    /// The rows of a file, every group checked against the ones the reader knows.
    ///
    /// - Throws: `ReportError` naming the file and the unknown group.
    static func rows<Group: RawRepresentable>(_ file: String, groups: Group.Type)
        throws(ReportError) -> [(group: Group, row: WordRow)] where Group.RawValue == String
    {
        var rows: [(group: Group, row: WordRow)] = []
        for row in try VocabularyFile.rows(file, as: WordRow.self) {
            guard let group = Group(rawValue: row.group) else {
                throw ReportError(
                    .damaged,
                    place: file,
                    problem: wording("没有“\(row.group)”这一组", "there is no group “\(row.group)”"),
                    advice: wording(
                        "请用文件开头说明里的组名", "use one of the groups named at the top of the file"))
            }
            rows.append((group, row))
        }
        return rows
    }
}
