import Presentation
import ReferenceCorpus
import ReportModel

/// Lays blocks out as elements of a page (网页排版): for a page what `TerminalRenderer` is for a terminal.
struct HTMLRenderer: Sendable {
    let links: Links
    /// The parameters of the page the blocks stand on, for links that change one of them.
    let parameters: Parameters
    let path: String
    /// The question whose hits are shown, so that a hit leads to the one after it.
    var search: Parameters?
    /// Places that were collected already.
    let collected: Set<String>

    init(_ visit: Visit, _ path: String, _ parameters: Parameters? = nil) {
        links = visit.links
        collected = Set(visit.basket.items.map(\.place))
        self.parameters = parameters ?? visit.parameters
        self.path = path
    }

    func html(_ blocks: some Sequence<Block>) -> HTML { blocks.map(html).joined() }

    func html(_ block: Block) -> HTML {
        switch block {
        case .heading(let text): "<h2>\(text)</h2>\n"
        case .group(let text): "<h3 class=\"group\">\(text)</h3>\n"
        case .subject(let text, let place): subject(text, place)
        case .passage(let passage): html(passage)
        case .activity(let activity): html(activity)
        case .mentions(let mentions): html(mentions)
        case .promise(let promise): html(promise)
        case .copies(let copies): html(copies)
        case .report(let report): html(report)
        case .sentence(let sentence): html(sentence)
        case .comparison(let comparison): html(comparison)
        case .paragraph(let paragraph): html(paragraph)
        case .evidence(let evidence): html(evidence)
        case .table(let table): html(table)
        case .concordance(let concordance): html(concordance)
        case .facets(let groups, let base): html(groups, base: base)
        case .figure(let figure): html(figure)
        case .fact(let label, let text):
            "<p class=\"fact\"><span class=\"label\">\(label)</span> \(numbers(text))</p>\n"
        case .note(let text): "<p class=\"note\">\(text)</p>\n"
        case .more(let text, let parameter): more(text, parameter)
        case .aside(let text): "<p class=\"aside\">\(text)</p>\n"
        case .explanation(let texts): "<ul class=\"why\">\(texts.map { "<li>\($0)</li>" })</ul>\n"
        case .space: ""
        }
    }

    private func subject(_ text: String, _ place: String?) -> HTML {
        let source: HTML = place.map { "<cite>\($0)</cite>" } ?? ""
        return "<blockquote class=\"subject\"><p>\(text)</p>\(source)</blockquote>\n"
    }

    private func more(_ text: String, _ parameter: String) -> HTML {
        let all = parameters.setting(parameter, String(WebLimits.pageRows))
        let isAll = parameters.values(parameter) == [String(WebLimits.pageRows)]
        let link: HTML =
            isAll
            ? ""
            : " <a href=\"\(links.to(path, all))\">\(wording("多看一些", "show more"))</a>"
        return "<p class=\"note\">\(text)\(link)</p>\n"
    }

    /// A link to a passage in its report.
    func link(_ reference: PassageReference, _ text: String) -> HTML {
        "<a class=\"place\" href=\"\(links.to(reference))\">\(text)</a>"
    }

    /// A text whose numbers stand out: runs of digits with what belongs to them.
    func numbers(_ text: String) -> HTML {
        var html = HTML()
        var run = ""
        var isNumber = false
        func flush() {
            guard !run.isEmpty else { return }
            html += isNumber ? "<b class=\"n\">\(run)</b>" : "\(run)"
            run = ""
        }
        for character in text {
            let isDigit = ("0"..."9").contains(character) || ("０"..."９").contains(character)
            let belongs = isDigit || (isNumber && ".%％,".contains(character))
            if belongs != isNumber {
                flush()
                isNumber = belongs
            }
            run.append(character)
        }
        flush()
        return html
    }

    /// Text with its matches marked.
    func runs(_ runs: [MarkedText.Run]) -> HTML {
        runs.map { $0.isMatch ? "<mark>\($0.text)</mark>" : "\($0.text)" }.joined()
    }
}
