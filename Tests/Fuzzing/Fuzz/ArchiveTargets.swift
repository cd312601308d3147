import TestSupport

@testable import Documents
@testable import ReferenceCorpus

extension Target {
    /// Office formats that are archives of parts. What is mutated is a part, not the archive: the first byte
    /// says which of a sound file's parts the rest stands for.
    static let archives: [Target] = [
        archive("docx", WordReader()), archive("odt", ODTReader()), archive("ofd", OFDReader()),
        archive("xlsx", XLSXReader()), archive("pptx", PPTXReader()),
    ]

    private static func archive(_ name: String, _ reader: any DocumentReader) -> Target {
        let parts = ArchiveParts(name)
        return Target(name: name, seeds: { _ in parts.seeds }) { bytes in
            guard let file = parts.file(bytes) else { return }
            _ = try? reader.read(
                InputFile(path: "input.\(name)", bytes: file), options: ReadOptions())
        }
    }
}

/// The parts of the sound files of a kind.
private final class ArchiveParts: Sendable {
    private let files: [[(name: String, bytes: [UInt8])]]
    /// The parts that can be mutated, in all files.
    private let places: [(file: Int, part: Int)]

    init(_ ending: String) {
        let found = SeedFiles(folders: SeedFolders.all).files([ending])
        let files = found.map(Self.parts).filter { !$0.isEmpty }
        places = files.indices.flatMap { file in
            files[file].indices.filter { files[file][$0].name.hasSuffix("xml") }.map { (file, $0) }
        }
        self.files = files
    }

    private static func parts(_ archive: [UInt8]) -> [(name: String, bytes: [UInt8])] {
        var parts: [(String, [UInt8])] = []
        try? ZipArchive(archive).forEach { entry, bytes throws(ZipTrouble) in
            parts.append((entry.name, try bytes.all()))
            return true
        }
        return parts
    }

    var seeds: [[UInt8]] {
        places.prefix(256).enumerated().map { number, place in
            [UInt8(number)] + files[place.file][place.part].bytes
        }
    }

    func file(_ input: [UInt8]) -> [UInt8]? {
        guard let first = input.first, places.indices ~= Int(first) else { return nil }
        let place = places[Int(first)]
        var archive = StoredArchive()
        for (number, part) in files[place.file].enumerated() {
            archive.add(part.name, number == place.part ? Array(input.dropFirst()) : part.bytes)
        }
        return archive.finished()
    }
}
