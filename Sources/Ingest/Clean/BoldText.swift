extension CleanedLine {
    /// The line with what the decoded line says of bold words, where no markup says so already.
    ///
    /// - Parameter length: UTF-8 bytes of the decoded line that are bold from its start.
    func marked(bold length: Int?) -> CleanedLine {
        guard let length, length > 0, markup == .none, !isNoise else { return self }
        var cleaned = length - indent.utf8.count
        for edit in edits where edit.raw.upperBound <= length {
            cleaned = length + edit.cleaned.upperBound - edit.raw.upperBound
        }
        guard cleaned > 0 else { return self }
        var line = self
        line.markup = cleaned >= text.utf8.count ? .bold : .boldLead(cleaned)
        return line
    }
}
