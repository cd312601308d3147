import Foundation
import ReportModel

/// `zongjie ingest --watch` beside a service (监视进程). It is a process of its own: reading slows no answer down, and a
/// document that ends it does not end the service.
enum WatchingProcess {
    /// How long after its end it is started again.
    private static let pause: UInt32 = 60

    /// Starts it, and again whenever it ends; it ends soon after this process does.
    static func start(_ folders: [String], index: String, meaning: MeaningOptions) {
        let arguments =
            ["ingest", "--watch", "--child", "--prune", "--index", index] + meaning.arguments
            + ["--"] + folders
        Thread.detachNewThread {
            while true {
                let process = Process()
                process.executableURL = URL(fileURLWithPath: executable)
                process.arguments = arguments
                process.standardInput = FileHandle.nullDevice
                do {
                    try process.run()
                    process.waitUntilExit()
                    StandardError.line(
                        wording("监视已中断，一分钟后重新开始", "watching ended; it begins again in a minute"))
                } catch {
                    StandardError.line(String(describing: error))
                }
                sleep(pause)
            }
        }
    }

    /// This program; in a package, what starts it with the package's libraries.
    private static var executable: String {
        let package = ProcessInfo.processInfo.environment["ZONGJIE_PACKAGE"]
        return package.map { $0 + "/bin/zongjie" } ?? Bundle.main.executablePath ?? "zongjie"
    }
}
