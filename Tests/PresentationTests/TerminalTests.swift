import ReportModel
import TestSupport
import Testing

@testable import Presentation

/// What a terminal is sent.
@Suite struct TerminalTests {
    @Test(arguments: [
        ("\u{1B}[31m红\u{1B}[0m", "␛[31m红␛[0m"), ("a\u{7F}b", "a␡b"), ("a\nb\rc\0", "a␊b␍c␀"),
        ("甲\u{202E}乙\u{202C}", "甲<U+202E>乙<U+202C>"), ("\u{9B}1m", "<U+009B>1m"),
        ("\u{2066}x\u{2069}\u{200F}", "<U+2066>x<U+2069><U+200F>"), ("\u{E0041}", "<U+E0041>"),
        ("全角　空格\tè👩‍👧", "全角　空格\tè👩‍👧"),
    ])
    func `what acts on a terminal is made visible`(_ text: String, _ shown: String) {
        #expect(VisibleText.of(text) == shown)
        #expect(StyledText(text).painted(hasColour: false) == shown)
    }

    @Test func `only our own escapes reach a terminal`() {
        let hostile = "x\u{1B}[2Jy\u{07}"
        let line = "文件 " + StyledText.strong(hostile) + StyledText.match("维权")
        #expect(
            line.painted(hasColour: true)
                == "文件 \u{1B}[1mx␛[2Jy␇\u{1B}[0m\u{1B}[1;31m【维权】\u{1B}[0m")
        #expect(line.painted(hasColour: false) == "文件 x␛[2Jy␇【维权】")
    }

    @Test func `cut and wrapped text never takes more columns than it may`() {
        var random = SeededRandom(7)
        let scalars = Array("维权a两癌 \u{1B}\u{202E}é①🙂\t。".unicodeScalars)
        for _ in 0..<500 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0..<40, using: &random) {
                text.append(scalars.randomElement(using: &random) ?? "a")
            }
            let string = String(text)
            let width = Int.random(in: 10..<30, using: &random)
            // … counts as one column when something is cut, wherever it is drawn as two.
            func columns(_ text: String) -> Int {
                TextColumns.of(text) - (text.contains("…") ? TextColumns.of("…") - 1 : 0)
            }
            #expect(columns(TextColumns.fit(string, width)) <= width)
            #expect(columns(TextColumns.fitEnd(string, width)) <= width)
            let lines = TextColumns.wrap(string, width)
            #expect(lines.joined() == string)
            #expect(lines.allSatisfy { TextColumns.of($0) <= width })
            #expect(
                TextColumns.of(VisibleText.of(string).replacing("\t", with: ""))
                    == TextColumns.of(string))
        }
    }

    @Test func `an excerpt is the sentence with the matches, and its runs are the text`() {
        let text = "先说别的。组织妇女免费体检！最后一句。"
        let marked = MarkedText(text, marks: [7..<9], context: 0)
        #expect(marked.excerptRuns.map(\.text).joined() == "…组织妇女免费体检！…")
        #expect(marked.excerptRuns.filter(\.isMatch).map(\.text) == ["妇女"])
        let whole = MarkedText(text, marks: [7..<9], context: Int.max)
        #expect(whole.excerpt == 0..<text.unicodeScalars.count)
        #expect(MarkedText("", marks: [], context: 3).excerptRuns.isEmpty)
    }

    @Test func `an excerpt shows what comes after a run-in heading, with the figure`() {
        let text = "（二）维权有力。认真做好工作。全年接访85件。今后继续。"
        func shown(_ marks: [Range<Int>]) -> String {
            MarkedText(text, marks: marks, context: 0, heading: "维权有力").excerptRuns
                .map(\.text).joined()
        }
        #expect(shown([3..<5]) == "…全年接访85件。…")
        #expect(shown([]) == "…全年接访85件。…")
        #expect(shown([3..<5, 8..<10]) == "…认真做好工作。…")
    }

    @Test func `a sentence without end is cut around the match, at clauses where it has some`() {
        let clause = "慰问困难妇女二十户，发放慰问金两万元，"
        for text in [
            String(repeating: clause, count: 40), String(repeating: "甲乙丙丁", count: 300) + "慰问金",
        ] {
            let scalars = Array(text.unicodeScalars)
            for start in stride(from: 0, to: scalars.count - 3, by: 97) {
                let marked = MarkedText(text, marks: [start..<start + 3], context: 0)
                #expect(marked.excerpt.count <= 160)
                #expect(marked.excerpt.lowerBound <= start)
                #expect(marked.excerpt.upperBound >= start + 3)
            }
        }
    }
}
