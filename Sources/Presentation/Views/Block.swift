import ReferenceCorpus

/// A part of an answer as people read it (版块). A renderer lays each kind out: lines for a terminal,
/// elements for a page. What is said is chosen when the block is made, in the language of `wording`.
package enum Block: Sendable {
    /// A title over what follows.
    case heading(String)
    /// A title over some of the rows below.
    case group(String)
    /// What comparable passages are looked for: a text, and where it stands when it has a place.
    case subject(text: String, place: String?)
    case passage(PassageBlock)
    case activity(ActivityBlock)
    /// A kind of activity with quotations of those who report it.
    case mentions(MentionsBlock)
    /// A plan with what answers it.
    case promise(PromiseBlock)
    case copies(CopiesBlock)
    case report(ReportBlock)
    case sentence(SentenceBlock)
    case comparison(ComparisonBlock)
    case paragraph(ParagraphBlock)
    case evidence([EvidenceLine])
    case table(TableBlock)
    case concordance(ConcordanceBlock)
    case facets([FacetGroup], base: Int)
    case figure(Figure)
    /// A line under a label, as in a list of amounts.
    case fact(label: String, text: String)
    /// What a person should know of the answer.
    case note(String)
    /// How much is not shown, and the parameter that shows more.
    case more(String, parameter: String)
    /// The same as a note, of less weight.
    case aside(String)
    /// How the question was understood: shown on demand.
    case explanation([String])
    case space
}

/// A passage a view points at, so that a page can link to it (段落引用).
package struct PassageReference: Sendable, Hashable {
    package let passage: Int64
    package let path: String
    package let line: Int

    package init(passage: Int64, path: String, line: Int) {
        self.passage = passage
        self.path = path
        self.line = line
    }

    /// `PATH:LINE`, as `show` takes it.
    package var place: String { "\(path):\(line)" }
}
