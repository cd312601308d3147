import ReportModel

/// Why a file was skipped: the file, the cause, what to try.
package typealias IngestError = ReportError
