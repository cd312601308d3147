/// An error that says *place: what is wrong; what to try* (出错位置、原因、办法).
package protocol PlacedError: Error, CustomStringConvertible {
    /// The file, line, option or query the trouble is in.
    var place: String { get }
    /// What is wrong there.
    var problem: String { get }
    /// What to try; `nil` when there is nothing to try.
    var advice: String? { get }
}

extension PlacedError {
    package var description: String {
        guard let advice else { return "\(place): \(problem)" }
        return "\(place): \(problem); \(advice)"
    }
}
