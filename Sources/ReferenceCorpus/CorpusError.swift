import ReportModel

/// What keeps a corpus from being built, read or exported: the place, the cause, what to try.
package typealias CorpusError = ReportError
