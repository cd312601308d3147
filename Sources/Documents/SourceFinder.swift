import Foundation
import ReportModel

/// Walks the paths a user names and lists the files to read (查找来源).
///
/// Folders are walked to the bottom, in the order of the names' bytes, so that two runs see the same
/// list. Hidden files, READMEs and the marks of open Word files (`~$…`) in folders are passed over in
/// silence; everything else that is not taken is told with its reason.
package struct SourceFinder: Sendable {
    /// A file to read, and what tells whether it changed.
    package struct Found: Sendable, Hashable {
        /// The path as given, joined with the path inside the folder, as people read it.
        package var path: String
        /// In bytes.
        package var size: Int
        /// Time of the last change, in nanoseconds since 1970.
        package var modified: Int64
        package var device: UInt64
        package var inode: UInt64
        /// The path as `FileName` writes it, no byte lost: another one than `path` where names are not UTF-8.
        package var diskPath: String
    }

    package struct Listing: Sendable {
        package var found: [Found] = []
        /// What was not taken; the error names path and reason.
        package var skipped: [ReportError] = []
    }

    private let readers: Readers
    private let maximumSize: Int
    private let recognises: Bool

    package init(readers: Readers = .standard, options: ReadOptions = ReadOptions()) {
        self.readers = readers
        maximumSize = options.maximumSize
        recognises = options.recognition != nil
    }

    /// Lists the files under the paths. A path that is named itself is tried whatever its extension.
    package func list(_ paths: [String]) -> Listing {
        var walk = Walk(readers: readers, maximumSize: maximumSize, recognises: recognises)
        for path in paths { walk.visit(path, named: true) }
        return walk.listing
    }

    /// Reads the bytes of a file.
    ///
    /// - Throws: `ReportError` when it cannot be read or has grown beyond the limit.
    package func load(_ found: Found) throws(ReportError) -> InputFile {
        let path = found.path
        guard let file = fopen(FileName.bytes(found.diskPath), "rb") else {
            throw Self.unreadable(path)
        }
        defer { fclose(file) }
        var info = stat()
        guard fstat(fileno(file), &info) == 0 else { throw Self.unreadable(path) }
        // One byte more tells a file that has grown.
        let expected = max(0, min(Int(info.st_size), maximumSize)) + 1
        var bytes = [UInt8](repeating: 0, count: expected)
        var count = fread(&bytes, 1, expected, file)
        bytes.removeLast(expected - count)
        var part = [UInt8](repeating: 0, count: count == expected ? 1 << 16 : 0)
        while count > 0, !part.isEmpty, bytes.count <= maximumSize {
            count = fread(&part, 1, part.count, file)
            bytes += part[..<count]
        }
        guard ferror(file) == 0 else { throw Self.unreadable(path) }
        guard bytes.count <= maximumSize else {
            throw Self.oversized(path, bytes.count, maximumSize)
        }
        return InputFile(path: path, bytes: bytes)
    }

    private static func oversized(_ path: String, _ size: Int, _ limit: Int) -> ReportError {
        Refusal.oversized(bytes: size, limit: limit).error(at: path)
    }

    private static func unreadable(_ path: String) -> ReportError {
        Refusal.unreadable.error(at: path)
    }
}

/// One walk, with what it has seen.
private struct Walk {
    private struct Identity: Hashable {
        let device: UInt64
        let inode: UInt64
    }

    let readers: Readers
    let maximumSize: Int
    let recognises: Bool
    var listing = SourceFinder.Listing()
    private var folders: Set<Identity> = []
    private var files: Set<String> = []

    init(readers: Readers, maximumSize: Int, recognises: Bool) {
        self.recognises = recognises
        self.readers = readers
        self.maximumSize = maximumSize
    }

    mutating func visit(_ path: String, named: Bool) {
        var info = stat()
        guard stat(FileName.bytes(path), &info) == 0 else {
            return skip(path, Self.refusal(path, errno))
        }
        let identity = Identity(device: UInt64(info.st_dev), inode: UInt64(info.st_ino))
        switch info.st_mode & S_IFMT {
        case S_IFDIR: visitFolder(path, identity)
        case S_IFREG: visitFile(path, info, identity, named: named)
        default: skip(path, .notRegular)
        }
    }

    private mutating func visitFolder(_ path: String, _ identity: Identity) {
        guard folders.insert(identity).inserted else {
            return skip(path, .visitedFolder)
        }
        guard access(FileName.bytes(path), R_OK | X_OK) == 0, let names = FileName.names(in: path)
        else {
            return skip(path, .unreadable)
        }
        for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        where !name.hasPrefix(".") && !name.hasPrefix("~$") && !Self.describesFolder(name) {
            visit(path.hasSuffix("/") ? path + name : path + "/" + name, named: false)
        }
    }

    /// A README tells of the folder and is no report; it is read when it is named itself.
    private static func describesFolder(_ name: String) -> Bool {
        name.lowercased().split(separator: ".").first == "readme"
    }

    private mutating func visitFile(
        _ path: String, _ info: stat, _ identity: Identity, named: Bool
    ) {
        guard files.insert(path).inserted else { return }
        let kind = FileKind.extension(of: path)
        if !named, let refusal = refusal(of: kind, path) {
            return skip(path, refusal)
        }
        guard access(FileName.bytes(path), R_OK) == 0 else {
            return skip(path, .unreadable)
        }
        let size = Int(info.st_size)
        guard size > 0 else {
            listing.skipped.append(emptyFile(FileName.shown(path)))
            return
        }
        guard size <= maximumSize else {
            return skip(path, .oversized(bytes: size, limit: maximumSize))
        }
        #if canImport(Darwin)
            let time = info.st_mtimespec
        #else
            let time = info.st_mtim
        #endif
        listing.found.append(
            SourceFinder.Found(
                path: FileName.shown(path), size: size,
                modified: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec),
                device: identity.device, inode: identity.inode, diskPath: path))
    }

    private func refusal(of kind: String, _ path: String) -> Refusal? {
        if FileKind.textless.contains(kind) { return .textless }
        if FileKind.pictures.contains(kind), !recognises { return .picture }
        return readers.reader(name: path) == nil ? .noReader(kind) : nil
    }

    private mutating func skip(_ path: String, _ refusal: Refusal) {
        listing.skipped.append(refusal.error(at: FileName.shown(path)))
    }

    private static func refusal(_ path: String, _ code: Int32) -> Refusal {
        var info = stat()
        return switch code {
        case ELOOP: .linkLoop
        case EACCES: .noPermission
        case ENOENT where lstat(FileName.bytes(path), &info) == 0: .brokenLink
        case ENOENT: .noFile
        default: .told(String(cString: strerror(code)))
        }
    }
}
