import Foundation
import ReportModel
import TestSupport

@testable import ReportWeb

/// A site asked without a network.
struct TestSite: Sendable {
    let site: Site

    /// The site of `Corpus/`.
    static func corpus() throws -> TestSite {
        TestSite(site: Site(index: try TestIndex.corpus().path, port: 8710, limit: .seconds(60)))
    }

    struct Answer {
        let response: WebResponse
        var status: Int { response.status.rawValue }
        var text: String { String(decoding: response.body, as: UTF8.self) }

        func header(_ name: String) -> String? {
            response.headers.first { $0.name == name }?.value
        }
    }

    func get(_ address: String, headers: [String: String] = [:]) -> Answer {
        send("GET", address, headers: headers)
    }

    func send(
        _ method: String, _ address: String, headers: [String: String] = [:], body: String = ""
    ) -> Answer {
        let parts = address.split(separator: "?", maxSplits: 1).map(String.init)
        var all = ["host": "localhost:8710", "accept-language": "zh-CN,zh;q=0.9"]
        all.merge(headers) { $1 }
        let request = WebRequest(
            method, parts[0], query: parts.count > 1 ? Self.encoded(parts[1]) : "", headers: all,
            body: Array(body.utf8))
        return Answer(response: site.answer(request))
    }

    func post(_ address: String, _ form: String, headers: [String: String] = [:]) -> Answer {
        var all = [
            "origin": "http://localhost:8710", "content-type": "application/x-www-form-urlencoded",
        ]
        all.merge(headers) { $1 }
        return send("POST", address, headers: all, body: form)
    }

    /// Han characters as a browser sends them; what is encoded already stays.
    static func encoded(_ query: String) -> String {
        query.addingPercentEncoding(
            withAllowedCharacters: .init(
                charactersIn: "%=&+-._~:,;/()*"
                    + "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")) ?? query
    }
}
