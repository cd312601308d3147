import CVocabulary
import Foundation
import ReportModel
import Yams

/// A readable file of words and rules (词表): embedded in the binary, extended by the user.
///
/// A user's file of the same name, in the folder `ZONGJIE_VOCABULARY` names or else in
/// `~/.config/zongjie`, is read after the embedded one.
package enum VocabularyFile {
    /// The folder of the user's own files; it need not exist.
    package static var userFolder: String {
        let environment = ProcessInfo.processInfo.environment
        if let folder = environment["ZONGJIE_VOCABULARY"], !folder.isEmpty { return folder }
        let configuration =
            environment["XDG_CONFIG_HOME"] ?? (environment["HOME"] ?? "/") + "/.config"
        return configuration + "/zongjie"
    }

    /// The names of the embedded files.
    package static var names: [String] {
        var names: [String] = []
        while let name = cvocabulary_name(names.count) { names.append(String(cString: name)) }
        return names
    }

    /// The text of an embedded file; `nil` when there is none of that name.
    package static func embedded(_ name: String) -> String? {
        var length = 0
        guard let bytes = cvocabulary_file(name, &length) else { return nil }
        return String(
            decoding: UnsafeBufferPointer(start: bytes, count: length), as: UTF8.self)
    }

    /// The text of the user's file of that name; `nil` when there is none.
    package static func user(_ name: String) throws(ReportError) -> String? {
        let path = userFolder + "/" + name
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        do {
            return try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw ReportError(
                .damaged,
                place: path,
                problem: wording("词表无法按 UTF-8 读取", "the vocabulary cannot be read as UTF-8"),
                advice: wording("请另存为 UTF-8", "save it as UTF-8"))
        }
    }

    /// Whether every file of the user's can be read.
    ///
    /// - Throws: `ReportError` naming the first that cannot.
    package static func checkUserFiles() throws(ReportError) {
        for name in names { _ = try user(name) }
    }

    /// The rows of a YAML list: the embedded ones, then the user's.
    ///
    /// - Throws: `ReportError` naming file and line when a file is not a list of such rows.
    package static func rows<Row: Decodable>(_ name: String, as type: Row.Type = Row.self)
        throws(ReportError) -> [Row]
    {
        var rows: [Row] = []
        if let text = embedded(name) { rows += try decode(text, place: name) }
        if let text = try user(name) {
            rows += try decode(text, place: userFolder + "/" + name)
        }
        return rows
    }

    static func decode<Row: Decodable>(_ text: String, place: String)
        throws(ReportError) -> [Row]
    {
        do {
            return try YAMLDecoder().decode([Row]?.self, from: text) ?? []
        } catch {
            if YAMLTrouble.isEmpty(text) { return [] }
            let trouble = YAMLTrouble(error, in: text)
            throw ReportError(
                .damaged,
                place: trouble.line.map { "\(place):\($0)" } ?? place, problem: trouble.problem,
                advice: wording(
                    "请对照自带词表的写法修改，或移走该文件",
                    "write it as the embedded file does, or move it away"))
        }
    }
}
