import Foundation

/// The language messages are written in, from the environment's locale.
package enum MessageLanguage: Sendable {
    case chinese, english

    /// Chinese for a Chinese locale (`LC_ALL`, `LC_MESSAGES`, `LANG`, in that order), else English.
    package static let current: MessageLanguage = {
        let environment = ProcessInfo.processInfo.environment
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
            .compactMap { environment[$0] }.first { !$0.isEmpty }
        return locale?.hasPrefix("zh") == true ? .chinese : .english
    }()
}

/// A message in both languages; yields the one for the current locale.
package func wording(_ chinese: @autoclosure () -> String, _ english: @autoclosure () -> String)
    -> String
{
    switch MessageLanguage.current {
    case .chinese: chinese()
    case .english: english()
    }
}
