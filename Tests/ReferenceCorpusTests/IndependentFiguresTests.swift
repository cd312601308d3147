import Foundation
import ReportQuery
import Testing

@testable import ReferenceCorpus

/// Figures that Scripts/independent-figures made with packages from PyPI on the same texts.
private struct Figures: Decodable {
    struct Frequency: Decodable {
        let count: Int
        let reports: Int
    }
    struct Keyness: Decodable {
        let log_likelihood: Double
        let log_ratio: Double
        let percent_difference: Double
    }
    struct Collocate: Decodable {
        let together: Int
        let total: Int
        let log_likelihood: Double
        let log_dice: Double
        let mi3: Double
    }
    struct Collocates: Decodable {
        let node: String
        let window: Int
        let nodes: Int
        let span: Int
        let size: Int
        let words: [String: Collocate]
    }
    struct Dispersion: Decodable {
        let dp: Double
        let dp_norm: Double
    }

    let frequency: [String: Frequency]
    let keyness: [String: Keyness]
    let collocates: Collocates
    let dispersion: [String: Dispersion]
}

@Suite struct `Statistics against independent implementations` {
    private let figures: Figures
    private let index: TestIndex
    private let corpus: CorpusIndex

    init() throws {
        let folder = (#filePath as NSString).deletingLastPathComponent + "/Fixtures/"
        figures = try JSONDecoder().decode(
            Figures.self, from: try Data(contentsOf: URL(fileURLWithPath: folder + "figures.json")))
        index = try TestIndex()
        try index.write(
            try (1...8).map { number in
                let text = try String(
                    contentsOfFile: folder + "report-\(number).txt", encoding: .utf8)
                return TestIndex.Item(
                    path: "\(number).txt", unit: number <= 3 ? "甲" : "乙", year: 2010 + number,
                    texts: text.split(separator: "\n").map(String.init))
            })
        corpus = try index.open()
    }

    @Test func `Frequencies are theirs`() throws {
        let list = try FrequencyList(
            UnitCounter(corpus: corpus, passages: corpus.index.searchable, units: TextUnits()),
            limit: 1000)
        #expect(list.items.count == figures.frequency.count)
        for item in list.items {
            #expect(item.count == figures.frequency[item.term]?.count)
            #expect(item.reports == figures.frequency[item.term]?.reports)
        }
    }

    @Test func `Keyness is that of keyness and corpus-toolkit`() throws {
        let target = try corpus.passages(try QueryParser.parse("单位:甲"))
        var reference = corpus.index.searchable
        reference.subtract(target)
        var met = 0
        for isNegative in [false, true] {
            let keyness = try Keyness(
                corpus: corpus, target: target, reference: reference, units: TextUnits(),
                order: .logLikelihood, leastCount: 1, leastRange: 1, leastLikelihood: 0,
                wantsNegative: isNegative)
            for item in keyness.items {
                guard let expected = figures.keyness[item.term] else { continue }
                met += 1
                // keyness rounds to three digits.
                #expect(abs(item.logLikelihood - expected.log_likelihood) < 0.000_51)
                #expect(abs(item.logRatio - expected.log_ratio) < 1e-9)
                #expect(abs(item.percentDifference - expected.percent_difference) < 1e-6)
            }
        }
        #expect(met == figures.keyness.count)
    }

    @Test func `Collocates are those of association-measures and NLTK`() throws {
        let collocates = try Collocates(
            of: [figures.collocates.node], corpus: corpus, passages: corpus.index.searchable,
            leftWindow: figures.collocates.window, rightWindow: figures.collocates.window,
            leastCount: 1)
        #expect(collocates.nodeCount == figures.collocates.nodes)
        #expect(collocates.windowSize == figures.collocates.span)
        #expect(collocates.total == figures.collocates.size)
        #expect(collocates.items.count == figures.collocates.words.count)
        for item in collocates.items {
            guard let expected = figures.collocates.words[item.term] else {
                Issue.record("\(item.term) is no collocate of theirs")
                continue
            }
            #expect(item.together == expected.together)
            #expect(item.total == expected.total)
            #expect(abs(item.logLikelihood - expected.log_likelihood) < 1e-6)
            #expect(abs(item.logDice - expected.log_dice) < 1e-9)
            #expect(abs(item.cubicMutualInformation - expected.mi3) < 1e-9)
        }
    }

    @Test func `Dispersion is that of corpus-dispersion`() throws {
        let counter = UnitCounter(
            corpus: corpus, passages: corpus.index.searchable, units: TextUnits())
        let list = try FrequencyList(counter, limit: 1000)
        let parts = try PartFrequencies(of: list, by: PassageParts(.report, corpus), counter)
        for (number, term) in parts.terms.enumerated() {
            let found = parts.dispersion(ofTerm: number)
            #expect(abs(found.deviation - (figures.dispersion[term]?.dp ?? 9)) < 1e-9)
            #expect(abs(found.normalized - (figures.dispersion[term]?.dp_norm ?? 9)) < 1e-9)
        }
    }

    @Test(arguments: [(TextUnits.Kind.words, 2), (.words, 3), (.characters, 2), (.characters, 4)])
    func `Runs are counted as a naive scan counts them`(kind: TextUnits.Kind, size: Int) throws {
        var naive: [String: Int] = [:]
        var total = 0
        for number in 1...8 {
            let folder = (#filePath as NSString).deletingLastPathComponent + "/Fixtures/"
            let text = try String(contentsOfFile: folder + "report-\(number).txt", encoding: .utf8)
            for sentence in text.split(whereSeparator: { $0 == "。" || $0 == "\n" }) {
                for chunk in sentence.split(separator: " ") where kind == .characters {
                    let units = Array(chunk)
                    for start in units.indices where start + size <= units.count {
                        naive[String(units[start..<start + size]), default: 0] += 1
                        total += 1
                    }
                }
            }
        }
        // Blanks part words from each other, so no run of words is there.
        let list = try FrequencyList(
            UnitCounter(
                corpus: corpus, passages: corpus.index.searchable,
                units: TextUnits(kind, size: size)),
            limit: 1000)
        #expect(list.total == total)
        #expect(list.items.count == naive.count)
        for item in list.items { #expect(item.count == naive[item.term]) }
    }
}
