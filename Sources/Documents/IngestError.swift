import ReportModel

/// Why a file was skipped: the file, the cause, what to try.
package typealias IngestError = ReportError

extension ReportError {
    /// Whether text may have been lost; a picture or a sound file in a folder is no failure.
    package var isFailure: Bool { refusal != .picture && refusal != .textless }
}
