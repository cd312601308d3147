import CXML

/// One step through an XML or HTML document (标记事件).
enum MarkupEvent: Sendable, Hashable {
    /// Attribute names and values in document order.
    case start(name: String, attributes: MarkupAttributes)
    case end(name: String)
    case text(String)
}

/// The attributes of one element; few, so a list is faster than a dictionary.
struct MarkupAttributes: Sendable, Hashable {
    var pairs: [(name: String, value: String)] = []

    subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }

    static func == (left: Self, right: Self) -> Bool {
        left.pairs.elementsEqual(right.pairs) { $0.name == $1.name && $0.value == $1.value }
    }

    func hash(into hasher: inout Hasher) {
        for pair in pairs {
            hasher.combine(pair.name)
            hasher.combine(pair.value)
        }
    }
}

/// Why a document's markup was refused.
enum MarkupTrouble: Error, Hashable {
    case malformed(line: Int)
    case entities
    case tooDeep(Int)
    case tooMany(Int)
    case noMemory
    case tooSlow(Int)
}

/// libxml2's SAX parsers (标记解析): no tree, no network, no external files, no entities.
struct MarkupParser: ~Copyable {
    /// XML elements may nest as deep as libxml2 itself allows.
    static let xmlDepth = 256
    /// Saved web pages forget to close elements and nest by mistake.
    static let htmlDepth = 1_024
    /// Elements, ends and texts of one document.
    static let eventLimit = 30_000_000
    /// A page is held as a tree, so it gets fewer.
    static let pageEventLimit = 1_000_000

    /// `nil` without memory, which the first use reports.
    private let parser: OpaquePointer?
    /// What one document may take.
    static let seconds = 6

    private let depth: Int
    private let events: Int

    /// - Parameter namespaces: pairs of namespace and the prefix its names are to be written with,
    ///   whatever the document uses.
    init(
        depth: Int = xmlDepth, events: Int = eventLimit,
        namespaces: [(uri: StaticString, prefix: StaticString)] = []
    ) {
        let parser = cxml_open(UInt32(depth), UInt32(events), Double(Self.seconds))
        self.parser = parser
        self.depth = depth
        self.events = events
        guard let parser else { return }
        for namespace in namespaces {
            // A static string lives as long as the process, which is what the parser asks for.
            namespace.uri.utf8Start.withMemoryRebound(to: CChar.self, capacity: 1) { uri in
                namespace.prefix.utf8Start.withMemoryRebound(to: CChar.self, capacity: 1) {
                    cxml_namespace(parser, uri, $0)
                }
            }
        }
    }

    deinit { cxml_close(parser) }

    /// Parses the next bytes of an XML document and hands their events on.
    func feed(
        _ bytes: ArraySlice<UInt8>, last: Bool, each: (MarkupEvent) -> Void
    ) throws(MarkupTrouble) {
        guard let parser else { throw .noMemory }
        let state = bytes.withUnsafeBufferPointer {
            cxml_feed(parser, $0.baseAddress, $0.count, last)
        }
        drain(parser, each)
        try check(state, parser)
    }

    /// Parses a whole XML document.
    static func parse(
        _ bytes: [UInt8], namespaces: [(uri: StaticString, prefix: StaticString)] = [],
        _ each: (MarkupEvent) -> Void
    ) throws(MarkupTrouble) {
        let parser = MarkupParser(namespaces: namespaces)
        for start in stride(from: 0, to: bytes.count, by: 1 << 16) {
            let end = min(start + 1 << 16, bytes.count)
            try parser.feed(bytes[start..<end], last: false, each: each)
        }
        try parser.feed([], last: true, each: each)
    }

    /// Parses a whole page, which must be UTF-8 whatever it says of itself.
    func page(_ bytes: [UInt8], each: (MarkupEvent) -> Void) throws(MarkupTrouble) {
        guard let parser else { throw .noMemory }
        let state = cxml_html(parser, bytes, bytes.count)
        drain(parser, each)
        try check(state, parser)
    }

    private func check(_ state: Int32, _ parser: OpaquePointer) throws(MarkupTrouble) {
        switch Int(state) {
        case cxml_fine: return
        case cxml_entities: throw .entities
        case cxml_too_deep: throw .tooDeep(depth)
        case cxml_too_many: throw .tooMany(events)
        case cxml_no_memory: throw .noMemory
        case cxml_too_slow: throw .tooSlow(Self.seconds)
        default: throw .malformed(line: Int(cxml_line(parser)))
        }
    }

    // The bridge: pointers into the parser's buffers are valid until its next call and do not
    // leave this function.
    private func drain(_ parser: OpaquePointer, _ each: (MarkupEvent) -> Void) {
        let events = UnsafeBufferPointer(start: cxml_events(parser), count: cxml_count(parser))
        let attributes = cxml_attributes(parser)
        let bytes = cxml_bytes(parser)
        func string(_ slice: cxml_slice) -> String {
            String(
                decoding: UnsafeBufferPointer(
                    start: bytes.map { $0 + Int(slice.offset) }, count: Int(slice.length)),
                as: UTF8.self)
        }
        for event in events {
            let text = string(event.text)
            switch Int(event.kind) {
            case cxml_start:
                var pairs = MarkupAttributes()
                for index in 0..<Int(event.attributes) {
                    guard let pair = attributes.map({ $0 + Int(event.first_attribute) + 2 * index })
                    else { break }
                    pairs.pairs.append((string(pair[0]), string(pair[1])))
                }
                each(.start(name: text, attributes: pairs))
            case cxml_end: each(.end(name: text))
            default: each(.text(text))
            }
        }
    }
}
