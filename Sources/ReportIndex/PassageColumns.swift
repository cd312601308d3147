import ReportModel

/// What filters, facets and ranking ask of every paragraph, column by column in memory (列存): twelve
/// bytes a paragraph, read once when an index is opened.
package struct PassageColumns: Sendable {
    /// Row id of the paragraph's report; 0 where no paragraph is (it was removed).
    package private(set) var reports: [UInt32] = []
    /// The year the work concerns; 0 when unknown.
    package private(set) var years: [UInt16] = []
    /// Up to three topics, five bits each, strongest lowest; 0 is none.
    package private(set) var topics: [UInt16] = []
    /// Length in scalars, at most 65,535.
    package private(set) var lengths: [UInt16] = []
    /// Role in the low four bits, kind in the high four.
    package private(set) var flags: [UInt8] = []

    package init() {}

    package var count: Int { reports.count }

    mutating func append(
        report: Int64, year: Int?, topics: [Topic], length: Int, role: Role, kind: Kind
    ) {
        reports.append(UInt32(truncatingIfNeeded: report))
        years.append(UInt16(clamping: year ?? 0))
        self.topics.append(Self.pack(topics))
        lengths.append(UInt16(clamping: length))
        flags.append(role.code | kind.code << 4)
    }

    /// A place without a paragraph.
    mutating func appendGap() {
        append(report: 0, year: nil, topics: [], length: 0, role: .noise, kind: .other)
    }

    package mutating func append(contentsOf other: PassageColumns) {
        reports += other.reports
        years += other.years
        topics += other.topics
        lengths += other.lengths
        flags += other.flags
    }

    @inline(__always)
    package func role(at index: Int) -> Role { Self.roles[Int(flags[index])] ?? .noise }

    @inline(__always)
    package func kind(at index: Int) -> Kind { Self.kinds[Int(flags[index])] ?? .other }

    /// What each value of a flag says: looked up for every passage whenever an index is opened.
    private static let roles = (0...UInt8.max).map { Role(code: $0 & 0xF) }
    private static let kinds = (0...UInt8.max).map { Kind(code: $0 >> 4) }

    package func topics(at index: Int) -> [Topic] { Self.unpack(topics[index]) }

    package func has(_ topic: Topic, at index: Int) -> Bool {
        let code = UInt16(topic.code)
        let packed = topics[index]
        return packed & 31 == code || packed >> 5 & 31 == code || packed >> 10 & 31 == code
    }

    /// Topics as stored: five bits each, strongest lowest.
    package static func pack(_ topics: [Topic]) -> UInt16 {
        topics.prefix(3).reversed().reduce(0) { $0 << 5 | UInt16($1.code) }
    }

    package static func unpack(_ packed: UInt16) -> [Topic] {
        (0..<3).compactMap { Topic(code: UInt8(packed >> (5 * $0) & 31)) }
    }

    /// The columns as one blob, little-endian, column after column.
    func encoded() -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count * 11)
        for value in reports { Self.put(UInt64(value), 4, into: &bytes) }
        for column in [years, topics, lengths] {
            for value in column { Self.put(UInt64(value), 2, into: &bytes) }
        }
        return bytes + flags
    }

    private static func put(_ value: UInt64, _ width: Int, into bytes: inout [UInt8]) {
        for index in 0..<width {
            bytes.append(UInt8(truncatingIfNeeded: value >> (8 * UInt64(index))))
        }
    }

    /// Reads `encoded()`; `nil` when the blob has the wrong length or a role or kind that is none.
    init?(encoded bytes: [UInt8], count: Int) {
        guard bytes.count % 11 == 0, bytes.count / 11 == count,
            bytes[(count * 10)...].allSatisfy({
                Self.roles[Int($0)] != nil && Self.kinds[Int($0)] != nil
            })
        else { return nil }
        reports = (0..<count).map { row in
            let at = row * 4
            return UInt32(bytes[at]) | UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at + 2]) << 16
                | UInt32(bytes[at + 3]) << 24
        }
        func column(_ start: Int) -> [UInt16] {
            (0..<count).map { row in
                UInt16(bytes[start + row * 2]) | UInt16(bytes[start + row * 2 + 1]) << 8
            }
        }
        years = column(count * 4)
        topics = column(count * 6)
        lengths = column(count * 8)
        flags = Array(bytes[(count * 10)...])
    }
}
