import FlyingSocks
import Foundation
import ReportModel

/// Where a service listens (监听地址): an IP address of this machine and a port.
package struct ListenAddress: Sendable, Hashable {
    package let address: String
    package let port: UInt16

    package static func loopback(port: UInt16) -> ListenAddress {
        ListenAddress(address: "127.0.0.1", port: port)
    }

    private init(address: String, port: UInt16) {
        self.address = address
        self.port = port
    }

    /// Reads `ADDRESS` or `ADDRESS:PORT`; of IPv6 the address with a port stands in brackets.
    ///
    /// - Throws: `ReportError` for what is no IP address or no port.
    package init(parsing text: String, port: UInt16) throws(ReportError) {
        var address = text == "localhost" ? "127.0.0.1" : text
        var port: UInt16? = port
        if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
            address = String(text[text.index(after: text.startIndex)..<end])
            let rest = text[text.index(after: end)...]
            if rest.hasPrefix(":") {
                port = UInt16(rest.dropFirst())
            } else if !rest.isEmpty {
                port = nil
            }
        } else if text.count(where: { $0 == ":" }) == 1, let colon = text.firstIndex(of: ":") {
            address = String(text[..<colon])
            if address == "localhost" { address = "127.0.0.1" }
            port = UInt16(text[text.index(after: colon)...])
        }
        guard let port, Self.isIPv4(address) || Self.isIPv6(address) else {
            throw ReportError(
                place: text, problem: wording("不是监听地址", "is no address to listen on"),
                advice: wording(
                    "写 IP 地址:端口，如 0.0.0.0:8080 或 [::]:8080",
                    "write IP:PORT, such as 0.0.0.0:8080 or [::]:8080"))
        }
        self.address = address
        self.port = port
    }

    /// Whether only this machine can reach it.
    package var isLoopback: Bool {
        address == "::1" || (Self.isIPv4(address) && address.hasPrefix("127."))
    }

    /// The address as a browser of this machine opens it, or of another when `host` says how.
    package func web(host: String? = nil) -> String {
        let shown =
            host ?? (isLoopback ? "localhost" : Self.isIPv4(address) ? address : "[\(address)]")
        return "http://\(shown):\(port)/"
    }

    static func isIPv4(_ text: String) -> Bool {
        var bytes = in_addr()
        return inet_pton(AF_INET, text, &bytes) == 1
    }

    static func isIPv6(_ text: String) -> Bool {
        var bytes = in6_addr()
        return inet_pton(AF_INET6, text, &bytes) == 1
    }

    /// - Throws: what the socket library says of the address.
    func socket() throws -> any SocketAddress {
        if Self.isIPv4(address) { return try sockaddr_in.inet(ip4: address, port: port) }
        return try sockaddr_in6.inet6(ip6: address, port: port)
    }
}
