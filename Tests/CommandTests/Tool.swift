import Foundation
import TestSupport

/// Runs the built `zongjie`.
enum Tool {
    struct Outcome: Sendable {
        let status: Int32
        /// The signal that ended it; `nil` when it ended by itself.
        let signal: Int32?
        let output: [UInt8]
        let errors: String
        var text: String { String(decoding: output, as: UTF8.self) }
        var lines: [Substring] { text.split(separator: "\n") }
    }

    /// Beside the test bundle in the build folder.
    static let path: String = {
        let own =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let beside = (own as NSString).deletingLastPathComponent + "/zongjie"
        return FileManager.default.isExecutableFile(atPath: beside)
            ? beside : Checkout.folder + "/.build/debug/zongjie"
    }()

    static func process(
        _ arguments: [String], locale: String = "C", folder: String? = nil,
        environment more: [String: String] = [:]
    ) -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        var environment = ["LC_ALL": locale, "HOME": "/nonexistent", "COLUMNS": "80"]
        environment["PATH"] = ProcessInfo.processInfo.environment["PATH"]
        environment.merge(more) { $1 }
        process.environment = environment
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
        process.standardInput = FileHandle.nullDevice
        return process
    }

    static func run(
        _ arguments: [String], locale: String = "C", folder: String? = nil,
        environment: [String: String] = [:], input: String? = nil
    ) throws -> Outcome {
        let process = process(
            arguments, locale: locale, folder: folder, environment: environment)
        // Files, not pipes: nothing waits for a reader.
        let place = try TemporaryFolder()
        try place.write("", to: "out")
        try place.write("", to: "err")
        let out = try FileHandle(forWritingTo: URL(fileURLWithPath: place.path("out")))
        let err = try FileHandle(forWritingTo: URL(fileURLWithPath: place.path("err")))
        if let input {
            try place.write(input, to: "in")
            process.standardInput = try FileHandle(
                forReadingFrom: URL(fileURLWithPath: place.path("in")))
        }
        process.standardOutput = out
        process.standardError = err
        try process.run()
        process.waitUntilExit()
        let errors = try Data(contentsOf: URL(fileURLWithPath: place.path("err")))
        let isSignal = process.terminationReason == .uncaughtSignal
        return Outcome(
            status: process.terminationStatus,
            signal: isSignal ? process.terminationStatus : nil,
            output: [UInt8](try Data(contentsOf: URL(fileURLWithPath: place.path("out")))),
            errors: String(decoding: errors, as: UTF8.self))
    }

    /// The rows of JSON Lines.
    static func rows(_ outcome: Outcome) throws -> [[String: Any]] {
        try outcome.lines.map { line in
            let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
            guard let row = value as? [String: Any] else { throw CocoaError(.coderReadCorrupt) }
            return row
        }
    }
}
