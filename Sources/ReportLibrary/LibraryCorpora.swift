import ReportModel
import Foundation
import ReferenceCorpus
import ReportIndex
import ReportQuery

/// A frozen, citable selection of passages (语料库): reading reports again never changes it.
public struct FrozenCorpus: Sendable, Hashable {
    public let name: String
    /// When it was frozen, in UTC: ISO 8601.
    public let made: String
    /// The question it was selected by.
    public let question: String
    public let passageCount: Int

    init(_ selection: FrozenSelection, count: Int) {
        name = selection.name
        made = selection.made
        question = CorpusDefinition(json: selection.definition)?.query ?? ""
        passageCount = count
    }
}

/// What a corpus is written as, for other tools (导出格式).
public enum CorpusFormat: String, Sendable, CaseIterable {
    case jsonl, csv, vrt, tei, text, conllu, markdown, docx
}

extension Library {
    /// Selects the body paragraphs a question asks for, copies left out, and freezes them under a name.
    ///
    /// ```swift
    /// let corpus = try library.freeze("关爱儿童", question: "留守儿童 类型:done", size: 500)
    /// try library.export(corpus, as: .tei, to: "关爱儿童.xml")
    /// ```
    ///
    /// - Parameters:
    ///   - name: letters, digits, `-` and `_`.
    ///   - question: in the query language; empty for all.
    ///   - size: so many passages at most, drawn at random; `nil` for all.
    ///   - seed: the sample's seed: the same reports and seed give the same corpus anywhere.
    /// - Throws: ``LibraryError`` when there is a corpus of that name, or the index cannot be written.
    @discardableResult
    public func freeze(_ name: String, question: String, size: Int? = nil, seed: UInt64 = 1)
        throws(LibraryError) -> FrozenCorpus
    {
        try LibraryError.wrapping {
            try CorpusName.check(name)
            var definition = CorpusDefinition()
            definition.query = question
            definition.size = size
            definition.seed = seed
            let writer = try SelectionWriter(path: path) { _ in true }
            let corpus = try CorpusIndex(try writer.reading(within: .seconds(600)))
            guard try corpus.reading.selection(name) == nil else {
                throw ReportError(
                    place: name, problem: wording("已有同名语料库", "there is a corpus of that name"),
                    advice: wording("请换个名字", "take another name"))
            }
            let selection = try SelectionBuilder(corpus).build(
                name: name, definition, made: Date.now.formatted(.iso8601),
                tool: ToolVersion.current)
            try writer.write(selection)
            return FrozenCorpus(selection, count: selection.passages.count)
        }
    }

    /// The corpora of the index.
    ///
    /// - Throws: ``LibraryError``.
    public func corpora() throws(LibraryError) -> [FrozenCorpus] {
        try LibraryError.wrapping {
            try database.reading().selections().map { FrozenCorpus($0.selection, count: $0.count) }
        }
    }

    /// The passages of a corpus that still stand as they were frozen, in its order.
    ///
    /// - Throws: ``LibraryError`` when there is no such corpus.
    public func passages(of corpus: FrozenCorpus) throws(LibraryError) -> [Passage] {
        try LibraryError.wrapping {
            let index = try CorpusIndex(try database.reading())
            let ids = try ResolvedCorpus(corpus.name, in: index).ordinals.map {
                index.index.passage(at: $0)
            }
            return try index.reading.passages(ids).map { Passage($0) }
        }
    }

    /// Writes a corpus to a file or, for `text`, a folder. The same corpus from the same index gives the same
    /// bytes.
    ///
    /// - Parameter overwrites: whether what is there is written over.
    /// - Returns: the passages written.
    /// - Throws: ``LibraryError`` when passages have changed since it was frozen, or the file is there.
    @discardableResult
    public func export(
        _ corpus: FrozenCorpus, as format: CorpusFormat, to path: String,
        overwriting overwrites: Bool = false
    ) throws(LibraryError) -> Int {
        try LibraryError.wrapping {
            let index = try CorpusIndex(try database.reading())
            let resolved = try ResolvedCorpus(corpus.name, in: index)
            guard resolved.isIntact, let known = CorpusExport.Format(rawValue: format.rawValue)
            else {
                throw ReportError(
                    place: corpus.name,
                    problem: wording(
                        "有的段落与冻结时不同", "some passages are not as they were frozen"))
            }
            return try CorpusExport(resolved, in: index, masking: nil, force: overwrites)
                .write(known, to: path)
        }
    }
}
