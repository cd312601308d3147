/// What a stage was unsure of, for a person to look at (存疑): a fact, kept as it is and put in words when it
/// is shown. Lines are physical lines of the decoded source, from 1.
package enum Doubt: Sendable, Hashable, Codable {
    // Of the bytes.
    case badBytes(count: Int, encoding: String, line: Int?)
    case otherEncoding(lines: Int, encoding: String, readAs: String)
    case nulls(Int)
    case mostlyMarkup
    /// So many lines were decoded with a wrong table before they came here.
    case garbled(lines: Int, first: Int)
    case lostNumbering(command: String)
    case unknownSymbols(Int)
    case hiddenText(characters: Int)
    case hiddenRows(Int)
    case hiddenSheets(String)
    case hiddenColumns(Int)
    /// Formulas whose result the file does not keep.
    case formulasWithoutValues(Int)
    case hiddenSlides(Int)
    case pagesWithoutText(Int, of: Int)
    case foreignContent
    /// The text of so many pages was recognised from pictures.
    case recognised(pages: Int)
    // Of where reports begin.
    case claimedReports(Int, found: Int)
    case possibleTitle(line: Int)
    case partsMissing(line: Int, after: Int, number: Int)
    case partsBeginAgain(line: Int)
    case partOutOfOrder(line: Int, after: Int, number: Int)
    // Of the year.
    case eventsExclude([ClosedRange<Int>])
    case eventsAgainstClues(ClosedRange<Int>)
    case clueAgainstYear(line: Int, quote: String, year: Int)
    case otherYear(line: Int, year: Int, known: Int)
    // Of what a person decided.
    case decisionUnused(line: Int, tag: String, words: String)
    /// What somebody said in words of theirs.
    case told(String)
}

extension Doubt {
    /// The doubt in words.
    package func text(in language: MessageLanguage = .current) -> String {
        func say(_ chinese: String, _ english: String) -> String {
            language == .chinese ? chinese : english
        }
        return switch self {
        case .badBytes(let count, let encoding, let line?):
            say(
                "有 \(count) 处字节不合 \(encoding)（首见第 \(line) 行），以 \u{FFFD} 代替",
                "bytes in \(count) places are not \(encoding) (first in line \(line)) and became \u{FFFD}"
            )
        case .badBytes(let count, let encoding, nil):
            say(
                "有 \(count) 处字节不合 \(encoding)，以 \u{FFFD} 代替",
                "\(count) bytes are not \(encoding) and became \u{FFFD}")
        case .otherEncoding(let lines, let encoding, let other):
            say(
                "有 \(lines) 行不是 \(encoding)，按 \(other) 读取",
                "\(lines) lines are not \(encoding) and were read as \(other)")
        case .nulls(let count): say("含 \(count) 个空字节", "\(count) NUL bytes inside")
        case .mostlyMarkup:
            say(
                "内容大半是标记（XML 或网页源码），不像文章",
                "most of it is markup (XML or a page's source), not text")
        case .garbled(let lines, let first):
            say(
                "有 \(lines) 行是乱码（首见第 \(first) 行），未作依据",
                "\(lines) lines are garbled (first line \(first)) and say nothing")
        case .lostNumbering(let command):
            say(
                "由 \(command) 读取，自动编号已丢失",
                "read by \(command), which drops automatic numbering")
        case .unknownSymbols(let count):
            say("有 \(count) 个符号字体的字符不认识，以 〓 代替", "\(count) symbols are not known and became 〓")
        case .hiddenText(let count):
            say("有 \(count) 个字是隐藏文字，未读取", "\(count) characters of hidden text were left out")
        case .hiddenRows(let count):
            say("有 \(count) 行是隐藏的，未读取", "\(count) hidden rows were left out")
        case .hiddenColumns(let count):
            say("有 \(count) 列是隐藏的，未读取", "\(count) hidden columns were left out")
        case .formulasWithoutValues(let count):
            say(
                "\(count) 个公式没有存下结果，请用办公软件打开后另存一份",
                "\(count) formulas have no value kept; open the file in an office program and save a copy"
            )
        case .hiddenSheets(let names):
            say("工作表 \(names) 是隐藏的，未读取", "hidden sheets were left out: \(names)")
        case .hiddenSlides(let count):
            say("有 \(count) 张幻灯片是隐藏的，未读取", "\(count) hidden slides were left out")
        case .pagesWithoutText(let empty, let pages):
            say("\(pages) 页中有 \(empty) 页没有文字层", "\(empty) of \(pages) pages have no text layer")
        case .foreignContent:
            say(
                "文件嵌入了其他格式的内容，未读取",
                "the file embeds content of another format, which was not read")
        case .recognised(let pages):
            say(
                "\(pages) 页文字由识别得来，数字可能有误",
                "the text of \(pages) pages was recognised; its figures may be wrong")
        case .claimedReports(let claim, let found):
            say("标称 \(claim) 篇，找到 \(found) 篇", "claims \(claim) reports, found \(found)")
        case .possibleTitle(let line):
            say(
                "第 \(line) 行像另一篇的题目，未拆开", "line \(line) may be another report's title, not split")
        case .partsMissing(let line, let last, let number):
            say(
                "第 \(line) 行：第 \(last) 篇之后是第 \(number) 篇",
                "line \(line): part \(number) follows part \(last)")
        case .partsBeginAgain(let line):
            say("第 \(line) 行：篇号从 1 重新开始", "line \(line): the parts begin again at 1")
        case .partOutOfOrder(let line, let last, let number):
            say(
                "第 \(line) 行：篇号 \(number) 出现在第 \(last) 篇之后，未拆开",
                "line \(line): part number \(number) after \(last), not split")
        case .eventsExclude(let ranges):
            say(
                "事件互相矛盾：\(ranges.map { "\($0)" }.joined(separator: "、"))",
                "the events exclude each other: \(ranges.map { "\($0)" }.joined(separator: ", "))")
        case .eventsAgainstClues(let years):
            say(
                "事件的年份与其他线索矛盾：\(years.lowerBound)-\(years.upperBound)",
                "the events' years do not fit other clues: \(years.lowerBound)-\(years.upperBound)")
        case .clueAgainstYear(let line, let quote, let year):
            say(
                "第 \(line) 行：“\(quote)”与 \(year) 年不合",
                "line \(line): “\(quote)” does not fit \(year)")
        case .otherYear(let line, let year, let known):
            say(
                "第 \(line) 行指向 \(year) 年，与 \(known) 年不合",
                "line \(line) points to \(year), not to \(known)")
        case .decisionUnused(let line, let tag, let words):
            say(
                "第 \(line) 行的人工认定 \(tag) 未采用：文字已变（当时为“\(words)”）",
                "line \(line): the decision \(tag) is not used: the text changed (it was “\(words)”)"
            )
        case .told(let words): words
        }
    }
}
