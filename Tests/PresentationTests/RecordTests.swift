import Testing

@testable import Presentation

/// Records: what is declared of fields, and how values are written.
@Suite struct RecordTests {
    /// A record with its parts, flattened.
    private static func fields(_ fields: [FieldDescription], _ place: String) -> [(
        place: String, field: FieldDescription
    )] {
        fields.flatMap { field -> [(place: String, field: FieldDescription)] in
            let here = place + "." + field.name
            var parts: [FieldDescription] = []
            var type = field.type
            if case .list(let element) = type { type = element }
            if case .object(let own) = type { parts = own }
            return [(here, field)] + Self.fields(parts, here)
        }
    }

    @Test func `no field of any record is without heading or meaning in both languages`() {
        let han = { (text: String) in
            text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
        }
        for record in Records.all {
            #expect(!record.fields.isEmpty && han(record.meaning.chinese))
            for (place, field) in Self.fields(record.fields, record.name) {
                #expect(!field.name.isEmpty && !field.heading.chinese.isEmpty, "\(place)")
                #expect(!field.heading.english.isEmpty, "\(place)")
                #expect(field.meaning.chinese.count > 1, "\(place)")
                #expect(!field.meaning.english.isEmpty && !han(field.heading.english), "\(place)")
            }
        }
    }

    @Test func `names of fields and of columns are unique in a record, and lower case`() {
        for record in Records.all {
            let names = record.fields.map(\.name)
            #expect(Set(names).count == names.count, "\(record.name)")
            #expect(names.allSatisfy { !$0.contains { $0.isUppercase || $0 == " " } })
        }
        for columns in [
            Records.hit.columns.map(\.name), Records.report.columns.map(\.name),
            Records.activity.columns.map(\.name), Records.promise.columns.map(\.name),
            Records.comparison(isOverYears: true).columns.map(\.name),
            Records.copyPair.columns.map(\.name), Records.reportPair.columns.map(\.name),
        ] {
            #expect(Set(columns).count == columns.count, "\(columns)")
        }
    }

    private struct Thing: Sendable {
        var name: String? = "甲"
        var count: Int? = 3
        var part: Int?
        var parts: [Int] = []
    }

    private static let part = RecordType<Int>(
        "part", "部分", "a part", summary: { "no. \($0)" },
        [.integer("number", "号", "号", "the number") { $0 }])
    private static let thing = RecordType<Thing>(
        "thing", "东西", "a thing",
        [
            .text("name", "名", "名", "its name") { $0.name },
            .integer("count", "数", leftOut: true, "数", "its count") { $0.count },
            .object("part", "部", "部", "its part", part, columns: nil, prefix: "part_") { $0.part },
            .objects("parts", "各部", "各部", "its parts", part) { $0.parts },
            .number("ratio", "比", places: 2, "比", "a ratio") { _ in 2.0 / 3 },
        ])

    private func written(_ things: [Thing], _ format: RecordFormat) -> String {
        var text = ""
        var writer = RecordWriter(Self.thing, format) { text += $0 }
        for thing in things { writer.write(thing) }
        return text
    }

    @Test func `JSON keeps null, leaves out what is left out, and nests`() {
        #expect(
            written([Thing(name: nil, count: nil, part: 7, parts: [1, 2])], .jsonLines)
                == "{\"name\": null, \"part\": {\"number\": 7}, "
                + "\"parts\": [{\"number\": 1}, {\"number\": 2}], \"ratio\": 0.67}\n")
    }

    @Test func `a table has a column for each part and no JSON in a cell`() {
        let text = written([Thing(part: 7, parts: [1, 2])], .csv(isChinese: false))
        #expect(
            text == "\u{FEFF}name,count,part,part_number,parts,ratio\r\n"
                + "甲,3,no. 7,7,no. 1; no. 2,0.67\r\n")
        #expect(written([Thing()], .csv(isChinese: true)).hasPrefix("\u{FEFF}名,数,部,部号,各部,比\r\n"))
        #expect(written([], .csv(isChinese: false)).isEmpty)
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+cmd", "'+cmd"), ("-2+3", "'-2+3"), ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1", "'＝1"), ("\tx", "'\tx"), ("-5", "-5"), ("+3.5", "+3.5"), ("a=b", "a=b"),
        ("=\"x\",1", "\"'=\"\"x\"\",1\""),
    ])
    func `a cell that a spreadsheet would run is made safe, a number is not touched`(
        _ text: String, _ cell: String
    ) {
        let csv = written([Thing(name: text)], .csv(isChinese: false))
        let row = csv.split(separator: "\r\n").last ?? ""
        #expect(row.hasPrefix(cell + ",3"), "\(row)")
    }
}
