import Foundation
import ReportModel
import Presentation
import Synchronization

/// Standard output, gathered in blocks of 64 KB; `flush()` before the process ends.
enum StandardOutput {
    private static let gathered = Mutex<[UInt8]>([])

    /// Writes text as it is: rows and files for other programs.
    static func write(_ text: String) {
        gathered.withLock { bytes in
            bytes.append(contentsOf: text.utf8)
            if bytes.count > 1 << 16 { drain(&bytes) }
        }
    }

    /// Writes a line for people; what would act on their terminal is made visible.
    static func line(_ text: StyledText) {
        write(text.painted(hasColour: Terminal.output.hasColour) + "\n")
    }

    static func line(_ text: String = "") {
        line(StyledText(text))
    }

    /// Lays blocks out for people.
    static func blocks(_ blocks: some Sequence<Block>) {
        let renderer = TerminalRenderer(width: Terminal.output.width)
        for block in blocks {
            for text in renderer.lines(block) { line(text) }
        }
    }

    static func flush() {
        gathered.withLock { drain(&$0) }
    }

    private static func drain(_ bytes: inout [UInt8]) {
        StandardError.send(bytes, to: .standardOutput)
        bytes.removeAll(keepingCapacity: true)
    }
}

/// Standard error: messages for the person, never rows.
enum StandardError {
    /// Writes lines; what would act on a terminal is made visible.
    static func line(_ text: String) {
        StandardOutput.flush()
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { VisibleText.of(String($0)) }
        send(Array((lines.joined(separator: "\n") + "\n").utf8), to: .standardError)
    }

    /// Tells that a command waits for the process that writes the index.
    static func waiting(for holder: String) {
        line(wording("索引正由 \(holder) 写入，等待中…", "\(holder) is writing the index; waiting"))
    }

    /// Text without a line end, for a progress line that is written over.
    static func write(_ text: String) {
        send(Array(text.utf8), to: .standardError)
    }

    /// Writes all bytes. A reader that has gone away (`head`) ends the program by SIGPIPE, quietly.
    fileprivate static func send(_ bytes: [UInt8], to file: FileHandle) {
        do {
            try file.write(contentsOf: Data(bytes))
        } catch {
            let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
            let code = Int32(cause?.code ?? Int(errno))
            if file === FileHandle.standardOutput {
                let trouble =
                    wording("标准输出：", "standard output: ")
                    + String(cString: strerror(code)) + "\n"
                try? FileHandle.standardError.write(contentsOf: Data(trouble.utf8))
            }
            exit(2)
        }
    }
}
