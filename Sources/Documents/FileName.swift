import Foundation

/// Names of files as text and back (文件名): a system's file names are bytes, and not all of them are UTF-8. A byte
/// that is part of no UTF-8 stands as a scalar from U+EF80 to U+EFFF, its value in the low eight bits; so do
/// the bytes of those scalars themselves. Nothing is lost, and other names stay as they are.
package enum FileName {
    private static let escapes: ClosedRange<UInt32> = 0xEF80...0xEFFF

    package static func text(_ name: [UInt8]) -> String {
        if let text = String(validating: name, as: UTF8.self), !isEscaped(text) { return text }
        var scalars = String.UnicodeScalarView()
        var rest = name[...]
        while let first = rest.first {
            let length = (1...4).first { count in
                count <= rest.count
                    && String(validating: rest.prefix(count), as: UTF8.self).map { !isEscaped($0) }
                        ?? false
            }
            if let length {
                scalars += String(decoding: rest.prefix(length), as: UTF8.self).unicodeScalars
            } else if let escape = Unicode.Scalar(0xEF00 | UInt32(first)) {
                scalars.append(escape)
            }
            rest = rest.dropFirst(length ?? 1)
        }
        return String(scalars)
    }

    /// The bytes the system knows a file by, with a zero at the end.
    package static func bytes(_ path: String) -> [CChar] {
        guard isEscaped(path) else { return Array(path.utf8CString) }
        var bytes: [CChar] = []
        for scalar in path.unicodeScalars {
            if escapes.contains(scalar.value) {
                bytes.append(CChar(truncatingIfNeeded: scalar.value))
            } else {
                bytes += String(scalar).utf8.map { CChar(bitPattern: $0) }
            }
        }
        return bytes + [0]
    }

    /// A path as people read it: names in GBK or Big5, as old archives unpack them, decoded.
    package static func shown(_ path: String) -> String {
        guard isEscaped(path) else { return path }
        return path.split(separator: "/", omittingEmptySubsequences: false).map { name in
            let name = String(name)
            return isEscaped(name)
                ? MemberName.decode(bytes(name).dropLast().map { UInt8(bitPattern: $0) }) : name
        }.joined(separator: "/")
    }

    private static func isEscaped(_ text: String) -> Bool {
        text.unicodeScalars.contains { escapes.contains($0.value) }
    }

    /// Whether there is a file that can be looked at.
    package static func exists(_ path: String) -> Bool {
        access(bytes(path), F_OK) == 0
    }

    /// The names in a folder; `nil` when it cannot be read.
    package static func names(in folder: String) -> [String]? {
        guard let stream = opendir(bytes(folder)) else { return nil }
        defer { closedir(stream) }
        var names: [String] = []
        errno = 0
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                text(Array(bytes.prefix { $0 != 0 }))
            }
            if name != ".", name != ".." { names.append(name) }
            errno = 0
        }
        return errno == 0 ? names : nil
    }

    /// The words of the command line after the program's name.
    package static var arguments: [String] {
        (1..<max(1, Int(CommandLine.argc))).compactMap { place in
            CommandLine.unsafeArgv[place].map { word in
                text((0..<strlen(word)).map { UInt8(bitPattern: word[$0]) })
            }
        }
    }
}
