import Documents
import Foundation

/// Files the index knows that are surely gone (确已不在的文件). A share that is away, or a folder that may not be
/// looked into, hides its files: they are not gone.
enum GoneFiles {
    /// - Parameters:
    ///   - roots: The absolute paths of this run.
    ///   - known: What the index knows, by absolute path.
    ///   - met: What this run found.
    /// - Returns: those that are gone, in order, and how many of the known ones are under the roots.
    static func find(
        under roots: [String], among known: some Sequence<String>, met: Set<String>
    ) -> (gone: [String], known: Int) {
        let here = known.filter { path in roots.contains { Self.holds($0, path) } }
        let gone = here.filter { path in
            !met.contains(path) && roots.contains { holds($0, path) && isGone(path, under: $0) }
        }
        return (gone.sorted(), here.count)
    }

    private static func holds(_ root: String, _ path: String) -> Bool {
        path == root || path.hasPrefix(root.hasSuffix("/") ? root : root + "/")
    }

    /// Whether nothing is there, and the nearest folder above that is there, not above the root, can be read.
    private static func isGone(_ path: String, under root: String) -> Bool {
        guard isMissing(path) else { return false }
        var folder = path
        while folder != root {
            folder = (folder as NSString).deletingLastPathComponent
            if !isMissing(folder) {
                return access(FileName.bytes(folder), R_OK | X_OK) == 0
            }
        }
        return false
    }

    /// Whether the system says that there is no such thing; any other trouble is no such answer.
    private static func isMissing(_ path: String) -> Bool {
        var info = stat()
        return lstat(FileName.bytes(path), &info) != 0 && (errno == ENOENT || errno == ENOTDIR)
    }
}
