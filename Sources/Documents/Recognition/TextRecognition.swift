import Foundation
import ReportModel
import Synchronization

/// Recognises the text of pictures (文字识别): by tesseract with its Chinese model, or by a command of the
/// user's that prints the lines of the picture it is given.
package struct TextRecognition: Sendable, Hashable {
    /// What the place of every recognised line ends with, so that no answer takes it for stated text.
    package static let mark = Paragraph.recognisedMark

    /// The user's command in words; `{}` stands for the picture's path.
    private let command: [String]?
    private static let tesseract = "tesseract"
    /// Of a page, in seconds and bytes of address space.
    private static let seconds = 120
    private static let memory = 3 << 30
    /// Dots an inch that pages are drawn with.
    static let resolution = 300

    /// - Parameter command: A command's path or name and its arguments, separated by blanks; `nil` for
    ///   tesseract.
    package init(command: String? = nil) {
        let words = command?.split(separator: " ").map { String($0) } ?? []
        self.command = words.isEmpty ? nil : words
    }

    /// The pages of a picture; most have one.
    func pages(of picture: [UInt8]) throws(Refusal) -> [PDFPage] {
        guard let command else { return try readByTesseract(picture) }
        let arguments = command.dropFirst().contains("{}") ? command : command + ["{}"]
        let runner = ExternalCommand(
            name: command[0], package: "", seconds: Self.seconds, memory: Self.memory)
        let output = try runner.run(Array(arguments.dropFirst()), input: picture)
        guard output.status == 0 else { throw .commandFailed(command[0], status: output.status) }
        return [Self.page(of: String(decoding: output.bytes, as: UTF8.self))]
    }

    private func readByTesseract(_ picture: [UInt8]) throws(Refusal) -> [PDFPage] {
        let tesseract = ExternalCommand(
            name: Self.tesseract, package: "tesseract-ocr tesseract-ocr-chi-sim",
            seconds: Self.seconds, memory: Self.memory)
        let output = try tesseract.run(
            ["{}", "stdout", "-l", "chi_sim", "--dpi", String(Self.resolution), "tsv"],
            input: picture)
        guard output.status == 0 else {
            throw .commandFailed(Self.tesseract, status: output.status)
        }
        return Self.pages(ofTable: String(decoding: output.bytes, as: UTF8.self))
    }

    /// The lines of tesseract's table: level, page, block, paragraph, line, word, left, top, width, height,
    /// confidence, text. Boxes are as tight as ink, so the table's own lines are kept.
    static func pages(ofTable table: String) -> [PDFPage] {
        var pages: [PDFPage] = []
        var words: [PDFWord] = []
        let scale = 72 / Double(resolution)
        func endLine() {
            defer { words = [] }
            guard !words.isEmpty, !pages.isEmpty else { return }
            pages[pages.count - 1].lines += PDFLine.lines(recognised: words)
        }
        for row in table.split(separator: "\n").dropFirst() {
            let fields = row.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count >= 11, let level = Int(fields[0]), pages.count < 2_000 else {
                continue
            }
            if level < 5 { endLine() }
            let box = fields[6...9].compactMap { Double($0) }.map { $0 * scale }
            guard box.count == 4 else { continue }
            if level == 1 { pages.append(PDFPage(width: box[2], height: box[3])) }
            guard level == 5, fields.count >= 12 else { continue }
            let text = String(fields[11]).trimmed()
            guard !text.isEmpty else { continue }
            words.append(
                PDFWord(
                    text: text, left: box[0], right: box[0] + box[2], top: box[1],
                    bottom: box[1] + box[3]))
        }
        endLine()
        return pages
    }

    /// Lines without places, each as a row of its own, which is joined with nothing.
    private static func page(of text: String) -> PDFPage {
        var page = PDFPage(width: 595, height: 842)
        for line in text.splitLines().map({ $0.trimmed() }) where !line.isEmpty {
            let top = 14 * Double(page.lines.count)
            page.lines.append(
                PDFLine(
                    text: line, left: 0, right: 500, top: top, bottom: top + 12, firstWidth: 10,
                    em: 10, isRow: true))
        }
        return page
    }

    /// Recognises some pages of a PDF, on all cores.
    ///
    /// - Parameter numbers: Pages from 1.
    func pages(_ numbers: [Int], ofPDF bytes: [UInt8]) throws(Refusal) -> [Int: PDFPage] {
        let results = Mutex<[Int: Result<PDFPage, Refusal>]>([:])
        DispatchQueue.concurrentPerform(iterations: numbers.count) { index in
            let number = numbers[index]
            let result = Result { () throws(Refusal) in try page(number, ofPDF: bytes) }
            results.withLock { $0[number] = result }
        }
        var pages: [Int: PDFPage] = [:]
        for (number, result) in results.withLock({ $0 }) { pages[number] = try result.get() }
        return pages
    }

    private func page(_ number: Int, ofPDF bytes: [UInt8]) throws(Refusal) -> PDFPage {
        let drawer = ExternalCommand(
            name: "pdftoppm", package: "poppler-utils", seconds: 30, memory: 1 << 30)
        let picture = try drawer.run(
            [
                "-q", "-gray", "-png", "-r", String(Self.resolution), "-f", String(number), "-l",
                String(number), "{}",
            ], input: bytes)
        guard picture.status == 0, !picture.bytes.isEmpty else {
            throw .commandFailed(drawer.name, status: picture.status)
        }
        return try pages(of: picture.bytes).first ?? PDFPage(width: 595, height: 842)
    }
}
