import Foundation
import ReportModel

/// The people who may read, in a file beside the index that only its owner can read (人员文件). Secrets are kept as
/// salted hashes. A change is seen by a service that runs.
package struct PersonFile: Sendable {
    let path: String

    /// - Parameter index: the index's path.
    package init(beside index: String) {
        path = index + ".people"
    }

    /// A person and what they get in with (人员).
    package struct Person: Sendable, Hashable, Codable {
        package var name: String
        /// When the person was added: ISO 8601, UTC.
        package var added: String
        /// The address that was printed and not opened yet.
        var invitation: Secret?
        /// One for each browser that was let in, the latest last.
        var browsers: [Secret] = []

        package var hasOpenInvitation: Bool { invitation != nil }
        package var browserCount: Int { browsers.count }
    }

    /// Browsers a person may use at a time; the one longest let in gives way.
    static let mostBrowsers = 10

    /// Everybody, by name; nobody when there is no file.
    ///
    /// - Throws: `ReportError` when the file cannot be read or is none of ours.
    package func people() throws(ReportError) -> [Person] {
        try decoded(try PrivateFile(path: path).read())
    }

    /// Adds a person, or gives one another address to open.
    ///
    /// - Returns: the secret of that address, which is kept nowhere.
    /// - Throws: `ReportError` for a name that cannot be one, or when the file cannot be written.
    package func invite(_ name: String, added: String) throws(ReportError) -> String {
        let name = try Self.checked(name)
        let (token, secret) = try Secret.make()
        try change { people in
            if let place = people.firstIndex(where: { $0.name == name }) {
                people[place].invitation = secret
            } else {
                people.append(Person(name: name, added: added, invitation: secret))
                people.sort { $0.name < $1.name }
            }
        }
        return token
    }

    /// Takes away all a person gets in with.
    ///
    /// - Throws: `ReportError` when there is nobody of that name, or the file cannot be written.
    package func remove(_ name: String) throws(ReportError) {
        var isFound = false
        try change { people in
            isFound = people.contains { $0.name == name }
            people.removeAll { $0.name == name }
        }
        guard isFound else {
            throw ReportError(
                .notFound, place: name, problem: wording("没有这个人", "there is nobody of that name"),
                advice: wording("用 --list-people 查看", "see --list-people"))
        }
    }

    /// Lets a browser in by the secret of an address, which leads in no more afterwards.
    ///
    /// - Returns: the browser's own secret; `nil` when the address leads nowhere.
    func accept(_ token: String) throws(ReportError) -> String? {
        // Looked for before anything is locked: guessing must cost the service little.
        let known = try people()
        guard let name = known.first(where: { $0.invitation?.matches(token) == true })?.name else {
            return nil
        }
        let (own, secret) = try Secret.make()
        var isAccepted = false
        try change { people in
            guard let place = people.firstIndex(where: { $0.name == name }),
                people[place].invitation?.matches(token) == true
            else { return }
            people[place].invitation = nil
            people[place].browsers.append(secret)
            people[place].browsers = people[place].browsers.suffix(Self.mostBrowsers)
            isAccepted = true
        }
        return isAccepted ? own : nil
    }

    /// Takes a browser's secret away.
    func leave(_ token: String) throws(ReportError) {
        try change { people in
            for place in people.indices {
                people[place].browsers.removeAll { $0.matches(token) }
            }
        }
    }

    /// A name that can stand in a log and on a page.
    private static func checked(_ name: String) throws(ReportError) -> String {
        let trimmed = name.trimmingCharacters(in: .whitespaces)
        guard PersonName.isFit(trimmed) else {
            throw ReportError(
                place: name, problem: wording("不能用作人名", "cannot be a person's name"),
                advice: wording(
                    "1 到 60 字，不含控制字符与 { } \\",
                    "1 to 60 characters, none of { } \\ and no control characters"
                ))
        }
        return trimmed
    }

    private func change(_ edit: (inout [Person]) -> Void) throws(ReportError) {
        try PrivateFile(path: path).change { data throws(ReportError) in
            let before = try decoded(data)
            var people = before
            edit(&people)
            guard people != before else { return nil }
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            return try? encoder.encode(people)
        }
    }

    private func decoded(_ data: Data?) throws(ReportError) -> [Person] {
        guard let data else { return [] }
        do {
            return try JSONDecoder().decode([Person].self, from: data)
        } catch {
            throw ReportError(
                .damaged, place: path,
                problem: wording("不是人员文件", "it is not a file of people"),
                advice: wording(
                    "请移走它，再用 serve --add-person 重新添加", "move it away, and add people again"))
        }
    }
}

/// What a person is called (人名), given by hand or by a proxy.
package enum PersonName {
    static let longest = 60

    /// Whether a text can be a name: a proxy's variable that was never filled in (`{user}`) is none.
    static func isFit(_ name: String) -> Bool {
        !name.isEmpty && name.unicodeScalars.count <= longest
            && name.unicodeScalars.allSatisfy { scalar in
                !"{}\\<>\"".unicodeScalars.contains(scalar)
                    && ![.control, .format, .lineSeparator, .paragraphSeparator, .surrogate]
                        .contains(scalar.properties.generalCategory)
            }
    }
}
