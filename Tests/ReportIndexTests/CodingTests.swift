import Segmentation
import ReportModel
import TestSupport
import Testing

@testable import ReportIndex

@Suite struct CodingTests {
    @Test func `numbers and texts come back from bytes`() {
        var random = SeededRandom(1)
        for _ in 0..<200 {
            var writer = ByteWriter()
            let numbers = (0..<20).map { _ in random.next() >> UInt64(random.below(64)) }
            let texts = (0..<5).map { _ in Self.text(&random) }
            for number in numbers { writer.append(number) }
            for text in texts { writer.append(text) }
            writer.append(byte: 7)
            var reader = ByteReader(writer.bytes)
            for number in numbers { #expect(reader.number() == number) }
            for text in texts { #expect(reader.text() == text) }
            #expect(reader.byte() == 7)
            #expect(reader.isAtEnd && reader.number() == 0 && reader.text().isEmpty)
        }
    }

    @Test(arguments: [1, 2, 127, 128, 129, 256, 1000, 5000])
    func `posting lists come back, whole and in chunks`(_ count: Int) {
        var random = SeededRandom(UInt64(count))
        var place = -1
        let postings = (0..<count).map { _ in
            place += 1 + random.below(random.below(10) == 0 ? 4000 : 3)
            return Posting(place: place, level: 1 + random.below(31))
        }
        var writer = ByteWriter()
        writer.append(byte: 99)
        PostingList.encode(postings, postings.indices, into: &writer)
        let entry = TermBlock.Entry(
            frequency: count, greatestLevel: 31, range: 1..<writer.bytes.count)
        var read: [Posting] = []
        PostingList.forEach(in: writer.bytes, entry: entry) { read.append($0) }
        #expect(read == postings)
        // Skipped chunks leave the places of the others true, and cover what they say.
        var kept: [Posting] = []
        var declined: [ClosedRange<Int>] = []
        PostingList.forEach(in: writer.bytes, entry: entry) { places, level in
            let wanted = random.below(2) == 0
            if !wanted { declined.append(places) }
            return wanted
        } _: {
            kept.append($0)
        }
        let all = Set(postings)
        #expect(kept.allSatisfy { all.contains($0) })
        if count > PostingList.chunk {
            for posting in all.subtracting(kept) {
                #expect(declined.contains { $0.contains(posting.place) })
            }
        }
    }

    @Test func `every term of a shard is found in its block with its levels, and no other`() {
        let (builder, expected) = SeededShard.make(seed: 9)
        let blocks = builder.blocks()
        #expect(blocks.map(\.firstKey) == blocks.map(\.firstKey).sorted())
        func lookUp(_ key: UInt64) -> [Int: Int]? {
            guard let block = blocks.last(where: { $0.firstKey <= key }),
                let entry = TermBlock.entry(of: key, in: block.bytes, firstKey: block.firstKey)
            else { return nil }
            var levels: [Int: Int] = [:]
            PostingList.forEach(in: block.bytes, entry: entry) { levels[$0.place] = $0.level }
            #expect(levels.values.max() == entry.greatestLevel && levels.count == entry.frequency)
            return levels
        }
        for (key, levels) in expected {
            #expect(lookUp(key) == levels)
            if expected[key &+ 1] == nil { #expect(lookUp(key &+ 1) == nil) }
        }
    }

    @Test func `columns come back, and topics unpack as they were packed`() throws {
        var random = SeededRandom(4)
        var columns = PassageColumns()
        var topics: [[Topic]] = []
        for _ in 0..<300 {
            let some = Array(Topic.allCases.shuffled(using: &random).prefix(random.below(4)))
            topics.append(some)
            columns.append(
                report: Int64(1 + random.below(1 << 31)), year: random.below(2200), topics: some,
                length: random.below(90_000), role: random.pick(Role.allCases, else: .body),
                kind: random.pick(Kind.allCases, else: .other))
        }
        columns.appendGap()
        let bytes = columns.encoded()
        let read = try #require(PassageColumns(encoded: bytes, count: 301))
        #expect(read.encoded() == bytes)
        for (place, some) in topics.enumerated() {
            #expect(read.topics(at: place) == some)
            for topic in Topic.allCases {
                #expect(read.has(topic, at: place) == some.contains(topic))
            }
            #expect(read.role(at: place) == columns.role(at: place))
            #expect(read.kind(at: place) == columns.kind(at: place))
        }
        #expect(PassageColumns(encoded: bytes, count: 300) == nil)
        #expect(PassageColumns(encoded: bytes, count: .max) == nil)
        #expect(PassageColumns(encoded: Array(bytes.dropLast()) + [0xFF], count: 301) == nil)
    }

    @Test func `word breaks come back and cut as they were given`() {
        var random = SeededRandom(5)
        for _ in 0..<300 {
            let count = 1 + random.below(80)
            let ends = (1...count).filter { $0 == count || random.below(3) == 0 }
            let breaks = WordBreaks(ends: ends.map { Int32($0) }, count: count)
            #expect(WordBreaks(bytes: breaks.bytes).ends == ends)
            for position in 0...count {
                #expect(breaks.isBreak(at: position) == (position == 0 || ends.contains(position)))
            }
        }
    }

    @Test func `a raw line comes back from its difference to the text`() {
        var random = SeededRandom(6)
        #expect(RawText.encode(nil, text: "文") == nil && RawText.decode(nil, text: "文") == nil)
        for _ in 0..<500 {
            let text = Self.text(&random)
            var raw = Array(text.unicodeScalars)
            for _ in 0..<random.below(4) {
                let place = random.below(raw.count + 1)
                if random.below(2) == 0, place < raw.count {
                    raw.remove(at: place)
                } else {
                    raw.insert(contentsOf: Self.text(&random).unicodeScalars, at: place)
                }
            }
            let line = Self.string(raw)
            #expect(RawText.decode(RawText.encode(line, text: text), text: text) == line)
        }
    }

    @Test func `activities come back`() {
        var random = SeededRandom(7)
        for _ in 0..<200 {
            let text = "前" + Self.text(&random) + "后" + Self.text(&random)
            let activities = (0..<1 + random.below(3)).map { _ in
                Self.activity(in: text, &random)
            }
            let bytes = ActivityCoding.encode(activities, in: text)
            #expect(ActivityCoding.decode(bytes, in: text) == activities)
        }
        #expect(ActivityCoding.encode([], in: "文") == nil)
    }

    @Test func `damaged bytes decode to something, never to a trap`() {
        var random = SeededRandom(8)
        let text = "组织妇女两癌检查三千人次，发放资料二百份。"
        for _ in 0..<400 {
            let activity = Self.activity(in: text, &random)
            var bytes = ActivityCoding.encode([activity], in: text) ?? []
            for _ in 0..<1 + random.below(6) {
                bytes[random.below(bytes.count)] = UInt8(random.below(256))
            }
            _ = ActivityCoding.decode(bytes, in: text)
            _ = RawText.decode(bytes, text: text)
            _ = EvidenceCoding.decode(bytes, in: text, line: 1, labels: [:])
            let noise = (0..<random.below(60)).map { _ in UInt8(random.below(256)) }
            _ = RawText.decode(noise, text: text)
            _ = ActivityCoding.decode(noise, in: text)
            _ = EvidenceCoding.decode(noise, in: text, line: 1, labels: [:])
            let key = random.next()
            if let entry = TermBlock.entry(of: key, in: noise, firstKey: key) {
                PostingList.forEach(in: noise, entry: entry) { _ in }
            }
        }
    }

    private static func activity(in text: String, _ random: inout SeededRandom) -> Activity {
        let scalars = Array(text.unicodeScalars)
        func piece() -> String {
            if random.below(4) == 0 { return Self.text(&random) }
            let start = random.below(scalars.count)
            return Self.string(scalars[start..<min(scalars.count, start + random.below(6))])
        }
        let start = random.below(scalars.count)
        let before = Self.string(scalars[..<start]).utf8.count
        let span = Self.string(scalars[start...])
        return Activity(
            range: before..<before + span.utf8.count, span: span, name: piece(), action: piece(),
            object: piece(),
            quantities: (0..<random.below(3)).map { _ in
                Quantity(
                    value: random.below(3) == 0 ? nil : Double(random.below(100_000)) / 7,
                    unit: piece(), raw: piece(), approximate: random.below(2) == 0)
            }, date: random.below(2) == 0 ? nil : piece(),
            place: random.below(2) == 0 ? nil : piece(),
            partners: (0..<random.below(3)).map { _ in piece() },
            status: random.below(2) == 0 ? .done : .planned)
    }

    private static func text(_ random: inout SeededRandom) -> String {
        let all = Array("妇女儿童x12。，🎉𠮷é\u{301}\u{200F} \"'两癌ＡＢ".unicodeScalars)
        return string((0..<random.below(12)).map { _ in all[random.below(all.count)] })
    }

    private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}

/// Indexes on disk keep these numbers; a tag that is added takes the next one.
@Suite struct StoredTagTests {
    @Test func `the codes of roles, kinds and topics are those on disk`() {
        let roles: [Role: UInt8] = [
            .title: 0, .heading: 1, .body: 2, .signature: 3, .noise: 4,
        ]
        let kinds: [Kind: UInt8] = [
            .overview: 0, .done: 1, .problem: 2, .plan: 3, .advice: 4, .other: 5,
        ]
        let topics: [Topic: UInt8] = [
            .leadership: 1, .ideology: 2, .recognition: 3, .employment: 4, .rights: 5, .health: 6,
            .education: 7, .family: 8, .relief: 9, .children: 10, .disability: 11, .security: 12,
            .labour: 13, .culture: 14, .volunteering: 15, .environment: 16, .economy: 17,
            .rural: 18, .safety: 19, .planning: 20, .party: 21, .organization: 22,
        ]
        for role in Role.allCases {
            #expect(roles[role] == role.code)
            #expect(Role(code: role.code) == role)
        }
        for kind in Kind.allCases {
            #expect(kinds[kind] == kind.code)
            #expect(Kind(code: kind.code) == kind)
        }
        for topic in Topic.allCases {
            #expect(topics[topic] == topic.code)
            #expect(Topic(code: topic.code) == topic)
        }
        #expect(Role(code: 5) == nil && Kind(code: 6) == nil)
        #expect(Topic(code: 0) == nil && Topic(code: 23) == nil)
        #expect(PassageColumns.pack([.rights, .party]) == 21 << 5 | 5)
    }
}
