import ReportModel
import Foundation
import FoundationXML
import ReportIndex
import TestSupport
import Testing

@testable import ReferenceCorpus

@Suite struct `Exports` {
    private let index: TestIndex
    private static let texts = [
        "三月，组织“两癌”免费检查，3.5万名妇女受益！联系人：王秀英主任，电话13800138000。",
        "a<b & \"c\"，结尾没有句号", "＝SUM(1,2)\u{FEFF}零宽与 空 格；第二句。",
    ]

    private static let title = "“<总结>” & 计划"

    init() throws {
        index = try TestIndex()
        try index.write(
            TestIndex.various(3) + [
                .init(
                    path: "特殊,\"名\".txt", unit: nil, year: nil, texts: Self.texts,
                    title: Self.title)
            ])
    }

    private func bytes(_ format: CorpusExport.Format, _ name: String) throws -> Data {
        let resolved = try ResolvedCorpus("a", in: try index.open())
        let path = index.folder + "/" + name
        let export = CorpusExport(resolved, in: try index.open(), masking: nil, force: false)
        #expect(try export.write(format, to: path) == resolved.states.count)
        let file = format == .text ? path + "/metadata.csv" : path
        return try Data(contentsOf: URL(fileURLWithPath: file))
    }

    @Test(arguments: CorpusExport.Format.allCases)
    func `The same corpus exports to the same bytes`(format: CorpusExport.Format) throws {
        _ = try index.freeze("a")
        #expect(try bytes(format, "first") == bytes(format, "second"))
    }

    @Test(arguments: CorpusExport.Format.allCases)
    func `A file that is there stays as it is without force`(format: CorpusExport.Format) throws {
        let resolved = try index.freeze("a")
        let path = index.folder + "/there"
        try Data("mine".utf8).write(to: URL(fileURLWithPath: path))
        let export = CorpusExport(resolved, in: try index.open(), masking: nil, force: false)
        #expect(throws: ReportError.self) { try export.write(format, to: path) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data("mine".utf8))
    }

    @Test func `A file that is not finished leaves nothing behind`() throws {
        let path = index.folder + "/half.txt"
        do {
            let file = try OutputFile(path: path, force: false)
            try file.write("half")
        }
        let left = try FileManager.default.contentsOfDirectory(atPath: index.folder)
        #expect(!left.contains { $0.hasPrefix("half") })
    }

    @Test func `A folder that is not there is a clear error`() {
        #expect(throws: ReportError.self) {
            try OutputFile(path: index.folder + "/none/here.txt", force: false)
        }
    }

    @Test func `Tokens and white space rebuild every text`() throws {
        let resolved = try index.freeze("a")
        try CorpusExport.forEachPassage(resolved, in: try index.open()) { position, passage in
            let item = ExportPassage(
                frozen: resolved.selection.passages[position], passage: passage,
                position: position + 1, masking: nil)
            let tokens = item.sentences().flatMap(\.tokens).map(\.form).joined()
            let text = passage.text.unicodeScalars.filter { !$0.properties.isWhitespace }
            #expect(tokens == String(String.UnicodeScalarView(text)))
        }
    }

    @Test func `TEI is sound XML, titles and texts in it as they were`() throws {
        _ = try index.freeze("a")
        let reader = TEIReading()
        let parser = XMLParser(data: try bytes(.tei, "a.xml"))
        parser.delegate = reader
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
        #expect(reader.texts["title"]?.contains(Self.title) ?? false)
        let sentences = (reader.texts["s"] ?? []).joined()
        #expect(sentences.contains("a<b & \"c\"，结尾没有句号"))
    }

    /// The texts of an XML file by the element they stand in.
    private final class TEIReading: NSObject, XMLParserDelegate {
        private(set) var texts: [String: [String]] = [:]
        private var text = ""

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
            qualifiedName: String?, attributes: [String: String]
        ) { text = "" }

        func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

        func parser(
            _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
            qualifiedName: String?
        ) {
            texts[name, default: []].append(text)
            text = ""
        }
    }

    @Test func `CSV that was written reads back the same`() {
        let cells = ["a", "b,c", "d\"e\"", "f\r\ng", "", "字"]
        #expect(CSVWriting.rows("\u{FEFF}" + CSVWriting.line(cells)) == [cells])
        #expect(CSVWriting.line(["=1+1"]) == "'=1+1\r\n")
        #expect(CSVWriting.line(["a\u{9B}\u{202E}\u{7}"]) == "a<U+009B><U+202E>␇\r\n")
    }

    /// The check value of CRC-32/ISO-HDLC in the catalogue of parametrised CRC algorithms.
    @Test func `CRC-32 has its check value`() {
        #expect(StoredArchive.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
    }

    @Test func `Masks are the same everywhere and never touch the index`() throws {
        let resolved = try index.freeze("a")
        let corpus = try index.open()
        var masking = Masking(try PersonalDataFinder(), passages: [])
        try CorpusExport.forEachPassage(resolved, in: corpus) { masking.collect($1) }
        let path = index.folder + "/masked.jsonl"
        let export = CorpusExport(resolved, in: corpus, masking: masking, force: false)
        _ = try export.write(.jsonl, to: path)
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(!text.contains("13800138000"))
        #expect(!text.contains("王秀英"))
        #expect(text.contains("〔姓名1〕主任，电话〔电话2〕"))
        #expect(Masking.approved(from: masking.list)["王秀英"] == "〔姓名1〕")
        #expect(try ResolvedCorpus("a", in: try index.open()).isIntact)
    }

    @Test func `A corpus is frozen again from its export, in an index made anew`() throws {
        let resolved = try index.freeze("a")
        let path = index.folder + "/again.jsonl"
        _ = try CorpusExport(resolved, in: try index.open(), masking: nil, force: false)
            .write(.jsonl, to: path)
        let read = try SelectionImport.read(path, as: "b")
        try SelectionWriter(path: index.path) { _ in false }.write(read)
        let again = try ResolvedCorpus("b", in: try index.open())
        #expect(again.isIntact)
        #expect(again.states == resolved.states)
        #expect(again.definition == resolved.definition)
        try Data("{}\n".utf8).write(to: URL(fileURLWithPath: path))
        #expect(throws: ReportError.self) { try SelectionImport.read(path, as: "c") }
    }

    @Test func `Only what the list still has is masked`() throws {
        let resolved = try index.freeze("a")
        let corpus = try index.open()
        var masking = Masking(try PersonalDataFinder(), passages: [], approved: ["王秀英": "某人"])
        try CorpusExport.forEachPassage(resolved, in: corpus) { masking.collect($1) }
        let path = index.folder + "/approved.md"
        _ = try CorpusExport(resolved, in: corpus, masking: masking, force: false)
            .write(.markdown, to: path)
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.contains("某人主任，电话13800138000"))
    }

    @Test func `A data sheet tells the composition, and is the same twice`() throws {
        let resolved = try index.freeze("a")
        let corpus = try index.open()
        let sheet = try DataSheet(resolved, in: corpus).markdown
        #expect(sheet.contains("段落 passages: \(resolved.states.count)"))
        #expect(sheet.contains("| 单位0 | 6 |"))
        #expect(sheet.contains("许可 Licence"))
        #expect(try DataSheet(resolved, in: corpus).markdown == sheet)
    }
}

@Suite struct `Splits` {
    @Test func `No copy and no unit stands on two sides`() throws {
        let split = try CorpusSplit(parsing: "train=70,dev=10,test=20")
        var random = SeededRandom(3)
        for _ in 0..<50 {
            let count = 200
            let units = (0..<count).map { _ in
                random.next() % 9 == 0 ? nil : "u\(random.next() % 40)" as String?
            }
            let reports = (0..<count).map { _ in "r\(random.next() % 90)" }
            let copies = (0..<count).map { _ in
                random.next() % 4 == 0 ? Int(random.next() % 30) + 1 : 0
            }
            let parts = split.assign(copies: copies, units: units, reports: reports, seed: 1)
            #expect(parts == split.assign(copies: copies, units: units, reports: reports, seed: 1))
            var ofUnit: [String: Int] = [:]
            var ofCopies: [Int: Int] = [:]
            for place in 0..<count {
                if let unit = units[place] {
                    #expect(ofUnit[unit] ?? parts[place] == parts[place])
                    ofUnit[unit] = parts[place]
                }
                if copies[place] > 0 {
                    #expect(ofCopies[copies[place]] ?? parts[place] == parts[place])
                    ofCopies[copies[place]] = parts[place]
                }
            }
        }
    }

    @Test func `Parts are near what was asked for when units are many`() throws {
        let split = try CorpusSplit(parsing: "train=80,test=20")
        let units = (0..<1000).map { "u\($0 % 100)" as String? }
        let parts = split.assign(
            copies: Array(repeating: 0, count: 1000), units: units,
            reports: Array(repeating: "r", count: 1000), seed: 1)
        #expect(parts.count { $0 == 0 } == 800)
    }

    @Test(arguments: ["", "train=80", "train=80,test=30", "a=50,a=50", "train,test", "a/b=50,c=50"])
    func `A split that does not add up is refused`(text: String) {
        #expect(throws: ReportError.self) { try CorpusSplit(parsing: text) }
    }
}
