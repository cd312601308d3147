import ArgumentParser
import Presentation
import ReferenceCorpus
import ReportIndex
import ReportModel
import ReportQuery

/// Which passages a statistic looks at, the same for every statistic.
struct ScopeOptions: ParsableArguments {
    @Option(help: .wording("只看此冻结语料库的段落。", "Only the passages of this frozen corpus."))
    var corpus: String?

    @OptionGroup var filters: FilterOptions
    @OptionGroup var index: IndexOption

    func open() throws -> CorpusIndex {
        try CorpusIndex(try index.open(within: IndexOption.longestAnswer))
    }

    /// The passages that the corpus and the filters leave.
    func passages(_ corpus: CorpusIndex) throws -> PassageSet {
        var set = try corpus.passages(query())
        if let frozen = try frozen(corpus) { set.formIntersection(frozen) }
        guard !set.isEmpty else {
            StandardError.line(
                wording("没有段落符合条件；请放宽筛选", "no passage matches; widen the filters"))
            throw ExitCode(1)
        }
        return set
    }

    /// The passages of the frozen corpus; `nil` without one. Says when some are no longer as frozen.
    func frozen(_ corpus: CorpusIndex) throws -> PassageSet? {
        guard let name = self.corpus else { return nil }
        let resolved = try ResolvedCorpus(name, in: corpus)
        CorpusNotes.warn(resolved)
        return resolved.passages
    }

    func query(_ text: String = "") throws -> Query {
        var query = try QueryParser.parse(text)
        try filters.request.apply(to: &query.filter)
        return query
    }
}

extension PassageParts.Criterion: ExpressibleByArgument {}
extension TextUnits.Kind: ExpressibleByArgument {}
extension Keyness.Order: ExpressibleByArgument {}
extension Collocates.Order: ExpressibleByArgument {}
extension Concordance.Order: ExpressibleByArgument {}

/// What is said when a frozen corpus is no longer as it was frozen.
enum CorpusNotes {
    static func warn(_ resolved: ResolvedCorpus) {
        guard !resolved.isIntact else { return }
        let lost = resolved.states.count { $0.ordinal == nil }
        let other = resolved.states.count { !$0.isSame } - lost
        let name = resolved.selection.name
        StandardError.line(
            wording(
                "\(name)：索引已变，\(lost) 段已不是原文，\(other) 段移动或改了标签；见 zongjie corpus diff \(name)",
                "\(name): the index has changed, \(lost) passages are gone or changed, "
                    + "\(other) moved or retagged; see zongjie corpus diff \(name)"))
    }
}
