import Foundation
import Synchronization

/// Standard output, gathered in blocks of 64 KB; `flush()` before the process ends.
enum StandardOutput {
    private static let gathered = Mutex<[UInt8]>([])

    static func write(_ text: String) {
        gathered.withLock { bytes in
            bytes.append(contentsOf: text.utf8)
            if bytes.count > 1 << 16 { drain(&bytes) }
        }
    }

    static func line(_ text: String = "") {
        write(text + "\n")
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
    static func line(_ text: String) {
        StandardOutput.flush()
        send(Array((text + "\n").utf8), to: .standardError)
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
            exit(2)
        }
    }
}
