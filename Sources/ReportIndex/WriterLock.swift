import Foundation
import ReportModel

/// One writer at a time (写锁): an advisory lock on a file beside the index that names its holder.
/// The system lifts it when the process ends, however it ends.
struct WriterLock: ~Copyable, Sendable {
    private let descriptor: Int32

    /// - Parameter waiting: called once, with who holds the lock, before waiting for it; returning false
    ///   gives up instead.
    init(index path: String, waiting: (_ holder: String) -> Bool) throws(ReportError) {
        descriptor = try Self.take(path, waiting)
    }

    private static func take(
        _ path: String, _ waiting: (_ holder: String) -> Bool
    ) throws(ReportError) -> Int32 {
        let lockPath = IndexFile.resolved(path) + ".lock"
        do {
            try IndexFile.makeFolder(of: lockPath)
        } catch {
            throw ReportError(place: lockPath, cause: error)
        }
        // What somebody put there as a link to another file is not written to.
        let descriptor = open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw ReportError(
                .permission,
                place: lockPath, problem: String(cString: strerror(errno)),
                advice: errno == ELOOP
                    ? wording("这是链接，请移走", "it is a link: move it away")
                    : wording("请检查目录的权限", "check the permissions of the folder"))
        }
        if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            let holder = Self.holder(descriptor)
            guard waiting(holder) else {
                close(descriptor)
                throw ReportError(
                    .busy,
                    place: path,
                    problem: wording(
                        "索引正由 \(holder) 写入", "the index is being written by \(holder)"),
                    advice: wording("请等它结束", "wait until it ends"))
            }
            while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
        }
        let mark = "pid \(ProcessInfo.processInfo.processIdentifier)\n"
        if ftruncate(descriptor, 0) == 0 { _ = pwrite(descriptor, mark, mark.utf8.count, 0) }
        return descriptor
    }

    /// What the holder wrote into the file.
    private static func holder(_ descriptor: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    deinit {
        close(descriptor)
    }
}
