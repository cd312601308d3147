import CICU

/// A strict converter between one encoding and text, by ICU (编码转换).
///
/// Owns a C handle, so it cannot be copied and is closed when it goes.
struct TextConverter: ~Copyable {
    private let handle: OpaquePointer
    /// The length of the encoding's shortest character in bytes: 1, 2 or 4.
    let unit: Int

    /// `nil` when ICU knows no encoding of that name.
    init?(_ name: String) {
        guard let handle = cicu_converter_open(name) else { return nil }
        self.handle = handle
        unit = max(1, Int(cicu_converter_unit(handle)))
    }

    deinit { cicu_converter_close(handle) }

    /// The text of some bytes; `nil` when they are not valid or end within a character.
    func decode(_ bytes: ArraySlice<UInt8>) -> String? {
        guard !bytes.isEmpty else { return "" }
        guard bytes.count < 1 << 29 else { return nil }
        let capacity = bytes.count * 2 + 16
        var count: Int32 = -1
        let units = [UInt16](unsafeUninitializedCapacity: capacity) { buffer, used in
            count = bytes.withUnsafeBufferPointer { bytes in
                cicu_converter_decode(
                    handle, bytes.baseAddress, Int32(bytes.count), buffer.baseAddress,
                    Int32(capacity))
            }
            used = max(0, Int(count))
        }
        return count < 0 ? nil : String(validating: units, as: UTF16.self)
    }

    /// The bytes of a text; `nil` when the encoding has no such character.
    func encode(_ text: some StringProtocol) -> [UInt8]? {
        let units = Array(text.utf16)
        guard !units.isEmpty else { return [] }
        guard units.count < 1 << 28 else { return nil }
        let capacity = units.count * 4 + 16
        var count: Int32 = -1
        let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, used in
            count = units.withUnsafeBufferPointer { units in
                cicu_converter_encode(
                    handle, units.baseAddress, Int32(units.count), buffer.baseAddress,
                    Int32(capacity))
            }
            used = max(0, Int(count))
        }
        return count < 0 ? nil : bytes
    }
}
