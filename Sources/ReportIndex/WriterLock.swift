import Foundation
import ReportModel

/// One writer at a time (写锁): an advisory lock on a file beside the index that names its holder.
/// The system lifts it when the process ends, however it ends.
struct WriterLock: ~Copyable, Sendable {
    private let descriptor: Int32

    /// - Parameter waiting: called once, with who holds the lock, before waiting for it; returning false
    ///   gives up instead.
    init(index path: String, waiting: (_ holder: String) -> Bool) throws(IndexError) {
        let lockPath = path + ".lock"
        let folder = (path as NSString).deletingLastPathComponent
        if !folder.isEmpty {
            try? FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true)
        }
        descriptor = open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw IndexError(
                .permission,
                place: lockPath, problem: String(cString: strerror(errno)),
                advice: wording("请检查目录的权限", "check the permissions of the folder"))
        }
        if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            let holder = ((try? String(contentsOfFile: lockPath, encoding: .utf8)) ?? "")
                .trimmingCharacters(in: .whitespacesAndNewlines)
            guard waiting(holder) else {
                close(descriptor)
                throw IndexError(
                    .busy,
                    place: path,
                    problem: wording(
                        "索引正由 \(holder) 写入", "the index is being written by \(holder)"),
                    advice: wording("请等它结束", "wait until it ends"))
            }
            while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
        }
        let holder = "pid \(ProcessInfo.processInfo.processIdentifier)\n"
        try? holder.write(toFile: lockPath, atomically: false, encoding: .utf8)
    }

    deinit {
        close(descriptor)
    }
}
