import Foundation

/// The language messages are written in, from the environment's locale.
package enum MessageLanguage: Sendable {
    case chinese, english

    /// The language of the task's answers: the environment's, unless a task is given another
    /// (`$current.withValue`), as a page does for each reader.
    @TaskLocal package static var current = ofEnvironment

    /// Chinese for a Chinese locale (`LC_ALL`, `LC_MESSAGES`, `LANG`, in that order), else English.
    private static let ofEnvironment: MessageLanguage = {
        let environment = ProcessInfo.processInfo.environment
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
            .compactMap { environment[$0] }.first { !$0.isEmpty }
        return locale?.hasPrefix("zh") == true ? .chinese : .english
    }()
}

/// A message in both languages; yields the one answers are written in.
package func wording(_ chinese: @autoclosure () -> String, _ english: @autoclosure () -> String)
    -> String
{
    switch MessageLanguage.current {
    case .chinese: chinese()
    case .english: english()
    }
}
