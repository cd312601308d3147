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
        /// The path as given, joined with the path inside the folder.
        package var path: String
        /// In bytes.
        package var size: Int
        /// Time of the last change, in nanoseconds since 1970.
        package var modified: Int64
        package var device: UInt64
        package var inode: UInt64
        /// The path's bytes where they are not UTF-8, as old zips unpack them; `path` shows what they mean.
        package var rawPath: [UInt8]?
    }

    package struct Listing: Sendable {
        package var found: [Found] = []
        /// What was not taken; the error names path and reason.
        package var skipped: [IngestError] = []
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
        for path in paths { walk.visit(FilePath(shown: path, raw: nil), named: true) }
        return walk.listing
    }

    /// Reads the bytes of a file.
    ///
    /// - Throws: `IngestError` when it cannot be read or has grown beyond the limit.
    package func load(_ found: Found) throws(IngestError) -> InputFile {
        try Self.load(found, maximumSize: maximumSize)
    }

    private static func load(_ found: Found, maximumSize: Int) throws(IngestError) -> InputFile {
        let path = found.path
        let opened = FilePath(shown: path, raw: found.rawPath).withCString { fopen($0, "rb") }
        guard let file = opened else { throw unreadable(path) }
        defer { fclose(file) }
        var info = stat()
        guard fstat(fileno(file), &info) == 0 else { throw unreadable(path) }
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
        guard ferror(file) == 0 else { throw unreadable(path) }
        guard bytes.count <= maximumSize else { throw oversized(path, bytes.count, maximumSize) }
        return InputFile(path: path, bytes: bytes)
    }

    fileprivate static func oversized(_ path: String, _ size: Int, _ limit: Int) -> IngestError {
        Refusal.oversized(bytes: size, limit: limit).error(at: path)
    }

    fileprivate static func unreadable(_ path: String) -> IngestError {
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

    mutating func visit(_ file: FilePath, named: Bool) {
        var info = stat()
        let path = file.shown
        guard file.withCString({ stat($0, &info) }) == 0 else {
            return skip(path, Self.refusal(file, errno))
        }
        let identity = Identity(device: UInt64(info.st_dev), inode: UInt64(info.st_ino))
        switch info.st_mode & S_IFMT {
        case S_IFDIR: visitFolder(file, identity)
        case S_IFREG: visitFile(file, info, identity, named: named)
        default: skip(path, .notRegular)
        }
    }

    private mutating func visitFolder(_ folder: FilePath, _ identity: Identity) {
        let path = folder.shown
        guard folders.insert(identity).inserted else {
            return skip(path, .visitedFolder)
        }
        guard folder.withCString({ access($0, R_OK | X_OK) }) == 0, let names = folder.names()
        else {
            listing.skipped.append(SourceFinder.unreadable(path))
            return
        }
        for bytes in names.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            let file = folder.appending(bytes)
            let name = file.shown.split(separator: "/").last.map { String($0) } ?? ""
            if !name.hasPrefix("."), !name.hasPrefix("~$"), !Self.describesFolder(name) {
                visit(file, named: false)
            }
        }
    }

    /// A README tells of the folder and is no report; it is read when it is named itself.
    private static func describesFolder(_ name: String) -> Bool {
        name.lowercased().split(separator: ".").first == "readme"
    }

    private mutating func visitFile(
        _ file: FilePath, _ info: stat, _ identity: Identity, named: Bool
    ) {
        let path = file.shown
        guard files.insert(path).inserted else { return }
        let kind = FileKind.extension(of: path)
        if !named, let refusal = refusal(of: kind, path) {
            return skip(path, refusal)
        }
        guard file.withCString({ access($0, R_OK) }) == 0 else {
            listing.skipped.append(SourceFinder.unreadable(path))
            return
        }
        let size = Int(info.st_size)
        guard size > 0 else {
            listing.skipped.append(emptyFile(path))
            return
        }
        guard size <= maximumSize else {
            listing.skipped.append(SourceFinder.oversized(path, size, maximumSize))
            return
        }
        #if canImport(Darwin)
            let time = info.st_mtimespec
        #else
            let time = info.st_mtim
        #endif
        listing.found.append(
            SourceFinder.Found(
                path: path, size: size,
                modified: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec),
                device: identity.device, inode: identity.inode, rawPath: file.raw))
    }

    private func refusal(of kind: String, _ path: String) -> Refusal? {
        if FileKind.textless.contains(kind) { return .textless }
        if FileKind.pictures.contains(kind), !recognises { return .picture }
        return readers.reader(name: path) == nil ? .noReader(kind) : nil
    }

    private mutating func skip(_ path: String, _ refusal: Refusal) {
        listing.skipped.append(refusal.error(at: path))
    }

    private static func refusal(_ path: FilePath, _ code: Int32) -> Refusal {
        var info = stat()
        return switch code {
        case ELOOP: .linkLoop
        case EACCES: .noPermission
        case ENOENT where path.withCString({ lstat($0, &info) }) == 0: .brokenLink
        case ENOENT: .noFile
        default: .told(String(cString: strerror(code)))
        }
    }
}
