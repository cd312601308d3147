import GRDB
import ReportModel
import TestSupport
import Testing

@testable import ReportIndex

/// Indexes of another format, and what is kept of files.
@Suite struct FormatTests {
    /// An index as the program before this one wrote it: no doubts as facts, reasons in words.
    private static func older() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let path = folder.path("i.sqlite")
        try TestIndex.write([TestIndex.source("甲.txt", ["走访慰问困难妇女"])], to: path)
        let queue = try DatabaseQueue(path: path)
        try queue.write { db in
            try db.execute(sql: "PRAGMA user_version = \(Schema.version - 1)")
            try db.execute(
                sql: """
                    DROP TABLE skipped;
                    CREATE TABLE skipped(
                        path TEXT PRIMARY KEY, problem TEXT NOT NULL, advice TEXT) WITHOUT ROWID;
                    INSERT INTO skipped VALUES ('坏.doc', '文件已加密', NULL);
                    """)
        }
        try queue.close()
        return folder
    }

    @Test func `an index of the format before is refused with its remedy`() throws {
        let folder = try Self.older()
        for attempt: (String) throws -> Void in [
            { _ = try IndexDatabase.open($0) }, { _ = try IndexWriter(path: $0) { _ in false } },
        ] {
            let error = #expect(throws: ReportError.self) { try attempt(folder.path("i.sqlite")) }
            #expect(error?.kind == .unsupported)
            #expect(error?.advice?.contains("zongjie rebuild") ?? false)
        }
    }

    @Test func `a rebuild of it keeps what it can`() throws {
        let folder = try Self.older()
        let path = folder.path("i.sqlite")
        let rebuild = try IndexRebuild(path: path) { _ in false }
        #expect(rebuild.files.map(\.path) == ["甲.txt"])
        try rebuild.replace(with: try rebuild.begin())
        let status = try IndexStatus.read(try IndexDatabase.open(path).reading())
        #expect(status.skipped.map(\.path) == ["坏.doc"])
    }

    @Test func `why a file was skipped is kept as a fact`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("i.sqlite")
        let refusals: [Refusal] = [
            .encrypted, .brokenMarkup(line: 7), .commandFailed("antiword", status: 3), .binary(nil),
            .oversized(bytes: 9, limit: 8), .told("x"),
        ]
        let writer = try IndexWriter(path: path) { _ in false }
        try writer.note(
            skipped: refusals.enumerated().map {
                SkippedFile(path: "\($0.offset)", refusal: $0.element)
            })
        try writer.finish()
        let status = try IndexStatus.read(try IndexDatabase.open(path).reading())
        #expect(status.skipped.map(\.refusal) == refusals)
    }

    @Test func `doubts come back as they were`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("i.sqlite")
        let doubts: [Doubt] = [
            .badBytes(count: 2, encoding: "GB18030", line: nil), .eventsExclude([2015...2016]),
            .clueAgainstYear(line: 3, quote: "十九大", year: 2012), .mostlyMarkup,
            .pagesWithoutText(1, of: 4),
        ]
        var source = TestIndex.source("甲.txt", ["走访慰问困难妇女"])
        source.reports[0].doubts = doubts
        source.doubts = doubts
        try TestIndex.write([source], to: path)
        let details = try IndexDatabase.open(path).reading().details()
        #expect(details.map(\.doubts) == [doubts])
        #expect(try IndexVerification.run(path).faults == [])
        for doubt in doubts { #expect(doubt.text(in: .chinese) != doubt.text(in: .english)) }
    }

    @Test func `a file that changed its date only is known under the new date`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("i.sqlite")
        try TestIndex.write([TestIndex.source("甲.txt", ["走访慰问困难妇女"])], to: path)
        do {
            let writer = try IndexWriter(path: path) { _ in false }
            try writer.touch([
                FileState(path: "甲.txt", location: "甲.txt", size: 5, modified: 77, rules: "")
            ])
            try writer.finish()
        }
        let known = try IndexWriter(path: path) { _ in false }.knownFiles()
        #expect(known["甲.txt"]?.modified == 77)
        #expect(known["甲.txt"]?.size == 5)
    }
}
