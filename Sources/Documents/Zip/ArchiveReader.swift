import ReportModel

/// How deep in archives and letters a file lies (嵌套层数).
struct ArchiveDepth {
    /// Archives within an archive are read, those within them are not; letters hold letters as answers go on.
    static let archives = 1
    static let letters = 8

    private(set) var archives = 0
    private(set) var letters = 0

    /// One archive deeper; `nil` when that is too deep.
    var inArchive: ArchiveDepth? {
        var inside = self
        inside.archives += 1
        return inside.archives > Self.archives ? nil : inside
    }

    /// One letter deeper; `nil` when that is too deep.
    var inLetter: ArchiveDepth? {
        var inside = self
        inside.letters += 1
        return inside.letters > Self.letters ? nil : inside
    }
}

/// Reads the members of a zip, rar, 7z or tar with the readers of their kinds (压缩包), archives in it once.
struct ArchiveReader: DocumentReader {
    /// The readers for members, in order.
    let readers: [any DocumentReader]
    var limits = ZipLimits(member: 64 << 20)
    /// An archive that has cost this much in members that were refused is not read on.
    static let patience = Duration.seconds(6)

    init(readers: [any DocumentReader]) { self.readers = readers }

    func accepts(name: String, head: [UInt8]) -> Bool {
        switch FileKind.extension(of: name) {
        case "zip", "rar", "7z", "tar", "tgz", "tbz", "tbz2", "txz":
            head.isEmpty || ArchiveKinds.isArchive(head)
        case "gz", "bz2", "xz":
            name.lowercased().contains(".tar.") && (head.isEmpty || ArchiveKinds.isArchive(head))
        case "": ArchiveKinds.isArchive(head)
        default: false
        }
    }

    func read(_ file: InputFile, options: ReadOptions) throws(ReportError) -> [DecodedDocument] {
        let budget = budget(for: file)
        return try read(file, options: options, budget: budget, depth: ArchiveDepth())
    }

    /// What a file and everything in it may grow to.
    func budget(for file: InputFile) -> ZipArchive.Budget {
        ZipArchive.Budget(limits: limits, packed: file.bytes.count)
    }

    private func read(
        _ file: InputFile, options: ReadOptions, budget: ZipArchive.Budget, depth: ArchiveDepth
    ) throws(ReportError) -> [DecodedDocument] {
        var documents: [DecodedDocument] = []
        let archive = ZipArchive(file.bytes, limits: limits, within: budget, kinds: .all)
        do throws(ZipTrouble) {
            try archive.forEach { entry, member throws(ZipTrouble) in
                let name = MemberName(entry.rawName)
                guard entry.isFile, name.isUnsafe || !name.isLitter else { return true }
                let path = file.path + "/" + name.text
                if name.isUnsafe {
                    documents.append(DecodedDocument(refused: .unsafeName, path: path))
                } else if entry.isEncrypted {
                    documents.append(DecodedDocument(refused: .encrypted, path: path))
                } else {
                    let begin = ContinuousClock.now
                    let bytes = try member.all()
                    let found = read(
                        InputFile(path: path, bytes: bytes), name: name.text, options: options,
                        budget: budget, depth: depth)
                    documents += found
                    if found.contains(where: { $0.refusal != nil }) {
                        budget.lost += ContinuousClock.now - begin
                    }
                }
                guard budget.lost < Self.patience else {
                    let seconds = Int(Self.patience.components.seconds)
                    documents.append(
                        DecodedDocument(refused: .tooSlow(seconds: seconds), path: file.path))
                    return false
                }
                return true
            }
        } catch {
            let refusal = Refusal(error)
            // What was read before the damage is kept.
            guard documents.contains(where: { $0.refusal == nil }) else {
                throw refusal.error(at: file.path)
            }
            documents.append(DecodedDocument(refused: refusal, path: file.path))
        }
        guard !documents.isEmpty else { throw Refusal.noText.error(at: file.path) }
        return documents
    }

    /// The documents of one member; when it is refused, one that says why.
    func read(
        _ file: InputFile, name: String, options: ReadOptions, budget: ZipArchive.Budget,
        depth: ArchiveDepth
    ) -> [DecodedDocument] {
        let head = Array(file.bytes.prefix(4_096))
        do throws(ReportError) {
            let documents: [DecodedDocument]
            if accepts(name: name, head: head) {
                guard let inside = depth.inArchive else {
                    throw Refusal.nestedTooDeep.error(at: file.path)
                }
                documents = try read(file, options: options, budget: budget, depth: inside)
            } else if MailReader.isMail(name) {
                guard let inside = depth.inLetter else {
                    throw Refusal.nestedTooDeep.error(at: file.path)
                }
                documents = try MailReader(archives: self).read(
                    file, options: options, budget: budget, depth: inside)
            } else if let reader = readers.first(where: { $0.accepts(name: name, head: head) }) {
                documents = try reader.read(file, options: options)
            } else if FileKind.extension(of: name) == "doc" {
                // Some programs write plain text under this name.
                documents = try PlainTextReader().read(file, options: options)
            } else {
                let kind = FileKind.extension(of: name)
                let isTextless = FileKind.textless.contains(kind)
                throw (isTextless ? Refusal.textless : .noReader(kind)).error(at: file.path)
            }
            return documents.map { $0.located(in: name) }
        } catch {
            var document = DecodedDocument(path: file.path, encoding: "", lines: [], lineCount: 0)
            document.refusal = error
            return [document]
        }
    }
}

extension DecodedDocument {
    init(refused refusal: Refusal, path: String) {
        self.init(path: path, encoding: "", lines: [], lineCount: 0)
        self.refusal = refusal.error(at: path)
    }

    /// The document with the member's name in every line's place.
    fileprivate func located(in member: String) -> DecodedDocument {
        var document = self
        for index in document.lines.indices {
            let place = document.lines[index].locator.map { ", \($0)" } ?? ""
            document.lines[index].locator = "member \(member)\(place)"
        }
        return document
    }
}
