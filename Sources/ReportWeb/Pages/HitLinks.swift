import Presentation
import ReportModel
import ReportQuery

/// The hits before and after the one that is read (前后命中): a passage's address carries the question it was found by.
struct HitLinks: Sendable {
    /// The question's parameters.
    private let search: Parameters
    private let passage: Parameters
    /// Which hit is read, from 1.
    private let number: Int

    /// `nil` for a passage that was not reached from a list of hits.
    init?(_ visit: Visit) {
        guard let number = visit.parameters.values("hit").last.flatMap({ Int($0) }),
            (1...WebLimits.reach).contains(number)
        else { return nil }
        self.number = number
        let own = Set(PassageRequest.fields.map(\.name))
        var search = Parameters()
        var passage = Parameters()
        for pair in visit.parameters.pairs where pair.name != "hit" {
            if own.contains(pair.name) {
                passage.add(pair.name, pair.value)
            } else {
                search.add(pair.name, pair.value)
            }
        }
        self.search = search
        self.passage = passage
    }

    /// The parameters that are about the passage.
    var passageOnly: Parameters { passage }

    static func address(
        _ reference: PassageReference, _ search: Parameters, _ number: Int, _ links: Links
    ) -> String {
        var parameters = Parameters().setting("passage", reference.place)
        for pair in search.pairs where !["page", "context"].contains(pair.name) {
            parameters.add(pair.name, pair.value)
        }
        return links.to("/passage", parameters.setting("hit", String(number)))
            + "#l\(reference.line)"
    }

    /// - Throws: what the search throws.
    func html(_ visit: Visit) throws -> HTML {
        var request = try SearchRequest(search)
        let page = (number - 1) / request.limit + 1
        var list = request
        list.page = page
        let back = visit.links.to("/search", list.parameters) + "#hit\(number)"
        func link(_ other: Int, _ relation: String, _ label: String) throws -> HTML {
            guard (1...WebLimits.reach).contains(other) else { return "" }
            request.limit = 1
            request.page = other
            let answer = try request.answer(
                using: try visit.engines.search(), in: visit.reading, countsMatches: false)
            guard let hit = answer.hits.first else { return "" }
            let reference = PassageReference(
                passage: hit.passage.id, path: hit.passage.report.path, line: hit.passage.line)
            let address = Self.address(reference, search, other, visit.links)
            return "<a rel=\"\(relation)\" href=\"\(address)\">\(label)</a>"
        }
        return """
            <nav class="pages hits" aria-label="\(wording("命中", "hits"))">\
            \(try link(number - 1, "prev", wording("← 上一条", "← previous hit"))) \
            <a href="\(back)">\(wording("回到第 \(number) 条所在的列表", "back to the list at hit \(number)"))</a> \
            \(try link(number + 1, "next", wording("下一条 →", "next hit →")))</nav>

            """
    }
}
