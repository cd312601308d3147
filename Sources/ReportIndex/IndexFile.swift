import ReportModel
import Foundation

/// Where an index lies, and that nobody but its owner reads it (索引文件).
enum IndexFile {
    /// The path with the symbolic links of its last part followed: all who write one file have one lock,
    /// whatever they call it. A link that leads nowhere gives where it leads.
    static func resolved(_ path: String) -> String {
        var path = path
        for _ in 0..<mostLinks {
            guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path)
            else { break }
            let folder = (path as NSString).deletingLastPathComponent
            path =
                target.hasPrefix("/") || folder.isEmpty
                ? target : (folder as NSString).appendingPathComponent(target)
        }
        return path
    }

    /// As many links as Linux follows.
    private static let mostLinks = 40

    /// Makes the folder an index shall lie in, and those above it, where they are missing.
    static func makeFolder(of path: String) throws {
        let folder = (path as NSString).deletingLastPathComponent
        guard !folder.isEmpty, !FileManager.default.fileExists(atPath: folder) else { return }
        try makeFolder(of: folder)
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw trouble(folder) }
    }

    /// Makes an empty file where there is none. SQLite gives its log the rights of its file.
    static func makePrivate(_ path: String) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if descriptor >= 0 { close(descriptor) }
    }

    private static func trouble(_ path: String) -> ReportError {
        ReportError(place: path, problem: String(cString: strerror(errno)))
    }

    /// What tells that a file was written to.
    struct Stamp: Equatable {
        private let numbers: [Int]

        init?(_ path: String) {
            var info = stat()
            guard stat(path, &info) == 0 else { return nil }
            #if canImport(Darwin)
                let time = info.st_mtimespec
            #else
                let time = info.st_mtim
            #endif
            numbers = [
                Int(info.st_dev), Int(info.st_ino), Int(info.st_size), Int(time.tv_sec),
                Int(time.tv_nsec),
            ]
        }
    }

    /// Whether the log beside an index holds anything.
    static func hasLog(_ path: String) -> Bool {
        var info = stat()
        return stat(resolved(path) + "-wal", &info) == 0 && info.st_size > 0
    }
}
