import ReportModel

/// Why a document was not read (拒读原因), in the user's words.
enum Refusal: Error, Hashable {
    case encrypted
    case damaged(String)
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
    case noReader

    init(_ trouble: MarkupTrouble) {
        switch trouble {
        case .malformed(let line):
            self = .damaged(
                wording("标记在第 \(line) 行中断", "its markup breaks off at line \(line)"))
        case .entities: self = .entities
        case .tooDeep(let depth): self = .tooDeep(depth)
        case .tooMany(let count): self = .tooMany(count)
        case .noMemory: self = .noMemory
        case .tooSlow(let seconds): self = .tooSlow(seconds: seconds)
        }
    }

    init(_ trouble: ZipTrouble) {
        switch trouble {
        case .damaged: self = .damaged(wording("压缩数据不完整", "its packed data is not whole"))
        case .encrypted: self = .encrypted
        case .tooManyMembers(let count): self = .tooMany(count)
        case .tooLarge(let bytes): self = .tooLarge(bytes: bytes)
        case .ratio(let ratio): self = .ratio(ratio)
        case .noMemory: self = .noMemory
        }
    }

    /// The error that a reader throws for the file at `path`.
    func error(at path: String) -> IngestError {
        IngestError(place: path, problem: problem, advice: advice)
    }

    private var problem: String {
        switch self {
        case .encrypted: wording("文件已加密", "the file is encrypted")
        case .damaged(let what):
            wording("文件损坏或不完整：\(what)", "the file is damaged or cut short: \(what)")
        case .notThisFormat(let format):
            wording("内容不是 \(format)", "the content is not \(format)")
        case .entities:
            wording("XML 声明了实体，可能是攻击", "its XML declares entities, as attacks do")
        case .tooDeep(let depth):
            wording("嵌套超过 \(depth) 层", "its parts nest more than \(depth) deep")
        case .tooMany(let count):
            wording("组成部分超过 \(count) 个", "it has more than \(count) parts")
        case .tooLarge(let bytes):
            wording("解开后超过 \(bytes >> 20) MB", "it unpacks to more than \(bytes >> 20) MB")
        case .ratio(let ratio):
            wording(
                "压缩比超过 \(ratio)，疑为压缩炸弹",
                "it unpacks to more than \(ratio) times its size, as zip bombs do")
        case .tooSlow(let seconds):
            wording("读取超过 \(seconds) 秒", "reading it took more than \(seconds) seconds")
        case .noMemory: wording("内存不足", "memory ran out")
        case .noTextLayer: wording("没有文字层：扫描件", "no text layer: scan")
        case .noText: wording("没有正文", "it holds no text")
        case .missingCommand(let command, _):
            wording("缺少命令 \(command)", "the command \(command) is not installed")
        case .timeLimit(let command, let seconds):
            wording("\(command) 超过 \(seconds) 秒", "\(command) took more than \(seconds) seconds")
        case .commandFailed(let command, let status):
            wording(
                "\(command) 无法读取（状态 \(status)）", "\(command) cannot read it (status \(status))")
        case .unsafeName:
            wording("成员名指向压缩包之外", "the member's name points outside the archive")
        case .nestedTooDeep:
            wording("压缩包套压缩包超过一层", "archives are nested more than once")
        case .noReader: wording("不认识这种文件", "no reader takes this kind of file")
        }
    }

    private var advice: String? {
        switch self {
        case .encrypted:
            wording("请去掉密码另存一份", "save a copy without the password")
        case .damaged, .notThisFormat, .commandFailed, .timeLimit:
            wording("请用办公软件打开后另存一份", "open it in an office program and save a copy")
        case .missingCommand(_, let package):
            wording("请安装：apt-get install \(package)", "install it: apt-get install \(package)")
        case .tooDeep, .tooMany, .tooLarge, .tooSlow:
            wording("请拆成较小的文件", "split it into smaller files")
        case .noTextLayer: wording("请先做文字识别（OCR）", "run text recognition (OCR) on it first")
        case .nestedTooDeep: wording("请先解开里层的压缩包", "unpack the inner archive first")
        case .unsafeName: wording("请解压检查后重新打包", "unpack it, look, and pack it again")
        case .entities, .ratio, .noMemory, .noText, .noReader: nil
        }
    }
}

/// Runs `body` and gives what it throws the file's name.
func refusing<Value>(
    _ path: String, _ body: () throws(Refusal) -> Value
) throws(IngestError) -> Value {
    do throws(Refusal) {
        return try body()
    } catch {
        throw error.error(at: path)
    }
}
