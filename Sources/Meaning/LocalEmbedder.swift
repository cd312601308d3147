import CMeaning
import Foundation
import ReportIndex
import ReportModel
import Synchronization

/// A model that runs in this process (本机模型): multilingual-e5-small in four bits, by an engine that
/// `Scripts/setup --meaning` installs. Nothing leaves the machine.
package final class LocalEmbedder: Embedder {
    package let model = "multilingual-e5-small-q4"
    /// The engine takes one caller at a time; it uses all cores itself.
    private let engine: Mutex<Engine>

    /// Owns what C gave. Only touched under the lock.
    private struct Engine: ~Copyable {
        let pointer: OpaquePointer

        deinit { cmeaning_close(pointer) }
    }

    /// The folder the engine stands in: `ZONGJIE_MEANING`, else `zongjie/meaning` in the user's data folder.
    package static var folder: String {
        let environment = ProcessInfo.processInfo.environment
        if let path = environment["ZONGJIE_MEANING"], !path.isEmpty { return path }
        return IndexDatabase.dataFolder + "/meaning"
    }

    /// - Throws: `ReportError` when the engine or its model is missing or cannot be used.
    package init(folder: String = LocalEmbedder.folder) throws(ReportError) {
        let (library, model) = (folder + "/engine.so", folder + "/model.bin")
        for path in [library, model] where !FileManager.default.fileExists(atPath: path) {
            throw ReportError(
                .unsupported, place: path,
                problem: wording("语义模型尚未安装", "the model of meaning is not installed"),
                advice: wording("运行 Scripts/setup --meaning", "run Scripts/setup --meaning"))
        }
        var problem = [CChar](repeating: 0, count: 512)
        // A C bridge: the pointer lives in Engine, which closes it.
        guard let pointer = cmeaning_open(library, model, &problem, problem.count) else {
            let bytes = problem.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
            throw ReportError(
                .unsupported, place: folder, problem: String(decoding: bytes, as: UTF8.self),
                advice: wording("重新运行 Scripts/setup --meaning", "run Scripts/setup --meaning again")
            )
        }
        engine = Mutex(Engine(pointer: pointer))
    }

    package func vectors(of texts: [String], areQuestions: Bool) throws(ReportError) -> [[Float]] {
        var list: [CChar] = []
        for text in texts {
            // A zero ends a text for C.
            list += text.utf8.filter { $0 != 0 }.map { CChar(bitPattern: $0) }
            list.append(0)
        }
        let numbers: (values: [Float], dimension: Int)? = engine.withLock { engine in
            let dimension = cmeaning_dimension(engine.pointer)
            var values = [Float](repeating: 0, count: texts.count * dimension)
            let isDone = cmeaning_embed(engine.pointer, list, texts.count, areQuestions, &values)
            return isDone ? (values, dimension) : nil
        }
        guard let numbers else {
            throw ReportError(
                .other, place: model, problem: wording("语义模型计算失败", "the model failed"))
        }
        return texts.indices.map {
            Array(numbers.values[$0 * numbers.dimension..<($0 + 1) * numbers.dimension])
        }
    }
}
