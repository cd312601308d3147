import Foundation
import ReportModel

/// Whose a basket is (摘录的主人): a person's, or, where nobody logs in, a browser's.
enum BasketOwner: Sendable, Hashable {
    case person(String)
    /// The browser's own secret, from its cookie.
    case browser(String)

    static let cookie = "zongjie-browser"

    /// The browser's part of a cookie that can be one.
    init?(browser id: String?) {
        guard let id, (16...64).contains(id.utf8.count),
            id.utf8.allSatisfy({
                (0x30...0x39).contains($0) || (0x41...0x5A).contains($0)
                    || (0x61...0x7A).contains($0)
                    || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
            })
        else { return nil }
        self = .browser(id)
    }

    /// The name of the basket's file: letters and digits, whatever the person is called.
    var fileName: String {
        switch self {
        case .person(let name):
            "person-" + name.utf8.map { String($0, radix: 16) }.joined() + ".json"
        case .browser(let id): "browser-" + id + ".json"
        }
    }
}

/// Passages that somebody collected, in their order (摘录).
struct Basket: Sendable, Hashable, Codable {
    struct Item: Sendable, Hashable, Codable {
        /// `PATH:LINE`.
        let place: String
        /// The passage's text when it was collected: by it a passage is known to be the same.
        let text: String
        var note = ""
    }

    private(set) var items: [Item] = []

    static let mostItems = 200
    static let longestNote = 2_000

    /// - Throws: `WebError` when it is full. What is in it already stays as it is.
    mutating func add(_ item: Item) throws(WebError) {
        guard !items.contains(where: { $0.place == item.place }) else { return }
        guard items.count < Self.mostItems else {
            throw WebError(
                .contentTooLarge, wording("摘录", "basket"),
                wording(
                    "已有 \(Self.mostItems) 段，满了", "it holds \(Self.mostItems) passages and is full"),
                wording("请先导出并清空", "export and empty it first"))
        }
        items.append(item)
    }

    mutating func remove(_ place: String) { items.removeAll { $0.place == place } }

    mutating func clear() { items = [] }

    /// Moves an item a place up or down.
    mutating func move(_ place: String, by step: Int) {
        guard let from = items.firstIndex(where: { $0.place == place }) else { return }
        let to = from + step
        guard items.indices.contains(to) else { return }
        items.swapAt(from, to)
    }

    mutating func note(_ place: String, _ note: String) {
        guard let at = items.firstIndex(where: { $0.place == place }) else { return }
        items[at].note = String(note.prefix(Self.longestNote))
    }
}

/// Baskets in a folder beside the index, a file each (摘录的存放).
struct BasketStore: Sendable {
    private let folder: String
    /// Baskets of browsers that are kept; the longest untouched gives way.
    private static let mostFiles = 500

    init(beside index: String) {
        folder = index + ".baskets"
    }

    /// - Throws: `ReportError` when there is one and it cannot be read.
    func basket(of owner: BasketOwner) throws(ReportError) -> Basket {
        try Self.decoded(try file(owner).read(), file(owner).path)
    }

    func change(
        of owner: BasketOwner, _ edit: (inout Basket) throws(WebError) -> Void
    ) throws -> Basket {
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw file(owner).trouble() }
        makeRoom(for: owner)
        let file = file(owner)
        var refused: WebError?
        var basket = Basket()
        try file.change { data throws(ReportError) in
            let before = try Self.decoded(data, file.path)
            basket = before
            do throws(WebError) {
                try edit(&basket)
            } catch {
                refused = error
                return nil
            }
            return basket == before ? nil : try? JSONEncoder().encode(basket)
        }
        if let refused { throw refused }
        return basket
    }

    private func file(_ owner: BasketOwner) -> PrivateFile {
        PrivateFile(path: folder + "/" + owner.fileName)
    }

    private static func decoded(_ data: Data?, _ path: String) throws(ReportError) -> Basket {
        guard let data else { return Basket() }
        do {
            return try JSONDecoder().decode(Basket.self, from: data)
        } catch {
            throw ReportError(
                .damaged, place: path, problem: wording("不是摘录文件", "it is not a basket"),
                advice: wording("请移走它", "move it away"))
        }
    }

    /// Browsers come and go: a new one's basket takes the place of the one longest untouched.
    private func makeRoom(for owner: BasketOwner) {
        let files = FileManager.default
        guard case .browser = owner, !files.fileExists(atPath: file(owner).path),
            let names = try? files.contentsOfDirectory(atPath: folder)
        else { return }
        let browsers = names.filter { $0.hasPrefix("browser-") }
        guard browsers.count >= Self.mostFiles else { return }
        let dated = browsers.map { name in
            let path = folder + "/" + name
            let date = (try? files.attributesOfItem(atPath: path))?[.modificationDate] as? Date
            return (path, date ?? .distantPast)
        }
        if let oldest = dated.min(by: { $0.1 < $1.1 }) { try? files.removeItem(atPath: oldest.0) }
    }
}
