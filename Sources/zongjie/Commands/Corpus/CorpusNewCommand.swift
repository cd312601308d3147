import ArgumentParser
import Presentation
import Foundation
import ReferenceCorpus
import ReportIndex
import ReportModel
import ReportQuery

struct CorpusNewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: wording("选取段落，冻结为语料库。", "Select passages and freeze them under a name."),
        discussion: discussion(
            """
            副本不取，只留路径和行号在前的。抽样只由种子和报告决定：
            同样的报告在哪里都得到同样的语料库。
            """,
            """
            Copies are left out, the first by path and line stays. The sample depends on the seed and on \
            the reports alone: the same reports give the same corpus anywhere.
            """,
            examples: """
                zongjie corpus new 维权 --query '维权 OR 信访' --years 2012-2018 --kind done
                zongjie corpus new 样本 --size 1000 --share topic:rights=30% --seed 7
                """))

    @Argument(help: .wording("语料库名：文字、数字、- 和 _。", "The corpus's name: letters, digits, - and _."))
    var name: String

    @Option(
        help: .wording(
            "段落须符合的检索式，写法同 search。", "What the passages must have; the query language of search."))
    var query = ""

    @OptionGroup var filters: FilterOptions
    @OptionGroup var index: IndexOption

    @Option(help: .wording("总段数上限。", "So many passages at most."))
    var size: Int?

    @Option(
        name: .customLong("per-unit"), help: .wording("每个单位的段数上限。", "So many of a unit at most."))
    var perUnit: Int?

    @Option(
        name: .customLong("per-year"),
        help: .wording("每个工作年份的段数上限。", "So many of a year of work at most."))
    var perYear: Int?

    @Option(
        help: .wording(
            "配额：topic:rights=30%，可重复。",
            "A share of the corpus: topic:rights=30%. Several options add up."))
    var share: [String] = []

    @Option(help: .wording("抽样的种子。", "The sample's seed."))
    var seed: UInt64 = 1

    @Flag(name: .customLong("keep-copies"), help: .wording("副本也取。", "Take copies too."))
    var keepsCopies = false

    @Flag(
        name: .customLong("no-boilerplate"),
        help: .wording("不取由套话组成的段落。", "Leave out passages made of stock sentences."))
    var dropsBoilerplate = false

    @Flag(
        name: .customLong("with-headings"),
        help: .wording("标题、小标题、落款也取。", "Take titles, headings and signatures too."))
    var includesHeadings = false

    @Option(
        help: .wording(
            "冻结这份 JSON Lines 导出里的段落，不另选取。",
            "Freeze the passages of this JSON Lines export; nothing is selected."))
    var from: String?

    @Flag(help: .wording("替换同名语料库。", "Put it in the place of a corpus of the same name."))
    var force = false

    func validate() throws {
        try Usage.range("size", size, NumberRange.rows)
        try Usage.range("per-unit", perUnit, NumberRange.rows)
        do throws(ReportError) {
            for text in share { _ = try Share(parsing: text) }
        } catch {
            throw ValidationError(error.description)
        }
        try Usage.range("per-year", perYear, NumberRange.rows)
    }

    func run() throws {
        var definition = CorpusDefinition()
        definition.query = query
        definition.conditions = filters.request.conditions.map {
            .init(field: $0.field.englishName, value: $0.value)
        }
        definition.size = size
        definition.perUnit = perUnit
        definition.perYear = perYear
        definition.shares = try share.map { try Share(parsing: $0) }
        definition.seed = seed
        definition.keepsCopies = keepsCopies
        definition.dropsBoilerplate = dropsBoilerplate
        definition.includesHeadings = includesHeadings
        try CorpusName.check(name)
        let imported = try from.map { try SelectionImport.read(StandardInput.path($0), as: name) }
        let selection = try CorpusStore.write(index: index.path) { corpus in
            try CorpusStore.refuse(name, in: corpus, force: force)
            return try imported
                ?? SelectionBuilder(corpus).build(
                    name: name, definition, made: FreezingTime.now, tool: ToolVersion.current)
        }
        CorpusReport.print(selection, count: selection.passages.count)
        if from != nil {
            CorpusNotes.warn(try ResolvedCorpus(name, in: CorpusIndex(try index.open())))
        }
    }
}

/// The time a corpus is frozen, in UTC to the second.
enum FreezingTime {
    static var now: String {
        Date.now.formatted(.iso8601)
    }
}

/// Writes corpora for the commands.
enum CorpusStore {
    /// Makes a selection from the index as it is once nobody else writes, and stores it.
    static func write(
        index: String, _ make: (CorpusIndex) throws -> FrozenSelection
    ) throws -> FrozenSelection {
        let writer = try writer(index)
        let selection = try make(CorpusIndex(try writer.reading(within: IndexOption.longestAnswer)))
        try writer.write(selection)
        return selection
    }

    /// - Throws: `ReportError` when there is a corpus of that name and `force` is off.
    static func refuse(_ name: String, in corpus: CorpusIndex, force: Bool) throws {
        guard !force, try corpus.reading.selection(name) != nil else { return }
        throw ReportError(
            place: name, problem: wording("已有同名语料库", "there is a corpus of that name"),
            advice: wording("加 --force 替换，或换个名字", "add --force to replace it, or take another name")
        )
    }

    static func writer(_ index: String) throws(ReportError) -> SelectionWriter {
        try SelectionWriter(path: index) { holder in
            StandardError.waiting(for: holder)
            return true
        }
    }
}
