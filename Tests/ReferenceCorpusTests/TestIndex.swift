import Foundation
import ReportIndex
import ReportModel
import TestSupport

@testable import ReferenceCorpus

/// An index in a folder of its own, made of reports written in the test.
final class TestIndex {
    let folder: String
    var path: String { folder + "/index.sqlite" }

    init() throws {
        folder = NSTemporaryDirectory() + "corpus-test-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// One report, a file of its own.
    struct Item {
        var path: String
        var unit: String?
        var year: Int?
        var texts: [String]
        var kind = Kind.done
        var topics: [Topic] = []
        var title = "总结"
    }

    /// Puts reports into the index, in the place of those of the same paths.
    func write(_ items: [Item], removing gone: [String] = []) throws {
        let writer = try IndexWriter(path: path) { _ in false }
        var preparer = try SourcePreparer()
        let files = items.map { item in
            let paragraphs = item.texts.enumerated().map { number, text in
                var paragraph = Paragraph(line: number + 1, text: text)
                paragraph.kind = item.kind
                paragraph.topics = item.topics
                paragraph.concernsYear = item.year
                return paragraph
            }
            var report = Report(
                title: item.title, firstLine: 1, lastLine: paragraphs.count, paragraphs: paragraphs)
            report.unit = UnitTag(name: item.unit, type: .womensFederation, level: .county)
            report.year = YearTag(year: item.year, basis: item.year == nil ? .none : .stated)
            let source = Source(
                path: item.path, encoding: "UTF-8", lineCount: paragraphs.count, reports: [report])
            let hash = ContentHash.of(Array(item.texts.joined().utf8))
            return preparer.prepare(
                [source],
                state: FileState(
                    path: item.path, location: item.path, size: 1, modified: 1, hash: hash,
                    rules: "test"))
        }
        try writer.remove(gone)
        try writer.append(files)
        try writer.finish()
    }

    func open() throws -> CorpusIndex {
        try CorpusIndex(try IndexDatabase.open(path).reading())
    }

    /// Freezes a corpus and finds it again.
    func freeze(_ name: String, _ definition: CorpusDefinition = CorpusDefinition()) throws
        -> ResolvedCorpus
    {
        let corpus = try open()
        let selection = try SelectionBuilder(corpus).build(
            name: name, definition, made: "2026-01-02T03:04:05Z", tool: "test")
        try SelectionWriter(path: path) { _ in false }.write(selection)
        return try ResolvedCorpus(name, in: try open())
    }

    /// Reports of different words, so that none is a copy of another.
    static func various(_ count: Int, units: Int = 4) -> [Item] {
        var random = SeededRandom(7)
        let characters = Array("春夏秋冬山水花鸟风云雨雪日月星辰东西南北金木水火土天地人和家国社会工农学商医教文化健康法律".unicodeScalars)
        return (0..<count).map { number in
            let texts = (0..<6).map { _ in
                var text = String.UnicodeScalarView()
                for _ in 0..<40 {
                    text.append(characters[Int(random.next() % UInt64(characters.count))])
                }
                return String(text) + "。"
            }
            return Item(
                path: "reports/\(number).txt", unit: "单位\(number % units)",
                year: 2010 + number % 5, texts: texts,
                topics: number % 2 == 0 ? [.rights] : [.health])
        }
    }
}
