/// Why a document was not read (拒读原因): a fact, kept as it is and put in words when it is shown.
package enum Refusal: Error, Sendable, Hashable, Codable {
    case encrypted
    /// What a reader says of the damage.
    case damaged(String)
    case brokenMarkup(line: Int)
    case brokenZip
    /// A workbook without a sheet.
    case noSheets
    case notThisFormat(String)
    case entities
    case tooDeep(Int)
    case tooMany(Int)
    case tooLarge(bytes: Int)
    case ratio(Int)
    case tooSlow(seconds: Int)
    case noMemory
    case noTextLayer
    case noText
    case missingCommand(String, package: String)
    case timeLimit(command: String, seconds: Int)
    case commandFailed(String, status: Int)
    case unsafeName
    case nestedTooDeep
    /// The file's extension; empty without one.
    case noReader(String)
    /// A picture that is not asked to be recognised, and a kind that holds no text.
    case picture
    case textless
    case empty
    case blank
    /// The file is larger than the run allows.
    case oversized(bytes: Int, limit: Int)
    case unreadable
    case noFile
    case brokenLink
    case linkLoop
    case noPermission
    case notRegular
    case visitedFolder
    case unknownEncoding(String)
    case undecodable(String)
    case unrecognised
    /// A file that only its name makes a text: `pdf`, `zip`, `office`, `png` …; `nil` when not known.
    case binary(String?)
    /// What the system or a library said.
    case told(String)
}

extension Refusal {
    package var kind: ReportError.Kind {
        switch self {
        case .damaged, .brokenMarkup, .brokenZip, .noSheets, .commandFailed, .empty, .blank,
            .noText,
            .undecodable, .brokenLink, .linkLoop:
            .damaged
        case .encrypted, .notThisFormat, .noTextLayer, .missingCommand, .noReader, .notRegular,
            .unknownEncoding, .unrecognised, .binary, .entities, .unsafeName, .nestedTooDeep,
            .picture, .textless:
            .unsupported
        case .tooDeep, .tooMany, .tooLarge, .ratio, .tooSlow, .noMemory, .timeLimit, .oversized:
            .limit
        case .unreadable, .noPermission: .permission
        case .noFile: .notFound
        case .visitedFolder, .told: .other
        }
    }

    /// Whether the same file may be read the next time: the disk, the share or a command failed, not the document.
    package var isPassing: Bool {
        switch self {
        case .noMemory, .unreadable, .noPermission, .timeLimit, .missingCommand, .told: true
        default: false
        }
    }

    /// What is wrong, in words.
    package func problem(in language: MessageLanguage = .current) -> String {
        func say(_ chinese: String, _ english: String) -> String {
            language == .chinese ? chinese : english
        }
        return switch self {
        case .encrypted: say("文件已加密", "the file is encrypted")
        case .damaged(let what):
            say("文件损坏或不完整：\(what)", "the file is damaged or cut short: \(what)")
        case .brokenMarkup(let line):
            say(
                "文件损坏或不完整：标记在第 \(line) 行中断",
                "the file is damaged or cut short: its markup breaks off at line \(line)")
        case .brokenZip:
            say(
                "文件损坏或不完整：压缩数据不完整",
                "the file is damaged or cut short: its packed data is not whole")
        case .noSheets:
            say("文件损坏或不完整：没有工作表", "the file is damaged or cut short: it has no sheets")
        case .notThisFormat(let format): say("内容不是 \(format)", "the content is not \(format)")
        case .entities: say("XML 声明了实体，可能是攻击", "its XML declares entities, as attacks do")
        case .tooDeep(let depth): say("嵌套超过 \(depth) 层", "its parts nest more than \(depth) deep")
        case .tooMany(let count):
            say("组成部分超过 \(count) 个", "it has more than \(count) parts")
        case .tooLarge(let bytes):
            say("解开后超过 \(bytes >> 20) MB", "it unpacks to more than \(bytes >> 20) MB")
        case .ratio(let ratio):
            say(
                "压缩比超过 \(ratio)，疑为压缩炸弹",
                "it unpacks to more than \(ratio) times its size, as zip bombs do")
        case .tooSlow(let seconds):
            say("读取超过 \(seconds) 秒", "reading it took more than \(seconds) seconds")
        case .noMemory: say("内存不足", "memory ran out")
        case .noTextLayer: say("没有文字层：扫描件", "no text layer: scan")
        case .noText: say("没有正文", "it holds no text")
        case .missingCommand(let command, _):
            say("缺少命令 \(command)", "the command \(command) is not installed")
        case .timeLimit(let command, let seconds):
            say("\(command) 超过 \(seconds) 秒", "\(command) took more than \(seconds) seconds")
        case .commandFailed(let command, let status):
            say("\(command) 无法读取（状态 \(status)）", "\(command) cannot read it (status \(status))")
        case .unsafeName: say("成员名指向压缩包之外", "the member's name points outside the archive")
        case .nestedTooDeep: say("压缩包或邮件套得太深", "archives or letters are nested too deep")
        case .noReader(""): say("没有读取这种文件的办法", "no reader takes this kind of file")
        case .noReader(let kind): say("没有读取 .\(kind) 文件的办法", "no reader takes .\(kind) files")
        case .picture: say("是图片，未做文字识别", "a picture, whose text was not recognised")
        case .textless: say("这种文件没有文字", "this kind of file holds no text")
        case .empty: say("文件是空的", "the file is empty")
        case .blank: say("文件里只有空白", "the file holds nothing but white space")
        case .oversized(let bytes, let limit):
            say(
                "文件有 \(bytes >> 20) MB，超过上限 \(limit >> 20) MB",
                "the file has \(bytes >> 20) MB, the limit is \(limit >> 20) MB")
        case .unreadable: say("读不了", "cannot be read")
        case .noFile: say("没有这个文件", "no such file")
        case .brokenLink: say("链接已断", "a broken link")
        case .linkLoop: say("链接成环", "a loop of links")
        case .noPermission: say("没有权限", "permission denied")
        case .notRegular: say("不是普通文件（设备、管道或套接字）", "not a regular file")
        case .visitedFolder:
            say("文件夹已经读过（链接成环或重复）", "folder already visited (a link loop or a repeat)")
        case .unknownEncoding(let name): say("不认识编码 \(name)", "unknown encoding \(name)")
        case .undecodable(let name): say("按 \(name) 无法解码", "cannot be decoded as \(name)")
        case .unrecognised:
            say("认不出字符编码，或字节已损坏", "the encoding is not recognised, or bytes are damaged")
        case .binary(let kind?):
            say("不是文本文件（\(Self.chinese(kind))）", "not a text file (\(kind))")
        case .binary(nil): say("是二进制文件", "a binary file")
        case .told(let words): words
        }
    }

    private static func chinese(_ binary: String) -> String {
        switch binary {
        case "ZIP or Office": "压缩包或 Office 文档"
        case "old Office document": "旧版 Office 文档"
        case "PNG image": "PNG 图片"
        case "JPEG image": "JPEG 图片"
        case "GIF image": "GIF 图片"
        case "gzip": "gzip 压缩文件"
        case "RAR": "RAR 压缩包"
        case "program": "可执行程序"
        default: binary
        }
    }

    /// What to try, in words; `nil` when there is nothing to try.
    package func advice(in language: MessageLanguage = .current) -> String? {
        func say(_ chinese: String, _ english: String) -> String {
            language == .chinese ? chinese : english
        }
        return switch self {
        case .encrypted: say("请去掉密码另存一份", "save a copy without the password")
        case .damaged, .brokenMarkup, .brokenZip, .noSheets, .notThisFormat, .commandFailed,
            .timeLimit:
            say("请用办公软件打开后另存一份", "open it in an office program and save a copy")
        case .missingCommand(_, ""): say("请检查 --ocr-command", "check --ocr-command")
        case .missingCommand(_, let package):
            say("请安装：apt-get install \(package)", "install it: apt-get install \(package)")
        case .tooDeep, .tooMany, .tooLarge, .tooSlow:
            say("请拆成较小的文件", "split it into smaller files")
        case .noTextLayer, .picture:
            say("可用 ingest --ocr 识别（OCR）", "recognise it with ingest --ocr")
        case .noReader: say("请另存为 docx、pdf 或 txt", "save it as docx, pdf or txt")
        case .nestedTooDeep: say("请先取出里层的文件", "take the inner file out first")
        case .unsafeName: say("请解压检查后重新打包", "unpack it, look, and pack it again")
        case .oversized: say("请用 --max-size 放宽上限", "raise the limit with --max-size")
        case .unreadable: say("请检查权限", "check its permissions")
        case .unknownEncoding:
            say(
                "可用 UTF-8、GB18030、Big5、UTF-16LE、UTF-16BE 等",
                "use UTF-8, GB18030, Big5, UTF-16LE, UTF-16BE or another ICU name")
        case .undecodable: say("请换一个 --encoding", "try another --encoding")
        case .unrecognised:
            say("请用 --encoding 指定，或另存为 UTF-8", "name it with --encoding, or save the file as UTF-8")
        case .entities, .ratio, .noMemory, .noText, .textless, .empty, .blank, .noFile,
            .brokenLink, .linkLoop, .noPermission, .notRegular, .visitedFolder, .binary, .told:
            nil
        }
    }
}
