import GRDB
import ReportModel

extension ReportError {
    /// Whether the file contradicts itself.
    var isDamage: Bool { kind == .damaged }

    /// What SQLite said, with the advice that fits its code.
    package init(place: String, cause: any Error) {
        if let known = cause as? ReportError {
            self = known
            return
        }
        var code = (cause as? DatabaseError)?.resultCode
        // What is shared beside the log could not grow: SQLite knows no better name for it.
        if (cause as? DatabaseError)?.extendedResultCode == .SQLITE_IOERR_SHMSIZE {
            code = .SQLITE_FULL
        }
        let (kind, advice): (Kind, String?) =
            switch code {
            case .SQLITE_FULL:
                (.full, wording("磁盘已满，请腾出空间后重试", "the disk is full: free some space and repeat"))
            case .SQLITE_BUSY, .SQLITE_LOCKED:
                (
                    .busy,
                    wording(
                        "另一个程序正在写索引，请稍后重试", "another program is writing the index: repeat later")
                )
            case .SQLITE_CORRUPT:
                (
                    .damaged,
                    wording(
                        "索引已损坏：运行 zongjie rebuild；若不行，加 --salvage 取出还读得出的认定与语料库",
                        "the index is damaged: run zongjie rebuild; if that fails, add --salvage to keep the decisions and corpora that can still be read"
                    )
                )
            case .SQLITE_NOTADB:
                (
                    .damaged,
                    wording(
                        "这不是索引，或开头已毁：若有备份请恢复，否则移走该文件后重新 ingest",
                        "it is no index, or its beginning is destroyed: put a backup back, or move the file away and ingest again"
                    )
                )
            case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM:
                (.permission, wording("请检查文件与目录的权限", "check the permissions of file and folder"))
            case .SQLITE_IOERR: (.other, wording("请检查磁盘", "check the disk"))
            default: (.other, nil)
            }
        self.init(
            kind, place: place,
            problem: (cause as? DatabaseError)?.message ?? String(describing: cause),
            advice: advice)
    }
}
