import ReportModel
import TestSupport
import Testing

@testable import Ingest

@Suite struct WrappedLinesTests {
    private static let paragraphs = [
        "　　汇景社区位于浔安市枫林街道东部，东起湖滨路，西到环城铁路，面积0.86平方公里，有居民小区7个、楼栋112幢，常住4316户、11870人。",
        "　　全年开居民议事会11次，议定事项34件，办结29件，剩下5件牵涉加装电梯和车棚搬迁，楼上楼下想法不一，还没有谈拢，明年接着谈。",
        "　　湖滨新村一期改造7月2日进场，11月15日完工，更换雨污管网2.3公里，粉刷楼道64处，新划车位118个，总投资1260万元，居民满意。",
    ]

    /// Paragraphs cut at a width, in Chinese characters.
    private func wrapped(_ paragraphs: [String], at width: Int) -> [String] {
        paragraphs.flatMap { paragraph in
            var lines: [String] = []
            var line = ""
            var used = 0.0
            for character in paragraph {
                line.append(character)
                used += character.isASCII ? 0.5 : 1
                if used >= Double(width) {
                    lines.append(line)
                    (line, used) = ("", 0)
                }
            }
            return line.isEmpty ? lines : lines + [line]
        }
    }

    private func report(_ lines: [String]) throws -> Report {
        try TagCases.report((["汇景社区2019年工作总结"] + lines).joined(separator: "\n"))
    }

    @Test(arguments: [28, 30, 34, 38, 40, 44])
    func `Lines cut at a width are joined into the paragraphs they were`(width: Int) throws {
        let lines = wrapped(Self.paragraphs + Self.paragraphs, at: width)
        let report = try report(lines)
        let texts = report.paragraphs.filter { $0.role == .body }.map(\.text)
        #expect(texts == (Self.paragraphs + Self.paragraphs).map { String($0.dropFirst(2)) })
        #expect(report.lastLine == lines.count + 1)
    }

    @Test func `A joined paragraph knows its lines, and the ledger its seams`() throws {
        let lines = wrapped(Self.paragraphs + Self.paragraphs, at: 38)
        let report = try report(lines)
        let first = try #require(report.paragraphs.first { $0.role == .body })
        #expect(first.line == 2)
        #expect(first.lastLine == 3)
        let raw = try #require(first.raw)
        #expect(raw == lines[0] + "\n" + lines[1])
        let seams = report.repairs.filter { $0.kind == "joined-line" }
        #expect(seams.count == lines.count - 6)
        #expect(seams.allSatisfy { $0.before.replacing("\n", with: "") == $0.after })
    }

    @Test func `Numbered items and short lines begin paragraphs of their own`() throws {
        let items = ["1.湖滨新村二期改造上半年开工，涉及楼栋18幢。", "2.加装电梯先做通3个单元。"]
        let lines = wrapped(Self.paragraphs + Self.paragraphs, at: 36) + ["二、打算"] + items
        let texts = try report(lines).paragraphs.map(\.text)
        #expect(texts.suffix(3) == ["二、打算"] + items)
    }

    @Test func `A file with a paragraph a line is left as it is`() throws {
        let short = (1...12).map { "第\($0)个村走访困难妇女\($0 * 3)户，发放慰问金若干元" }
        #expect(try report(short).paragraphs.count == 13)
        let ended = (1...12).map { "　　\($0)月举办培训班一期，参训妇女一百二十人次，反响很好，群众满意。" }
        #expect(try report(ended).paragraphs.count == 13)
    }

    @Test func `A range of a joined text leads to the raw text it came from`() {
        var random = SeededRandom(11)
        for _ in 0..<200 {
            func line(_ number: Int) -> CleanedLine {
                let text = String(
                    (0..<Int.random(in: 1...9, using: &random)).map { _ in
                        "妇联a1".randomElement(using: &random) ?? "x"
                    })
                return CleanedLine(
                    line: number, text: text, indent: Bool.random(using: &random) ? "　 " : "",
                    edits: [], markup: .none, isNoise: false)
            }
            var joined = line(1)
            let second = line(2)
            let head = joined.text
            joined.append(second)
            let tail = joined.text.utf8.count - second.text.utf8.count
            let raw = Array((joined.raw ?? "").utf8)
            func text(_ range: Range<Int>) -> String {
                String(decoding: raw[joined.rawRange(utf8: range)], as: UTF8.self)
            }
            #expect(text(0..<head.utf8.count) == head)
            #expect(text(tail..<joined.text.utf8.count) == second.text)
        }
    }
}
