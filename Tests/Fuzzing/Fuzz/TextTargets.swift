import Foundation
import Ingest
import Presentation
import ReportQuery
import TestSupport

@testable import Documents
@testable import ReportIndex
@testable import ReportWeb
@testable import Vocabulary

/// A `fatalError` here is how a target tells the fuzzer of a fault, or that it cannot begin: nothing a user runs.
extension Target {
    /// What people write: reports, questions, vocabularies, addresses.
    static let texts: [Target] = [report, query, page, yaml, vocabulary]

    /// A report through every stage: structure, tags, times, numbers, word breaks.
    private static let report = Target(
        name: "report", seeds: { $0.files(["txt"]).map { Array($0.prefix(4_000)) } }
    ) { bytes in
        guard let pipeline = try? pipeline.get(), var preparer = try? SourcePreparer() else {
            fatalError("the vocabularies cannot be read")
        }
        guard
            let sources = try? pipeline.sources(
                from: InputFile(path: "input.txt", bytes: bytes),
                options: ReadOptions(encoding: "UTF-8"))
        else { return }
        _ = preparer.prepare(sources, state: TestIndex.state("input.txt"))
    }

    private static let pipeline = Result { try IngestPipeline.standard() }

    private static let query = Target(
        name: "query",
        seeds: { _ in
            [
                "留守儿童 关爱", "“走访慰问” -春节", "两癌 OR 妇女病", "(两癌 ｜ 妇女病) 检查", "NEAR(调解 家庭, 20)", "GDP*",
                "单位:区妇联 年份:2015-2018", "报告年份:未知 主题:维权 类型:plan", "NOT (a OR \"b\") NEAR(\"x y\" z)",
            ].map { Array($0.utf8) }
        }
    ) { bytes in
        guard let corpus = try? TestIndex.corpus(), let engine = try? engine.get() else {
            fatalError("there is no index")
        }
        guard let query = try? QueryParser.parse(String(decoding: bytes, as: UTF8.self)) else {
            return
        }
        do {
            let reading = try IndexDatabase.open(corpus.path).reading(within: .seconds(20))
            _ = try engine.search(query, in: reading)
        } catch {
            if "\(error)".contains("SQL") || "\(error)".contains("rebuild") {
                fatalError("\(error)")
            }
        }
    }

    private static let engine = Result { try SearchEngine() }

    /// An address of a page or of its rows, asked as a browser would.
    private static let page = Target(
        name: "page",
        seeds: { _ in
            [
                "/search?q=%E5%84%BF%E7%AB%A5&year=2018&limit=3&from=10",
                "/api/search?q=a&format=csv",
                "/activities?q=x&status=done&sum=1", "/reports?unit=x", "/similar?text=x&limit=3",
                "/compare?units=a,b&topic=health", "/gaps?unit=x", "/promises?unit=x&year=2018",
                "/duplicates", "/trend?q=x", "/concordance?q=x&context=10", "/passage?id=3",
                "/report?id=1", "/frequency", "/keyness", "/collocates?q=x", "/desk?text=x",
                "/basket",
            ].map { Array($0.utf8) }
        }
    ) { bytes in
        guard let corpus = try? TestIndex.corpus() else { fatalError("there is no index") }
        let parts = String(decoding: bytes, as: UTF8.self)
            .split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let site = Site(index: corpus.path, port: nil, limit: .seconds(20))
        let answer = site.answer(
            WebRequest(
                "GET", parts[0], query: parts.count > 1 ? parts[1] : "",
                headers: ["host": "localhost"]))
        if answer.status.rawValue == 500 {
            fatalError(String(decoding: answer.body, as: UTF8.self))
        }
    }

    /// The rows of a vocabulary, of the shapes that most have.
    private static let yaml = Target(name: "yaml", seeds: vocabulary.seeds) { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        _ = try? VocabularyFile.decode(text, place: "input.yml") as [String]
        _ = try? VocabularyFile.decode(text, place: "input.yml") as [[String: [String]]]
        _ = try? VocabularyFile.decode(text, place: "input.yml") as [[String: String]]
    }

    /// A user's vocabulary in the place of any of the embedded ones; the first byte says which.
    private static let vocabulary = Target(
        name: "vocabulary",
        seeds: { _ in
            VocabularyFile.names.enumerated().map { number, name in
                [UInt8(number)] + Array((VocabularyFile.embedded(name) ?? "").utf8.prefix(1_500))
            }
        }
    ) { bytes in
        guard let first = bytes.first, VocabularyFile.names.indices ~= Int(first) else { return }
        let place = userVocabulary.path(VocabularyFile.names[Int(first)])
        _ = FileManager.default.createFile(atPath: place, contents: Data(bytes.dropFirst()))
        defer { unlink(place) }
        _ = IngestVocabulary.errors()
        _ = QueryVocabulary.errors()
    }

    private static let userVocabulary: TestSupport.TemporaryFolder = {
        guard let folder = try? TestSupport.TemporaryFolder() else {
            fatalError("there is no folder")
        }
        setenv("ZONGJIE_VOCABULARY", folder.path, 1)
        return folder
    }()
}
