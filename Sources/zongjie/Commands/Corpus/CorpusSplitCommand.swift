import ArgumentParser
import ReferenceCorpus
import ReportModel
import ReportQuery

struct CorpusSplitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "split",
        abstract: "Deal a corpus into parts for training and testing. 划分语料库。",
        discussion: """
            No copy and no unit stands on two sides. With --format jsonl or csv, a row a passage; export \
            --split writes the parts as files.

            Example:
              zongjie corpus split 维权 --split train=80,test=20
            """)

    @Argument(help: "The corpus's name.")
    var name: String

    @OptionGroup var index: IndexOption

    @Option(help: "train=80,test=20")
    var split = "train=80,test=20"

    @Option(help: "text, jsonl or csv.")
    var format = OutputFormat.text

    func run() throws {
        let corpus = try CorpusIndex(try index.open())
        let resolved = try ResolvedCorpus(name, in: corpus)
        CorpusNotes.warn(resolved)
        let split = try CorpusSplit(parsing: split)
        let assignment = try SplitAssignment(split, resolved, in: corpus)
        guard format == .text else {
            var writer = RowWriter(format: format)
            for (place, part) in assignment.parts.enumerated() {
                let frozen = resolved.selection.passages[place]
                var row = OutputRow()
                row.add("id", "p\(place + 1)")
                row.add("part", split.parts[part].name)
                row.add("path", frozen.path)
                row.add("line", frozen.line)
                row.add("copy_group", frozen.copies > 0 ? frozen.copies : nil)
                writer.write(row)
            }
            return
        }
        let total = max(1, assignment.parts.count)
        TableWriter(
            format: .text,
            columns: [
                .init("part", wording("部分", "part"), isText: true),
                .init("passages", wording("段落", "passages")),
                .init("percent", wording("实际 %", "actual %")),
                .init("wanted", wording("要求 %", "wanted %")),
                .init("units", wording("单位", "units")),
            ]
        ).write(
            split.parts.enumerated().map { number, part in
                let members = assignment.members(of: number)
                return [
                    .text(part.name), .integer(members.count),
                    .number(Double(members.count) * 100 / Double(total)), .number(part.percent),
                    .integer(assignment.unitCount(of: number)),
                ]
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
