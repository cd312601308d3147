import Presentation
import ReportIndex
import ReportModel

/// What a view is asked (一次访问): the parameters, one state of the index, and where links lead.
struct Visit: Sendable {
    /// The view's parameters: not the page's own, `lang`, `format` and `headings`, and no empty ones, which forms send.
    let parameters: Parameters
    let links: Links
    let reading: IndexReading
    let engines: Engines
    var format: AnswerFormat
    /// Whether the columns of CSV have Chinese headings in place of the fields' names.
    var hasChineseHeadings = false
    /// What the reader collected.
    var basket = Basket()
    var indexPath: String { reading.database.path }

    /// Rows a request may ask for.
    var mostRows: Int { format == .page ? WebLimits.pageRows : WebLimits.programRows }

    func request<Asked: Request>() throws(ReportError) -> Asked { try Asked(parameters) }

    /// A number of rows within what may be asked for.
    func rows(_ asked: Int?, else usual: Int) throws(ReportError) -> Int {
        guard let asked else { return usual }
        guard asked <= mostRows else { throw ReportError.range("limit", 1...mostRows) }
        return asked
    }
}

/// What an answer is written as (格式): a page, or rows for programs.
enum AnswerFormat: String, Sendable {
    case page
    case json
    case jsonLines = "jsonl"
    case csv
}

/// Makes addresses within the site (站内地址): a language that was chosen stays chosen.
struct Links: Sendable {
    /// The language the reader chose; `nil` when the browser's counts.
    var chosenLanguage: String?

    func to(_ path: String, _ parameters: Parameters = Parameters()) -> String {
        var parameters = parameters
        if let chosenLanguage { parameters = parameters.setting("lang", chosenLanguage) }
        return parameters.pairs.isEmpty ? path : path + "?" + parameters.address
    }

    func to(_ path: String, _ name: String, _ value: String) -> String {
        to(path, Parameters().setting(name, value))
    }

    /// A passage in its report, at its line.
    func to(_ reference: PassageReference) -> String {
        to("/passage", "passage", reference.place) + "#l\(reference.line)"
    }
}
