/// The text objects of a page with their places (文字对象; GB/T 33190, 11), in points.
struct OFDContent {
    private(set) var box: [Double]
    /// The words in the order of the content.
    var words: [PDFWord] = []
    private(set) var templates: [String] = []
    private(set) var hasPictures = false
    private(set) var unknownSymbols = 0

    private struct TextObject {
        var left = 0.0
        var top = 0.0
        var size = 0.0
        /// a b c d e f of the transformation.
        var matrix = [1.0, 0, 0, 1, 0, 0]
    }

    private struct TextCode {
        var x = 0.0
        var y = 0.0
        var steps: [Double] = []
        var text = ""
    }

    private var object: TextObject?
    private var code: TextCode?
    private var last = (0.0, 0.0)
    private var isBox = false
    private static let wordLimit = 200_000
    private static let points = 72 / 25.4

    init(box: [Double]) { self.box = box }

    mutating func take(_ event: MarkupEvent) {
        switch event {
        case .start(let name, let attributes): start(name, attributes)
        case .text(let text):
            if code != nil {
                code?.text += text
            } else if isBox {
                let numbers = Self.numbers(text)
                if numbers.count == 4 { box = numbers }
            }
        case .end("ofd:TextCode"):
            if let object, let code { add(code, of: object) }
            code = nil
        case .end("ofd:TextObject"): object = nil
        case .end("ofd:PhysicalBox"): isBox = false
        case .end: break
        }
    }

    private mutating func start(_ name: String, _ attributes: MarkupAttributes) {
        switch name {
        case "ofd:Template": attributes["TemplateID"].map { templates.append($0) }
        case "ofd:PhysicalBox": isBox = true
        case "ofd:ImageObject": hasPictures = true
        case "ofd:TextObject":
            var text = TextObject()
            let bounds = Self.numbers(attributes["Boundary"] ?? "")
            if bounds.count == 4 { (text.left, text.top) = (bounds[0], bounds[1]) }
            text.size = Self.numbers(attributes["Size"] ?? "").first ?? 4
            let matrix = Self.numbers(attributes["CTM"] ?? "")
            if matrix.count == 6 { text.matrix = matrix }
            object = attributes["Visible"] == "false" ? nil : text
            last = (0, 0)
        case "ofd:TextCode":
            guard object != nil else { return }
            // Without a place of its own a piece goes on where the object's last one began.
            let x = Self.numbers(attributes["X"] ?? "").first ?? last.0
            let y = Self.numbers(attributes["Y"] ?? "").first ?? last.1
            last = (x, y)
            code = TextCode(x: x, y: y, steps: Self.steps(attributes["DeltaX"] ?? ""))
        default: break
        }
    }

    /// Numbers between blanks; what is none is left out.
    static func numbers(_ text: String) -> [Double] {
        text.split { $0 == " " || $0 == "," || $0.isNewline }.compactMap { Double($0) }
            .filter { $0.isFinite && abs($0) < 1e6 }
    }

    /// The steps from character to character; `g 3 5.6` repeats one three times.
    private static func steps(_ text: String) -> [Double] {
        var steps: [Double] = []
        var fields = text.split(separator: " ")[...]
        while let field = fields.popFirst(), steps.count < 10_000 {
            if field == "g", let count = fields.popFirst().flatMap({ Int($0) }),
                let step = fields.popFirst().flatMap({ Double($0) }), step.isFinite
            {
                steps += Array(repeating: step, count: max(0, min(count, 10_000)))
            } else if let step = Double(field), step.isFinite {
                steps.append(step)
            }
        }
        return steps
    }

    /// Cuts a piece of text into words where its characters stand apart.
    private mutating func add(_ code: TextCode, of object: TextObject) {
        let matrix = object.matrix
        // Turned text is a watermark or a stamp.
        guard abs(matrix[1]) <= 0.3 * abs(matrix[0]), words.count < Self.wordLimit else { return }
        let height = object.size * (matrix[2] * matrix[2] + matrix[3] * matrix[3]).squareRoot()
        let scale = abs(matrix[0])
        let baseline =
            object.top + matrix[1] * code.x + matrix[3] * code.y + matrix[5]
        let top = (baseline - 0.88 * height) * Self.points
        let bottom = (baseline + 0.12 * height) * Self.points
        var x = code.x
        var word: PDFWord?
        let meant = SymbolFonts.standard.meant(code.text, font: nil, unknown: &unknownSymbols)
        for (index, scalar) in meant.unicodeScalars.enumerated() {
            let natural = scalar.isWide ? object.size : 0.55 * object.size
            let step = index < code.steps.count ? code.steps[index] : natural
            let left = (object.left + matrix[0] * x + matrix[2] * code.y + matrix[4]) * Self.points
            let right = left + min(step, natural) * scale * Self.points
            x += step
            if scalar.isBlank {
                finish(&word)
                continue
            }
            if let open = word, left - open.right > 0.7 * height * Self.points { finish(&word) }
            var open =
                word ?? PDFWord(text: "", left: left, right: right, top: top, bottom: bottom)
            open.text.unicodeScalars.append(scalar)
            open.right = max(open.right, right)
            word = open
        }
        finish(&word)
    }

    private mutating func finish(_ word: inout PDFWord?) {
        if let word { words.append(word) }
        word = nil
    }

    /// The page as lines, its tables by rows.
    var page: PDFPage {
        var page = PDFPage(width: box[2] * Self.points, height: box[3] * Self.points)
        page.words = words
        page.lines = PDFLine.lines(of: words)
        if page.hasNeighbours { page.lines = PDFTables(words).replacing(page.lines) }
        return page
    }
}
