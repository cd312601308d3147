import ArgumentParser
import Foundation
import ReferenceCorpus
import ReportModel
import ReportQuery

extension CorpusExport.Format: ExpressibleByArgument {}

struct CorpusExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: wording("导出语料库。", "Write a corpus for other tools."),
        discussion: discussion(
            """
            jsonl；csv（旁附说明）；vrt 供 CWB、NoSketch Engine；tei（TEI P5）；
            text（文件夹，附元数据表）；conllu；markdown 与 docx 为带出处的摘录。
            同一语料库导出的字节相同。
            """,
            """
            jsonl; csv (with a description beside it); vrt for CWB and NoSketch Engine; tei (TEI P5); text \
            (a folder with a table of metadata); conllu; markdown and docx: a sheet of quotations with \
            sources. The same corpus gives the same bytes.
            """,
            examples: """
                zongjie corpus export 维权 --format docx --output 维权摘录.docx
                zongjie corpus export 维权 --format jsonl --output 维权.jsonl --mask
                """))

    @Argument(help: .wording("语料库名。", "The corpus's name."))
    var name: String

    @OptionGroup var index: IndexOption

    @Option(help: .wording("格式，八种之一。", "jsonl, csv, vrt, tei, text, conllu, markdown or docx."))
    var format: CorpusExport.Format

    @Option(
        name: .shortAndLong,
        help: .wording("写到的文件；text 为文件夹。", "The file, or for text the folder, to write."),
        completion: .file())
    var output: String

    @Flag(help: .wording("覆盖已有的文件。", "Write over what is there."))
    var force = false

    @OptionGroup var mask: MaskOptions

    @Option(help: .wording("分成几个文件：train=80,test=20。", "A file a part: train=80,test=20."))
    var split: String?

    @Flag(
        help: .wording(
            "有的段落变了也导出余下的。", "Export what is left of a corpus whose passages have changed."))
    var current = false

    func run() throws {
        let corpus = try CorpusIndex(try index.open())
        let resolved = try ResolvedCorpus(name, in: corpus)
        if !resolved.isIntact {
            guard current else {
                throw ReportError(
                    place: name,
                    problem: wording(
                        "\(resolved.states.count { !$0.isSame }) 段与冻结时不同",
                        "\(resolved.states.count { !$0.isSame }) passages are not as they were frozen"
                    ),
                    advice: wording(
                        "用 corpus diff 查看，corpus refresh 重新选取，或加 --current",
                        "see corpus diff, select again with corpus refresh, or add --current"))
            }
            CorpusNotes.warn(resolved)
        }
        let masking = try mask.masking(resolved, in: corpus)
        let export = CorpusExport(resolved, in: corpus, masking: masking, force: force)
        if let split {
            try write(parts: try CorpusSplit(parsing: split), export, resolved, corpus)
        } else {
            let count = try export.write(format, to: output)
            StandardOutput.line(wording("\(output)：\(count) 段", "\(output): \(count) passages"))
        }
        if let masking { try writeList(masking) }
    }

    private func write(
        parts split: CorpusSplit, _ export: CorpusExport, _ resolved: ResolvedCorpus,
        _ corpus: CorpusIndex
    ) throws {
        let assignment = try SplitAssignment(split, resolved, in: corpus)
        for (number, part) in split.parts.enumerated() {
            let path = Self.path(output, part: part.name)
            let count = try export.write(
                format, to: path, part: part.name, members: assignment.members(of: number))
            StandardOutput.line(wording("\(path)：\(count) 段", "\(path): \(count) passages"))
        }
    }

    /// `corpus.jsonl` and `train` give `corpus.train.jsonl`.
    private static func path(_ output: String, part: String) -> String {
        let url = output as NSString
        let ending = url.pathExtension
        return ending.isEmpty
            ? output + "." + part : url.deletingPathExtension + "." + part + "." + ending
    }

    private func writeList(_ masking: Masking) throws {
        let path = output + ".masked.csv"
        let file = try OutputFile(path: path, force: force)
        try file.write(masking.list)
        try file.commit()
        StandardError.line(
            wording(
                "遮蔽 \(masking.entries.count) 项，清单 \(path)，请核对",
                "\(masking.entries.count) items masked, listed in \(path): please check"))
    }
}

/// `--mask`: hides personal data in what is written.
struct MaskOptions: ParsableArguments {
    @Flag(
        help: .wording(
            "遮蔽个人信息，旁附待核对清单。", "Hide personal data; a list for approval is written beside the file."
        ))
    var mask = false

    @Option(
        name: .customLong("mask-list"),
        help: .wording(
            "只遮蔽核对过的清单（.masked.csv）所列；- 为标准输入。",
            "Hide only what stands in this list, a .masked.csv as you corrected it."))
    var list: String?

    func masking(_ resolved: ResolvedCorpus, in corpus: CorpusIndex) throws -> Masking? {
        guard mask || list != nil else { return nil }
        var approved: [String: String]?
        if let list {
            guard let text = try? String(contentsOfFile: StandardInput.path(list), encoding: .utf8)
            else {
                throw ReportError(
                    place: list, problem: wording("无法读取", "cannot be read"),
                    advice: wording("请检查文件名，须为 UTF-8", "check the name; it must be UTF-8"))
            }
            approved = Masking.approved(from: text)
        }
        var masking = Masking(try PersonalDataFinder(for: corpus), passages: [], approved: approved)
        try CorpusExport.forEachPassage(resolved, in: corpus) { _, passage in
            masking.collect(passage)
        }
        return masking
    }
}
