import Presentation
import ReportIndex
import ReportModel
import ReportQuery
import TestSupport
import Testing

@testable import ReportAssistant

/// Quotations against a plain scan of all texts.
@Suite struct QuoteTests {
    /// Occurrences apart from each other, by comparing bytes at every place.
    private static func count(_ quote: String, in text: [UInt8]) -> Int {
        let needle = Array(quote.utf8)
        var found = 0
        var place = 0
        while place + needle.count <= text.count {
            var length = 0
            while length < needle.count, text[place + length] == needle[length] { length += 1 }
            if length == needle.count { found += 1 }
            place += length == needle.count ? length : 1
        }
        return found
    }

    private static let passages = Result { () throws -> [Passage] in
        var passages: [Passage] = []
        try TestIndex.corpus().open().forEachPassage { passages.append($0) }
        return passages
    }

    private static let texts = Result { try passages.get().map { Array($0.text.utf8) } }
    private static let raws = Result {
        try passages.get().compactMap { $0.raw.map { Array($0.utf8) } }
    }

    /// Ways to get a quotation wrong.
    enum Slip: CaseIterable {
        case none, character, digit, blank, noBlanks, width, traditional, wrapped
    }

    private static func slip(_ slip: Slip, _ quote: String, _ random: inout SeededRandom) -> String
    {
        var characters = Array(quote)
        switch slip {
        case .none: break
        case .character: characters[random.below(characters.count)] = "鼎"
        case .digit: characters = characters.map { $0 == "1" ? "7" : $0 }
        case .blank: characters.insert(" ", at: 1 + random.below(characters.count - 1))
        case .noBlanks: characters.removeAll { $0.isWhitespace }
        case .width:
            characters = characters.map { character in
                guard let ascii = character.asciiValue, ascii > 0x20,
                    let wide = Unicode.Scalar(UInt32(ascii) + 0xFEE0)
                else { return character }
                return Character(wide)
            }
        case .traditional: characters = characters.map { $0 == "妇" ? "婦" : $0 == "区" ? "區" : $0 }
        case .wrapped: characters.insert("\n", at: characters.count / 2)
        }
        return String(characters)
    }

    @Test(arguments: Slip.allCases)
    func `exact is what a scan finds, and nothing else`(_ slip: Slip) throws {
        let assistant = try TestAssistant.corpus()
        let passages = try Self.passages.get().filter { $0.text.unicodeScalars.count > 12 }
        var random = SeededRandom(17)
        for _ in 0..<8 {
            guard let passage = passages.randomElement(using: &random) else { return }
            let characters = Array(passage.text)
            let length = 3 + random.below(min(60, characters.count - 4))
            let start = random.below(characters.count - length)
            let original = String(characters[start..<start + length])
            guard original.contains(where: { !$0.isWhitespace }) else { continue }
            let quote = Self.slip(slip, original, &random)
            guard quote.contains(where: { !$0.isWhitespace }) else { continue }
            let told = try assistant.call("verify_quote", [.init("quote", .text(quote))])
            let scan = try Self.texts.get().reduce(0) { $0 + Self.count(quote, in: $1) }
            let before = try Self.raws.get().contains { Self.count(quote, in: $0) > 0 }
            let isExact = told.value["verdict"] == .text("exact")
            #expect(isExact == (scan > 0 || before), "\(quote): \(told.text)")
            if scan > 0 {
                #expect(told.value["total"] == .integer(scan), "\(quote)")
            } else if !before, ![.character, .digit].contains(slip) {
                #expect(told.value["verdict"] == .text("alike"), "\(quote): \(told.text)")
            }
            if quote == original {
                let places = try assistant.pages(
                    "verify_quote", "places", [.init("quote", .text(quote))]
                ).rows.map { $0["place"]?.text }
                #expect(places.contains("\(passage.report.path):\(passage.line)"))
            }
        }
    }

    @Test func `differences are named, each alone and together`() throws {
        let folder = try TemporaryFolder()
        try TestIndex.write(
            [TestIndex.source("a.txt", ["标题", "妇联发放GDP折页1200份。", "第二段开头，走访慰问。"])],
            to: folder.path("i.sqlite"))
        let assistant = TestAssistant(folder.path("i.sqlite"))
        func told(_ quote: String) throws -> (JSONValue?, JSONValue?) {
            let told = try assistant.call("verify_quote", [.init("quote", .text(quote))])
            return (told.value["verdict"], told.rows("places").first?["differs"])
        }
        func differs(_ quote: String, _ names: String...) throws {
            let (verdict, differences) = try told(quote)
            #expect(verdict == .text("alike"), "\(quote)")
            #expect(differences == .list(names.map { .text($0) }), "\(quote)")
        }
        #expect(try told("发放GDP折页1200份") == (.text("exact"), nil))
        #expect(try told("1200份。\n第二段开头") == (.text("exact"), nil))
        try differs("发放 GDP折页", "white-space")
        try differs(" 发放GDP", "white-space")
        try differs("1200份。第二段", "white-space")
        try differs("1200份。\r\n 第二段", "white-space")
        try differs("折页１２００份", "width")
        try differs("发放gdp折页", "letter-case")
        try differs("婦聯發放", "characters")
        try differs("婦聯 发放ｇdp", "white-space", "width", "letter-case", "characters")
        #expect(try told("折页1300份") == (.text("not-found"), nil))
        #expect(try told("第二段开头\n走访") == (.text("not-found"), nil))
    }

    @Test func `a place narrows where a quotation is looked for`() throws {
        let folder = try TemporaryFolder()
        try TestIndex.write(
            [
                TestIndex.source("a.txt", ["走访慰问困难母亲。", "走访慰问困难儿童。"]),
                TestIndex.source("b.txt", ["走访慰问困难母亲。"]),
            ], to: folder.path("i.sqlite"))
        let assistant = TestAssistant(folder.path("i.sqlite"))
        func told(_ place: String) throws -> TestAssistant.Told {
            try assistant.call(
                "verify_quote",
                [.init("quote", .text("走访慰问困难母亲")), .init("place", .text(place))])
        }
        #expect(try told("a.txt").value["total"] == .integer(1))
        #expect(try told("b.txt:1").value["verdict"] == .text("exact"))
        let elsewhere = try told("a.txt:2")
        #expect(elsewhere.value["verdict"] == .text("not-found"))
        #expect(elsewhere.value["found_elsewhere"] == .integer(2))
        #expect(try told("c.txt").isError)
    }
}
