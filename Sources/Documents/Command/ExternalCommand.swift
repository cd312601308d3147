import CCommand
import Foundation
import ReportModel

/// A converter that is installed beside the tool (外部命令), run without a shell in a private
/// temporary folder, under limits of time, memory and output.
package struct ExternalCommand: Sendable, Hashable {
    /// Its file name, and the Debian package that brings it.
    let name: String
    let package: String
    var seconds = 7
    /// Address space and output, in bytes.
    var memory = 384 << 20
    var outputSize = 96 << 20

    /// Where commands are looked for: in the package that this program came in, whose launcher names its
    /// folder, then only where the system installs them, not in the whole PATH.
    static let folders: [String] = {
        let package = ProcessInfo.processInfo.environment["ZONGJIE_PACKAGE"]
        let own = package.map { [$0 + "/converters"] } ?? []
        return own + ["/usr/bin", "/usr/local/bin", "/bin", "/opt/homebrew/bin"]
    }()

    package init(
        name: String, package: String, seconds: Int = 7, memory: Int = 384 << 20,
        outputSize: Int = 96 << 20
    ) {
        self.name = name
        self.package = package
        self.seconds = seconds
        self.memory = memory
        self.outputSize = outputSize
    }

    /// The command's full path; `nil` when it is not installed.
    var path: String? {
        if name.hasPrefix("/") {
            return FileManager.default.isExecutableFile(atPath: name) ? name : nil
        }
        return Self.folders.lazy.map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// What a command printed and ended with.
    package struct Output {
        package var bytes: [UInt8]
        package var status: Int
    }

    /// Writes `input` to a file, runs the command on it and gives what it printed.
    ///
    /// - Parameter arguments: `{}` in them stands for the input file's path.
    package func run(
        _ arguments: [String], input: [UInt8]
    ) throws(ReportModel.Refusal) -> Output {
        guard let path else { throw .missingCommand(name, package: package) }
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let file = folder.path + "/input"
        let printed = folder.path + "/output"
        guard FileManager.default.createFile(atPath: file, contents: Data(input)) else {
            throw .noMemory
        }
        var list: [UInt8] = []
        for argument in [path] + arguments {
            list += argument.replacing("{}", with: file).utf8
            list.append(0)
        }
        let result = ccommand_run(
            list, list.count, folder.path, printed, Double(seconds), UInt64(memory),
            UInt64(outputSize))
        if result.timed_out { throw .timeLimit(command: name, seconds: seconds) }
        guard result.error == 0, let bytes = FileManager.default.contents(atPath: printed) else {
            throw .commandFailed(name, status: Int(result.error))
        }
        return Output(bytes: Array(bytes), status: Int(result.status))
    }
}

/// A folder that only this user can look into; removed after use.
struct TemporaryFolder {
    let path: String

    /// - Throws: `Refusal.noMemory` when the disk has no room for it.
    init() throws(Refusal) {
        let parent = FileManager.default.temporaryDirectory.path
        path = parent + "/zongjie-\(ProcessInfo.processInfo.processIdentifier)-\(UUID())"
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: false,
                attributes: [.posixPermissions: 0o700])
        } catch {
            throw .noMemory
        }
    }

    func remove() {
        // What cannot be removed now is the system's to clean.
        try? FileManager.default.removeItem(atPath: path)
    }
}
