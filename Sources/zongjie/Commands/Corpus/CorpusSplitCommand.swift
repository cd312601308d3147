import ArgumentParser
import Presentation
import ReferenceCorpus
import ReportModel
import ReportQuery

struct CorpusSplitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "split",
        abstract: wording("把语料库分成训练、测试等部分。", "Deal a corpus into parts for training and testing."),
        discussion: discussion(
            """
            副本和同一单位不会分在两边。--format jsonl 或 csv 每段一行；
            export --split 把各部分写成文件。
            """,
            """
            No copy and no unit stands on two sides. With --format jsonl or csv, a row a passage; export \
            --split writes the parts as files.
            """,
            examples: """
                zongjie corpus split 维权 --split train=80,test=20
                """))

    @Argument(help: .wording("语料库名。", "The corpus's name."))
    var name: String

    @OptionGroup var index: IndexOption

    @Option(help: .wording("各部分及比例：train=80,test=20。", "Parts and shares: train=80,test=20."))
    var split = "train=80,test=20"

    @OptionGroup var output: OutputOptions

    func run() throws {
        let corpus = try CorpusIndex(try index.open())
        let resolved = try ResolvedCorpus(name, in: corpus)
        CorpusNotes.warn(resolved)
        let split = try CorpusSplit(parsing: split)
        let assignment = try SplitAssignment(split, resolved, in: corpus)
        guard output.isText else {
            return output.write(
                Records.dealtPassage,
                assignment.parts.enumerated().map { place, part in
                    DealtPassage(
                        number: place + 1, part: split.parts[part].name,
                        frozen: resolved.selection.passages[place])
                })
        }
        let total = max(1, assignment.parts.count)
        output.table(
            Records.dealtPart,
            split.parts.enumerated().map { number, part in
                let members = assignment.members(of: number)
                return DealtPart(
                    name: part.name, passages: members.count,
                    percent: Double(members.count) * 100 / Double(total), wanted: part.percent,
                    units: assignment.unitCount(of: number))
            })
    }
}

/// Which passage of a corpus is in which part.
struct SplitAssignment {
    /// By place in the corpus.
    let parts: [Int]
    private let units: [String?]

    init(_ split: CorpusSplit, _ resolved: ResolvedCorpus, in corpus: CorpusIndex) throws {
        var units = [String?](repeating: nil, count: resolved.states.count)
        var reports = resolved.selection.passages.map(\.path)
        let byUnit = PassageParts(.unit, corpus)
        let byReport = PassageParts(.report, corpus)
        for (place, state) in resolved.states.enumerated() {
            guard let ordinal = state.ordinal else { continue }
            if let part = byUnit.part(at: ordinal) { units[place] = byUnit.names[part] }
            if let part = byReport.part(at: ordinal) { reports[place] = byReport.names[part] ?? "" }
        }
        self.units = units
        parts = split.assign(
            copies: resolved.selection.passages.map(\.copies), units: units, reports: reports,
            seed: resolved.definition.seed)
    }

    func members(of part: Int) -> Set<Int> {
        Set(parts.indices.filter { parts[$0] == part })
    }

    func unitCount(of part: Int) -> Int {
        Set(parts.indices.filter { parts[$0] == part }.compactMap { units[$0] }).count
    }
}
