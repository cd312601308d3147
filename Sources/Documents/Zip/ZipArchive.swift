import CArchive

/// One member of a zip (压缩包成员), as its directory describes it.
struct ZipEntry: Sendable, Hashable {
    /// The name's bytes, in an encoding the archive does not tell.
    var rawName: [UInt8]
    var isFile: Bool
    var isEncrypted: Bool

    /// The name in UTF-8; damaged where it is not.
    var name: String { String(decoding: rawName, as: UTF8.self) }
}

/// Why a zip was refused.
enum ZipTrouble: Error, Hashable {
    case damaged
    case encrypted
    case tooManyMembers(Int)
    case tooLarge(Int)
    case ratio(Int)
    case noMemory
}

/// What a zip may grow to (解压限制).
struct ZipLimits: Sendable, Hashable {
    /// Members of one archive.
    var members = 10_000
    /// Unpacked bytes of one member, and of all that are read of one archive.
    var member = 128 << 20
    var total = 256 << 20
    /// Unpacked bytes for each packed byte of the whole archive; Word's XML stays below 40.
    var ratio = 100
    /// The ratio is not asked for below this, because small members may well be that repetitive.
    var ratioFrom = 8 << 20
}

/// What kinds of archives are looked for (压缩格式): office documents are zips only.
enum ArchiveKinds: Sendable, Hashable {
    case zip, all

    /// Whether bytes begin as one of the archives does: zip, rar, 7z, gzip, bzip2, xz, tar.
    static func isArchive(_ head: [UInt8]) -> Bool {
        let marks: [[UInt8]] = [
            [0x52, 0x61, 0x72, 0x21, 0x1A, 0x07], [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C],
            [0x1F, 0x8B],
            [0x42, 0x5A, 0x68], [0xFD, 0x37, 0x7A, 0x58, 0x5A],
        ]
        return ZipArchive.isZip(head) || marks.contains { head.starts(with: $0) }
            || (head.count > 262 && head[257...].starts(with: Array("ustar".utf8)))
    }
}

/// A zip in memory, read by libarchive under limits (压缩包); nothing is written to disk.
struct ZipArchive {
    let bytes: [UInt8]
    let limits: ZipLimits
    /// What archives around this one have used of the limits already.
    let outer: Budget?
    /// Whether other kinds of archives are read too.
    let kinds: ArchiveKinds

    init(
        _ bytes: [UInt8], limits: ZipLimits = ZipLimits(), within outer: Budget? = nil,
        kinds: ArchiveKinds = .zip
    ) {
        self.kinds = kinds
        self.bytes = bytes
        self.limits = limits
        self.outer = outer
    }

    /// Whether bytes begin as a zip does.
    static func isZip(_ head: [UInt8]) -> Bool {
        head.starts(with: [0x50, 0x4B, 3, 4]) || head.starts(with: [0x50, 0x4B, 5, 6])
    }

    /// Visits the members in the archive's order until `visit` returns false. The member's bytes
    /// are unpacked chunk by chunk by the `MemberBytes` it is given.
    ///
    /// - Throws: `ZipTrouble`, from the visit too.
    func forEach(_ visit: (ZipEntry, borrowing MemberBytes) throws(ZipTrouble) -> Bool)
        throws(ZipTrouble)
    {
        var trouble: ZipTrouble?
        // libarchive reads the bytes in place, so they are pinned while the archive is open.
        bytes.withUnsafeBufferPointer { buffer in
            do throws(ZipTrouble) {
                guard
                    let archive = carchive_open(
                        buffer.baseAddress, buffer.count, kinds == .zip)
                else {
                    throw .noMemory
                }
                defer { carchive_close(archive) }
                try visitAll(archive, visit)
            } catch {
                trouble = error
            }
        }
        if let trouble { throw trouble }
    }

    private func visitAll(
        _ archive: OpaquePointer,
        _ visit: (ZipEntry, borrowing MemberBytes) throws(ZipTrouble) -> Bool
    ) throws(ZipTrouble) {
        let budget = outer ?? Budget(limits: limits, packed: bytes.count)
        while true {
            let status = carchive_next(archive)
            if status == 0 { return }
            guard status > 0 else { throw status == -2 ? .encrypted : .damaged }
            budget.members += 1
            guard budget.members <= limits.members else { throw .tooManyMembers(limits.members) }
            var length = 0
            let name = carchive_name(archive, &length)
            let entry = ZipEntry(
                rawName: Array(UnsafeBufferPointer(start: name, count: length)),
                isFile: carchive_is_file(archive), isEncrypted: carchive_is_encrypted(archive))
            let go = try visit(entry, MemberBytes(archive: archive, budget: budget))
            if !go { return }
        }
    }

    /// The bytes of the members with these names; absent ones are missing in the result.
    func read(_ names: Set<String>) throws(ZipTrouble) -> [String: [UInt8]] {
        var found: [String: [UInt8]] = [:]
        try forEach { entry, member throws(ZipTrouble) in
            let name = entry.name
            if names.contains(name) { found[name] = try member.all() }
            return found.count < names.count
        }
        return found
    }

    /// What is left of an archive's limits while it is read.
    final class Budget {
        let limits: ZipLimits
        let packed: Int
        var unpacked = 0
        var members = 0
        /// Time that went into members that were refused in the end.
        var lost = Duration.zero

        init(limits: ZipLimits, packed: Int) {
            self.limits = limits
            self.packed = packed
        }

        func take(_ count: Int, ofMember member: Int) throws(ZipTrouble) {
            unpacked += count
            guard member <= limits.member else { throw .tooLarge(limits.member) }
            guard unpacked <= limits.total else { throw .tooLarge(limits.total) }
            guard unpacked < limits.ratioFrom || unpacked / max(1, packed) < limits.ratio else {
                throw .ratio(limits.ratio)
            }
        }
    }

    /// The unpacked bytes of the member that is being visited.
    struct MemberBytes: ~Copyable {
        let archive: OpaquePointer
        let budget: Budget

        /// Hands on the member chunk by chunk, until `each` returns false.
        func chunks(_ each: (ArraySlice<UInt8>) -> Bool) throws(ZipTrouble) {
            var chunk = [UInt8](repeating: 0, count: 64 << 10)
            var length = 0
            while true {
                let count = Int(carchive_read(archive, &chunk, chunk.count))
                if count == 0 { return }
                guard count > 0 else { throw .damaged }
                length += count
                try budget.take(count, ofMember: length)
                if !each(chunk[..<count]) { return }
            }
        }

        func all() throws(ZipTrouble) -> [UInt8] {
            var bytes: [UInt8] = []
            try chunks {
                bytes += $0
                return true
            }
            return bytes
        }
    }
}
