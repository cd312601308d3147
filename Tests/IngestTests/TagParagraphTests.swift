import ReportModel
import Testing

@testable import Ingest

@Suite struct TagParagraphTests {
    private let text = """
        南塘县妇联2018年工作总结
        一年来，县妇联在市妇联的指导下做了以下工作，现总结如下：
        一、主要工作
        1.开展农村妇女两癌免费检查，检查4200人。
        2.走访慰问贫困母亲60户，发放慰问金6万元。
        二、存在问题
        活动经费少，干部年龄偏大。
        三、几点建议
        将妇女之家经费列入预算。
        四、2019年工作打算
        举办女性专场招聘会两场，帮助妇女就业。
        """

    @Test(arguments: [
        ("总结如下", Kind.overview), ("4200人", .done), ("干部年龄", .problem), ("列入预算", .advice),
        ("专场招聘会", .plan),
    ])
    func `Headings and wording give the kind`(words: String, kind: Kind) throws {
        let report = try TagCases.report(text)
        #expect(try TagCases.paragraph(words, of: report).kind == kind)
    }

    @Test(arguments: [("4200人", 2018), ("专场招聘会", 2019), ("干部年龄", 2018)])
    func `The year of the work follows heading and kind`(words: String, year: Int) throws {
        let report = try TagCases.report(text)
        #expect(try TagCases.paragraph(words, of: report).concernsYear == year)
    }

    @Test(arguments: [
        ("4200人", Topic.health), ("慰问金", .relief), ("专场招聘会", .employment),
    ])
    func `The words of a clause give the topic`(words: String, topic: Topic) throws {
        let paragraph = try TagCases.paragraph(words, of: TagCases.report(text))
        #expect(paragraph.topics.first == topic)
        let evidence = paragraph.evidence.first { $0.field == "topic:" + topic.rawValue }
        #expect(evidence.map { paragraph.text.contains($0.quote) } == true)
    }

    @Test func `Every tag quotes its paragraph`() throws {
        for paragraph in try TagCases.report(text).paragraphs {
            for evidence in paragraph.evidence where evidence.field.hasPrefix("topic:") {
                let isOwn = paragraph.text.contains(evidence.quote)
                let isHeading = paragraph.headings.contains { $0.contains(evidence.quote) }
                #expect(isOwn || isHeading)
                #expect(evidence.line == paragraph.line)
            }
        }
    }

    @Test func `A longer word hides the words inside it`() throws {
        let lexicon = try TagLexicon()
        var scan = ParagraphScan()
        scan.read(MatchingText("维护妇女合法权益，制止家庭暴力"), with: lexicon)
        let family = Topic.allCases.firstIndex(of: .family)
        #expect(!scan.topicWords.contains { $0.topic == family })
    }

    @Test func `Marks and spaces inside words do not matter, and quotations are exact`() {
        let text = MatchingText("开展“两癌” 检查")
        #expect(text.scalars == foldedScalars("开展两癌检查"))
        #expect(text.quote(2..<4) == "两癌")
        #expect(text.quote(2..<6) == "两癌” 检查")
    }

    @Test func `Random text is tagged without loss`() throws {
        var state: UInt64 = 42
        let alphabet = Array("第一二十百个三八年月建党周年届中全会20x×县区市局妇联在下我，。：“”《》 \u{0}\u{1F600}".unicodeScalars)
        func next() -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33)
        }
        let tagger = try Tagger()
        for _ in 0..<200 {
            let lines = (0..<8).map { index in
                var text = String.UnicodeScalarView()
                for _ in 0..<(next() % 60) { text.append(alphabet[next() % alphabet.count]) }
                return Paragraph(line: index + 1, text: String(text))
            }
            let report = Report(title: "", firstLine: 1, lastLine: 8, paragraphs: lines)
            var source = Source(path: "a", encoding: "UTF-8", lineCount: 8, reports: [report])
            tagger.tag(&source)
            #expect(source.reports.first?.paragraphs.map(\.text) == lines.map(\.text))
        }
    }

    @Test func `Every topic has words enough`() throws {
        let lexicon = try TagLexicon()
        #expect(lexicon.topicWordCounts.count == Topic.allCases.count)
        #expect(lexicon.topicWordCounts.allSatisfy { $0 >= 25 })
    }
}
