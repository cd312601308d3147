import Foundation
import ReportModel
import TestSupport
import Testing

@testable import Meaning

@Suite struct LocalEmbedderTests {
    /// An engine with the functions of the real one: a vector tells a text's length and whether it asks.
    private static let source = """
        #include <string.h>
        void *e5_load(const char *path) { return (void *)path; }
        void e5_free(void *model) {}
        int e5_dim(const void *model) { return 2; }
        int e5_embed_batch(void *model, const char **texts, int count, int is_query, float *out) {
          for (int i = 0; i < count; i++) {
            out[2 * i] = (float)strlen(texts[i]);
            out[2 * i + 1] = (float)is_query;
            if (strcmp(texts[i], "fail") == 0) return 1;
          }
          return 0;
        }
        """

    /// A folder with that engine, compiled by the compiler that comes with Swift.
    private static func engine() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try source.write(toFile: folder.path("e.c"), atomically: true, encoding: .utf8)
        try "model".write(toFile: folder.path("model.bin"), atomically: true, encoding: .utf8)
        let compiler = Process()
        compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        compiler.arguments = [
            "clang", "-shared", "-fPIC", "-o", folder.path("engine.so"), folder.path("e.c"),
        ]
        try compiler.run()
        compiler.waitUntilExit()
        #expect(compiler.terminationStatus == 0)
        return folder
    }

    @Test func `texts go to the engine one by one, with what they are`() throws {
        let folder = try Self.engine()
        let embedder = try LocalEmbedder(folder: folder.path)
        #expect(
            try embedder.vectors(of: ["慰问", "", "a\u{0}b"], areQuestions: true)
                == [[6, 1], [0, 1], [2, 1]])
        #expect(try embedder.vectors(of: ["慰问"], areQuestions: false) == [[6, 0]])
        #expect(try embedder.vectors(of: [], areQuestions: false).isEmpty)
        #expect(throws: ReportError.self) {
            try embedder.vectors(of: ["fail"], areQuestions: false)
        }
    }

    @Test func `an engine that is missing, or none, is told with what to do`() throws {
        let folder = try TemporaryFolder()
        let missing = #expect(throws: ReportError.self) {
            _ = try LocalEmbedder(folder: folder.path)
        }
        #expect(missing?.advice?.contains("Scripts/setup --meaning") == true)
        for name in ["engine.so", "model.bin"] {
            try "no library".write(
                toFile: folder.path(name), atomically: true, encoding: .utf8)
        }
        #expect(throws: ReportError.self) { _ = try LocalEmbedder(folder: folder.path) }
    }
}
