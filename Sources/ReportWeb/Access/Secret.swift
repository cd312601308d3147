import CPassword
import Foundation
import ReportModel

/// The hash of a secret that somebody else keeps (口令散列), with the public half by which it is found. The secret
/// has 256 bits of the system's randomness: it cannot be guessed, and the hash does not give it away.
struct Secret: Sendable, Hashable, Codable {
    /// The token's first part.
    let id: String
    /// crypt(5) of its second.
    let hash: String

    private static let idBytes = 9
    private static let secretBytes = 32

    /// A new token and what is kept of it.
    ///
    /// - Throws: `ReportError` when the system gives no randomness or knows no hash.
    static func make() throws(ReportError) -> (token: String, secret: Secret) {
        let id = try random(idBytes)
        let rest = try random(secretBytes)
        var hash = [CChar](repeating: 0, count: 512)
        guard cpassword_hash(rest, &hash, hash.count) else { throw trouble }
        let kept = String(decoding: hash.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
        return (id + "." + rest, Secret(id: id, hash: kept))
    }

    /// Whether a token is the one. Only one whose first part is known costs a hash (milliseconds).
    func matches(_ token: String) -> Bool {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0] == id, parts[1].utf8.count < 100 else { return false }
        return cpassword_matches(String(parts[1]), hash)
    }

    /// Base64 for addresses (RFC 4648, 5).
    static func random(_ count: Int) throws(ReportError) -> String {
        var bytes = [UInt8](repeating: 0, count: count)
        guard cpassword_random(&bytes, count) else { throw trouble }
        return Data(bytes).base64EncodedString().replacing("+", with: "-")
            .replacing("/", with: "_").replacing("=", with: "")
    }

    private static var trouble: ReportError {
        ReportError(
            .unsupported, place: wording("口令", "secret"),
            problem: wording("系统不能生成", "the system cannot make one"))
    }
}
