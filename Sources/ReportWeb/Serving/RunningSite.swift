import FlyingSocks
import Foundation

/// A site that runs already (已在运行的服务): who clicks its icon twice wants to see it, not another.
package enum RunningSite {
    /// Whether a site of this program answers at an address.
    package static func answers(at address: ListenAddress) async -> Bool {
        guard let socket = try? await connected(to: address) else { return false }
        defer { try? socket.close() }
        let request =
            "GET /icon.svg HTTP/1.1\r\nHost: localhost:\(address.port)\r\nConnection: close\r\n\r\n"
        let icon = SiteFile.text("icon.svg") ?? ""
        var answer: [UInt8] = []
        do {
            try await socket.write(Data(request.utf8))
            while answer.count < 1 << 14, !String(decoding: answer, as: UTF8.self).contains(icon) {
                answer += try await socket.read(atMost: 1 << 12)
            }
        } catch {
            // It ended, or is no site.
        }
        return String(decoding: answer, as: UTF8.self).contains(icon)
    }

    private static func connected(to address: ListenAddress) async throws -> AsyncSocket {
        switch try address.socket() {
        case let four as sockaddr_in: try await AsyncSocket.connected(to: four, timeout: 2)
        case let six as sockaddr_in6: try await AsyncSocket.connected(to: six, timeout: 2)
        default: throw SocketError.disconnected
        }
    }
}
