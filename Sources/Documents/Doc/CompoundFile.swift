/// The streams of an OLE compound file (复合文档), the container of Word 97-2003 and of WPS
/// (MS-CFB).
struct CompoundFile {
    static let mark: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    private let file: ByteReader
    private let sectorSize: Int
    private var table: [Int] = []
    private var miniTable: [Int] = []
    private var miniStream: [UInt8] = []
    private typealias Entries = [String: (start: Int, size: Int)]
    /// What lies directly in each folder, by the folder's path; the root's is empty.
    private var entries: [String: Entries] = [:]
    /// Folders within folders: a letter in a letter has three of them.
    private static let depth = 24

    /// `nil` when the bytes are no compound file.
    init?(_ bytes: [UInt8]) {
        guard bytes.starts(with: Self.mark), bytes.count >= 1_536 else { return nil }
        file = ByteReader(bytes)
        let shift = file.word(0x1E)
        guard shift == 9 || shift == 12 else { return nil }
        sectorSize = 1 << shift
        readTable()
        readDirectory()
    }

    private var sectorCount: Int { file.count / sectorSize }

    private func sector(_ number: Int) -> Int { (number + 1) * sectorSize }

    private mutating func readTable() {
        var sectors: [Int] = (0..<109).map { file.long(0x4C + 4 * $0) }
        var next = file.long(0x44)
        // The list of table sectors goes on in a chain of its own in large files.
        for _ in 0..<sectorCount where next < sectorCount && sectors.count <= sectorCount {
            let place = sector(next)
            let perSector = sectorSize / 4 - 1
            sectors += (0..<perSector).map { file.long(place + 4 * $0) }
            next = file.long(place + 4 * perSector)
        }
        for number in sectors where number < sectorCount {
            guard table.count <= sectorCount else { return }
            table += (0..<(sectorSize / 4)).map { file.long(sector(number) + 4 * $0) }
        }
    }

    /// The bytes of a chain of sectors; a chain in a circle ends after as many as there are.
    private func chain(_ start: Int) -> [UInt8] {
        var result: [UInt8] = []
        var number = start
        for _ in 0..<sectorCount {
            guard number < sectorCount, number < table.count else { break }
            result += file.slice(sector(number), sectorSize)
            number = table[number]
        }
        return result
    }

    private mutating func readDirectory() {
        let directory = ByteReader(chain(file.long(0x30)))
        let count = directory.count / 128
        guard count > 0 else { return }
        miniStream = Array(chain(directory.long(116)).prefix(directory.long(120)))
        let mini = ByteReader(chain(file.long(0x3C)))
        miniTable = (0..<(mini.count / 4)).map { mini.long(4 * $0) }
        var seen: Set<Int> = []
        var folders: [(path: String, child: Int, depth: Int)] = [("", directory.long(76), 0)]
        while let folder = folders.popLast() {
            var found: Entries = [:]
            var open = [folder.child]
            while let index = open.popLast() {
                guard index > 0, index < count, seen.insert(index).inserted else { continue }
                let place = index * 128
                open += [directory.long(place + 68), directory.long(place + 72)]
                let name = directory.text(
                    place, max(0, min(directory.word(place + 64) / 2 - 1, 31)))
                found[name] = (directory.long(place + 116), directory.long(place + 120))
                if directory.byte(place + 66) == 1, folder.depth < Self.depth {
                    let path = folder.path + (folder.path.isEmpty ? "" : "/") + name
                    folders.append((path, directory.long(place + 76), folder.depth + 1))
                }
            }
            entries[folder.path] = found
        }
    }

    /// The names of what lies right under the root.
    var names: Set<String> { names(in: "") }

    func names(in folder: String) -> Set<String> { entries[folder].map { Set($0.keys) } ?? [] }

    /// Of the whole file, in bytes.
    var size: Int { file.count }

    func isFolder(_ path: String) -> Bool { entries[path] != nil }

    /// The bytes of a stream right under the root or in a folder; `nil` when there is none of that name.
    func stream(_ name: String, in folder: String = "") -> ByteReader? {
        guard let entry = entries[folder]?[name] else { return nil }
        if entry.size >= 4_096 { return ByteReader(Array(chain(entry.start).prefix(entry.size))) }
        var result: [UInt8] = []
        var number = entry.start
        for _ in 0...miniTable.count {
            guard result.count < entry.size, number < miniTable.count,
                number * 64 < miniStream.count
            else { break }
            result += miniStream[(number * 64)..<min(miniStream.count, number * 64 + 64)]
            number = miniTable[number]
        }
        return ByteReader(Array(result.prefix(entry.size)))
    }
}
