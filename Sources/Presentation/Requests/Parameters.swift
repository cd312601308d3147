import Foundation

/// Named values in the order they were given (参数): what an address says after `?`, or a command's options.
package struct Parameters: Sendable, Hashable {
    package struct Pair: Sendable, Hashable {
        package let name: String
        package let value: String
    }

    package private(set) var pairs: [Pair] = []

    package init() {}

    /// The part of an address after `?`: `q=%E7%BB%B4%E6%9D%83&year=2018`. `+` is a blank; what is not UTF-8
    /// is left out.
    package init(address: String) {
        for piece in address.split(separator: "&") {
            let sides = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let decoded = sides.map {
                $0.replacing("+", with: " ").removingPercentEncoding
            }
            guard let name = decoded[0], !name.isEmpty else { continue }
            if decoded.count == 1 {
                add(name, "")
            } else if let value = decoded[1] {
                add(name, value)
            }
        }
    }

    /// The parameters as the part of an address after `?`.
    package var address: String {
        pairs.map { "\(Self.encode($0.name))=\(Self.encode($0.value))" }.joined(separator: "&")
    }

    package mutating func add(_ name: String, _ value: String) {
        pairs.append(Pair(name: name, value: value))
    }

    /// The parameters without those of a name.
    package func removing(_ name: String) -> Parameters {
        var other = self
        other.pairs.removeAll { $0.name == name }
        return other
    }

    /// The parameters with one value in place of those of a name.
    package func setting(_ name: String, _ value: String) -> Parameters {
        var other = removing(name)
        other.add(name, value)
        return other
    }

    package func values(_ name: String) -> [String] {
        pairs.filter { $0.name == name }.map(\.value)
    }

    private static let plain = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:,")

    private static func encode(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
    }
}
