import Foundation
import ReportModel

/// A small file that only its owner reads, and that is there whole or not at all (私有文件).
struct PrivateFile: Sendable {
    let path: String

    /// What stands in it; `nil` when there is none.
    ///
    /// - Throws: `ReportError` when it is there and cannot be read.
    func read() throws(ReportError) -> Data? {
        if let data = FileManager.default.contents(atPath: path) { return data }
        guard !FileManager.default.fileExists(atPath: path) else {
            throw ReportError(
                .permission, place: path, problem: wording("无法读取", "cannot be read"),
                advice: wording("请检查权限", "check its permissions"))
        }
        return nil
    }

    /// Changes the file while no other process does, by a lock on its folder: written beside its place, then renamed
    /// into it.
    ///
    /// - Parameter edit: the new content; `nil` to leave the file as it is.
    func change(_ edit: (Data?) throws(ReportError) -> Data?) throws(ReportError) {
        let folder = (path as NSString).deletingLastPathComponent
        let lock = open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard lock >= 0 else { throw trouble() }
        defer { close(lock) }
        while flock(lock, LOCK_EX) != 0 {
            guard errno == EINTR else { throw trouble() }
        }
        guard let data = try edit(try read()) else { return }
        let temporary = path + ".part-\(ProcessInfo.processInfo.processIdentifier)"
        unlink(temporary)
        let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw trouble() }
        // What root writes for a service is the service's, as its folder is.
        var info = stat()
        if geteuid() == 0, fstat(lock, &info) == 0 { _ = fchown(file, info.st_uid, info.st_gid) }
        let isWritten = data.withUnsafeBytes { write(file, $0.baseAddress, $0.count) } == data.count
        let isKept = fsync(file) == 0
        close(file)
        guard isWritten, isKept, rename(temporary, path) == 0 else {
            let error = trouble()
            unlink(temporary)
            throw error
        }
    }

    func trouble() -> ReportError {
        ReportError(
            errno == ENOSPC ? .full : .permission, place: path,
            problem: String(cString: strerror(errno)),
            advice: wording("请检查目录与权限", "check the folder and its permissions"))
    }
}
