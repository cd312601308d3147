import Foundation
import ReportModel
import TestSupport

@testable import ReferenceCorpus
@testable import ReportIndex

extension Target {
    /// What comes from files of our own that may be damaged, or somebody else's.
    static let stored: [Target] = [coding, decisions, selection]

    private static let text = "全年走访慰问困难妇女320人次，发放慰问金20万元。"

    /// Coded columns; the first byte says which.
    private static let coding = Target(
        name: "coding",
        seeds: { _ in (0..<6).map { [UInt8($0)] + Array(text.utf8.prefix(30)) } }
    ) { bytes in
        let coded = Array(bytes.dropFirst())
        switch bytes.first {
        case 0: _ = ActivityCoding.decode(coded, in: text)
        case 1: _ = EvidenceCoding.decode(coded, in: text, line: 1, labels: [1: "a", 2: "b"])
        case 2: _ = RawText.decode(coded, text: text)
        case 3: _ = PassageColumns(encoded: coded, count: coded.count / 11)
        case 4:
            TermBlock.forEach(in: coded, firstKey: 3) { key, _ in
                guard let entry = TermBlock.entry(of: key, in: coded, firstKey: 3) else { return }
                PostingList.forEach(in: coded, entry: entry) { _ in }
            }
        default:
            _ = JSONText.decode(String(decoding: coded, as: UTF8.self), as: [Evidence].self)
            _ = JSONText.decode(String(decoding: coded, as: UTF8.self), as: [Doubt].self)
        }
    }

    private static let decisions = Target(
        name: "decisions",
        seeds: { _ in
            [
                Array(
                    #"{"path":"a.txt","first_line":1,"line":2,"field":"kind","value":"plan","words":"x","made":"2020-01-01T00:00:00Z"}"#
                        .utf8)
            ]
        }
    ) { bytes in
        _ = try? DecisionLines.decisions(in: String(decoding: bytes, as: UTF8.self), path: "input")
    }

    /// A corpus that comes back from its export.
    private static let selection = Target(
        name: "selection",
        seeds: { _ in
            guard let corpus = try? TestIndex.corpus(),
                let reading = try? corpus.open(), let passage = try? reading.index()
            else { return [] }
            _ = passage
            return [
                Array(
                    #"{"corpus":"x","definition":{"query":"a","shares":[{"field":"topic","value":"rights","percent":10}]}}"#
                        .utf8)
            ]
        }
    ) { bytes in
        let place = folder.path("input.jsonl")
        _ = FileManager.default.createFile(atPath: place, contents: Data(bytes))
        _ = try? SelectionImport.read(place, as: "x")
    }

    private static let folder: TemporaryFolder = {
        // Without a folder the fuzzer cannot begin.
        guard let folder = try? TemporaryFolder() else { fatalError("there is no folder") }
        return folder
    }()
}
