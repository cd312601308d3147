import Foundation
import ReportModel

/// A file that is there whole or not at all (输出文件): written beside its place, then renamed into it.
package final class OutputFile {
    package let path: String
    private let temporary: String
    private let handle: FileHandle
    private var gathered: [UInt8] = []
    private var isCommitted = false

    /// - Throws: `ReportError` when something is there and `force` is off, or nothing can be written.
    package init(path: String, force: Bool) throws(ReportError) {
        self.path = path
        try Self.refuse(path, force: force)
        temporary = path + ".part-\(ProcessInfo.processInfo.processIdentifier)"
        guard FileManager.default.createFile(atPath: temporary, contents: nil),
            let handle = FileHandle(forWritingAtPath: temporary)
        else {
            throw ReportError(
                .permission,
                place: path, problem: wording("无法写入", "cannot be written"),
                advice: wording("请检查目录与权限", "check the folder and its permissions"))
        }
        self.handle = handle
    }

    deinit {
        if !isCommitted {
            try? handle.close()
            try? FileManager.default.removeItem(atPath: temporary)
        }
    }

    static func refuse(_ path: String, force: Bool) throws(ReportError) {
        guard !force, FileManager.default.fileExists(atPath: path) else { return }
        throw ReportError(
            place: path, problem: wording("文件已存在", "is already there"),
            advice: wording(
                "加 --force 覆盖，或换个名字", "add --force to write over it, or take another name"))
    }

    package func write(_ text: String) throws(ReportError) {
        gathered.append(contentsOf: text.utf8)
        if gathered.count > 1 << 18 { try drain() }
    }

    package func write(_ bytes: [UInt8]) throws(ReportError) {
        gathered += bytes
        if gathered.count > 1 << 18 { try drain() }
    }

    private func drain() throws(ReportError) {
        do {
            try handle.write(contentsOf: Data(gathered))
        } catch {
            throw trouble(error)
        }
        gathered.removeAll(keepingCapacity: true)
    }

    /// Puts the file into its place.
    ///
    /// - Parameter isLasting: whether to wait until the disk has it; a file of a folder that is put into its
    ///   place later need not.
    package func commit(isLasting: Bool = true) throws(ReportError) {
        try drain()
        do {
            if isLasting { try handle.synchronize() }
            try handle.close()
        } catch {
            throw trouble(error)
        }
        guard rename(temporary, path) == 0 else {
            throw ReportError(
                .permission,
                place: path, problem: String(cString: strerror(errno)),
                advice: wording("请检查目录与权限", "check the folder and its permissions"))
        }
        isCommitted = true
    }

    private func trouble(_ error: any Error) -> ReportError {
        let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        let code = Int32(cause?.code ?? (error as NSError).code)
        let isFull =
            code == ENOSPC || code == EDQUOT
            || (error as? CocoaError)?.code == .fileWriteOutOfSpace
        return ReportError(
            isFull ? .full : .permission,
            place: path,
            problem: isFull
                ? wording("磁盘已满，什么也没有写下", "the disk is full, nothing was written")
                : String(cString: strerror(code)),
            advice: wording("请腾出空间或换个位置", "free some space or take another place"))
    }
}
