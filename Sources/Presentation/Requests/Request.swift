import ReportModel

/// A question to the index as a value (请求). The options of a command and the parameters of an address
/// become the same value, and its fields are declared once.
package protocol Request: Sendable, Equatable {
    init()
    static var fields: [RequestField<Self>] { get }
    /// Checks what no field can see alone.
    func check() throws(ReportError)
}

extension Request {
    package func check() throws(ReportError) {}

    /// Reads an address's parameters.
    ///
    /// - Parameter others: names of parameters that are somebody else's (`lang`).
    /// - Throws: `ReportError` for an unknown parameter, a value out of range, or a combination that says
    ///   nothing: what is given must count, or be refused.
    package init(_ parameters: Parameters, besides others: Set<String> = [])
        throws(ReportError)
    {
        self.init()
        let known = Set(Self.fields.flatMap(\.names)).union(others)
        for pair in parameters.pairs where !known.contains(pair.name) {
            throw ReportError(
                place: pair.name, problem: wording("没有这个参数", "there is no such parameter"),
                advice: wording("可用的有：", "there are: ")
                    + Self.fields.map(\.name).joined(separator: ", "))
        }
        for field in Self.fields {
            let values = field.names.flatMap { parameters.values($0) }
            if !values.isEmpty { try field.read(values, &self) }
        }
        try validate()
    }

    /// Checks that every number is in its range and that what is given can count.
    package func validate() throws(ReportError) {
        for field in Self.fields { try field.check(self) }
        try check()
    }

    /// The request as an address's parameters; what is as it is by default is left out.
    package var parameters: Parameters {
        var parameters = Parameters()
        let plain = Self()
        for field in Self.fields {
            let values = field.write(self)
            guard values != field.write(plain) else { continue }
            for value in values { parameters.add(field.name, value) }
        }
        return parameters
    }
}

/// A field of a request: the parameter's name, and how it is read and written.
package struct RequestField<Owner: Request>: Sendable {
    package let name: String
    /// Other names it answers to.
    package let aliases: [String]
    package let meaning: Bilingual
    let read: @Sendable ([String], inout Owner) throws(ReportError) -> Void
    let write: @Sendable (Owner) -> [String]
    var check: @Sendable (Owner) throws(ReportError) -> Void = { _ in }

    var names: [String] { [name] + aliases }
}

extension RequestField {
    package typealias Path<Value> = any WritableKeyPath<Owner, Value> & Sendable

    static func text(
        _ name: String, _ chinese: String, _ english: String, _ path: Path<String>
    ) -> Self {
        Self(name: name, aliases: [], meaning: Bilingual(chinese, english)) { values, owner in
            owner[keyPath: path] = values.joined(separator: " ")
        } write: {
            [$0[keyPath: path]]
        }
    }

    static func optionalText(
        _ name: String, _ chinese: String, _ english: String, _ path: Path<String?>
    ) -> Self {
        Self(name: name, aliases: [], meaning: Bilingual(chinese, english)) { values, owner in
            owner[keyPath: path] = values.last
        } write: { owner in
            owner[keyPath: path].map { [$0] } ?? []
        }
    }

    static func texts(
        _ name: String, aliases: [String] = [], _ chinese: String, _ english: String,
        _ path: Path<[String]>
    ) -> Self {
        Self(name: name, aliases: aliases, meaning: Bilingual(chinese, english)) { values, owner in
            owner[keyPath: path] = values.filter { !$0.isEmpty }
        } write: {
            $0[keyPath: path]
        }
    }

    static func number(
        _ name: String, _ chinese: String, _ english: String, in range: ClosedRange<Int>,
        _ path: Path<Int>
    ) -> Self {
        Self(name: name, aliases: [], meaning: Bilingual(chinese, english)) {
            values, owner throws(ReportError) in
            owner[keyPath: path] = try number(values, name, range)
        } write: {
            [String($0[keyPath: path])]
        } check: { owner throws(ReportError) in
            guard !range.contains(owner[keyPath: path]) else { return }
            throw ReportError.range(name, range)
        }
    }

    static func optionalNumber(
        _ name: String, _ chinese: String, _ english: String, in range: ClosedRange<Int>,
        _ path: Path<Int?>
    ) -> Self {
        Self(name: name, aliases: [], meaning: Bilingual(chinese, english)) {
            values, owner throws(ReportError) in
            owner[keyPath: path] = try number(values, name, range)
        } write: { owner in
            owner[keyPath: path].map { [String($0)] } ?? []
        } check: { owner throws(ReportError) in
            guard let number = owner[keyPath: path], !range.contains(number) else { return }
            throw ReportError.range(name, range)
        }
    }

    private static func number(_ values: [String], _ name: String, _ range: ClosedRange<Int>)
        throws(ReportError) -> Int
    {
        guard let number = values.last.flatMap({ Int($0) }), range.contains(number) else {
            throw ReportError.range(name, range)
        }
        return number
    }

    static func flag(
        _ name: String, _ chinese: String, _ english: String, _ path: Path<Bool>
    ) -> Self {
        Self(name: name, aliases: [], meaning: Bilingual(chinese, english)) { values, owner in
            owner[keyPath: path] = !["0", "false", "no"].contains(values.last ?? "")
        } write: {
            [$0[keyPath: path] ? "1" : "0"]
        }
    }

    static func choice<Value: RawRepresentable<String> & CaseIterable & Sendable>(
        _ name: String, _ chinese: String, _ english: String, _ path: Path<Value?>
    ) -> Self {
        Self(name: name, aliases: [], meaning: Bilingual(chinese, english)) {
            values, owner throws(ReportError) in
            guard let value = values.last.flatMap({ Value(rawValue: $0) }) else {
                throw ReportError(
                    place: name, problem: wording("没有这个值", "there is no such value"),
                    advice: Value.allCases.map(\.rawValue).joined(separator: ", "))
            }
            owner[keyPath: path] = value
        } write: { owner in
            owner[keyPath: path].map { [$0.rawValue] } ?? []
        }
    }
}
