import Foundation
import Presentation
import ReferenceCorpus
import ReportIndex
import ReportModel

/// What a form does to a basket (摘录的改动).
enum BasketChange {
    /// Does what a form says and sends the browser back to where it came from. A script gets the number of passages.
    ///
    /// - Throws: `WebError` for a form that says nothing or a full basket, and what the store throws.
    static func response(
        _ request: WebRequest, _ visit: Visit, _ store: BasketStore, _ owner: BasketOwner
    ) throws -> WebResponse {
        let form = request.form
        func value(_ name: String) -> String? { form.values(name).last }
        let place = value("place") ?? ""
        var back = back(value("back")) ?? visit.links.to("/basket")
        if value("freeze") != nil {
            try freeze(value("name") ?? "", visit)
            return .seeOther(visit.links.to("/basket", "frozen", value("name") ?? ""))
        }
        let added = value("add") == nil ? nil : try item(place, visit)
        let basket = try store.change(of: owner) { basket throws(WebError) in
            if let added {
                try basket.add(added)
            } else if value("remove") != nil {
                basket.remove(place)
            } else if value("clear") != nil {
                basket.clear()
            } else if value("up") != nil {
                basket.move(place, by: -1)
            } else if value("down") != nil {
                basket.move(place, by: 1)
            } else if value("save") == nil {
                throw WebError(
                    .badRequest, wording("摘录", "basket"),
                    wording("表单没有说要做什么", "the form does not say what to do"),
                    "add, remove, up, down, save, clear, freeze")
            }
            // Whatever button was pressed, a note that was written is kept.
            if let note = value("note") { basket.note(place, note) }
        }
        if request.headers["accept"]?.hasPrefix("application/json") == true {
            return WebResponse(
                type: "application/json; charset=utf-8",
                RecordValue.object([.init("count", .integer(basket.items.count))]).json + "\n")
        }
        if let at = basket.items.firstIndex(where: { $0.place == place }), value("add") == nil {
            back += "#b\(at + 1)"
        }
        return .seeOther(back)
    }

    private static func item(_ place: String, _ visit: Visit) throws -> Basket.Item {
        guard let passage = try visit.reading.passage(named: place) else {
            throw WebError(
                .notFound, place, wording("没有这个段落", "there is no such passage"),
                wording("索引可能已变，请重新检索", "the index may have changed: search again"))
        }
        return Basket.Item(
            place: "\(passage.report.path):\(passage.line)", text: passage.text)
    }

    /// An address of this site, not of another.
    static func back(_ address: String?) -> String? {
        guard let address, address.hasPrefix("/"), !address.hasPrefix("//"),
            address.utf8.count <= WebLimits.address,
            address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
        else { return nil }
        return address
    }

    private static func freeze(_ name: String, _ visit: Visit) throws {
        // Who reads must not wait for who writes: while reports are read in, the form says so.
        let writer = try SelectionWriter(path: visit.indexPath) { _ in false }
        let reading = try writer.reading(within: .seconds(10))
        guard try reading.selection(name) == nil else {
            throw ReportError(
                place: name, problem: wording("已有同名语料库", "there is a corpus of that name"),
                advice: wording("换个名字", "take another name"))
        }
        let passages = try visit.basket.items.compactMap { item -> Int64? in
            guard let found = try reading.passage(named: item.place), found.text == item.text else {
                return nil
            }
            return found.id
        }
        try writer.write(
            try SelectionBuilder(CorpusIndex(reading)).choose(
                name: name, passages, made: Date.now.formatted(.iso8601),
                tool: ToolVersion.current))
    }
}
