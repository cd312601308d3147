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
        StandardError.send(bytes, to: STDOUT_FILENO)
        bytes.removeAll(keepingCapacity: true)
    }
}

/// Standard error: messages for the person, never rows.
enum StandardError {
    static func line(_ text: String) {
        StandardOutput.flush()
        send(Array((text + "\n").utf8), to: STDERR_FILENO)
    }

    /// Text without a line end, for a progress line that is written over.
    static func write(_ text: String) {
        send(Array(text.utf8), to: STDERR_FILENO)
    }

    /// Writes all bytes; a reader that has gone away (`head`) ends the program quietly.
    fileprivate static func send(_ bytes: [UInt8], to descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR && errno != EAGAIN {
                if errno == EPIPE { exit(0) }
                return
            }
        }
    }
}
