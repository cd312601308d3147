import Foundation
import ReportIndex
import ReportModel

/// Asks a newcomer where the reports are (首次设置).
enum FolderQuestion {
    /// Whether there is a person to ask.
    static var canBeAsked: Bool { isatty(STDIN_FILENO) == 1 && Terminal.isErrorInteractive }

    /// The folder, which is remembered; `nil` when there is nobody to ask, or the person has no answer. What is no folder
    /// is told, and asked again.
    static func ask(_ folders: ReportFolders) throws(ReportError) -> String? {
        while canBeAsked {
            StandardError.write(
                wording(
                    "工作总结放在哪个文件夹？（可把文件夹拖到这里，直接回车则不设）",
                    "Which folder are the reports in? (drop it here; an empty line leaves it open) "
                ))
            guard let answer = readLine(), answer.contains(where: { !$0.isWhitespace }) else {
                return nil
            }
            do throws(ReportError) {
                return try folders.add(answer)
            } catch {
                guard error.kind == .usage else { throw error }
                StandardError.line(error.description)
            }
        }
        return nil
    }
}
