/// Builds the bytes of small rows that stand in one column of the row they belong to.
///
/// A number takes a byte for every seven bits, the lowest first (LEB128); a text its length plus one and its bytes, and an
/// absent text a zero. Nothing tells where a row ends but its reader, who knows the columns.
struct PackedRowsWriter {
    private(set) var bytes: [UInt8] = []

    /// Appends a number; a negative one, which none of these columns has, becomes 0.
    mutating func append(_ number: some BinaryInteger) {
        var rest = UInt64(clamping: number)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// Appends a text.
    mutating func append(_ text: String?) {
        guard let text else { return append(0) }
        append(text.utf8.count + 1)
        bytes.append(contentsOf: text.utf8)
    }
}

/// Reads small rows out of one column; bytes that no writer made end it early.
struct PackedRowsReader {
    private let bytes: UnsafeRawBufferPointer
    private var place = 0

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    /// The next number, or `nil` at the end.
    mutating func number() -> Int64? {
        var number: UInt64 = 0
        var shift: UInt64 = 0
        while place < bytes.count, shift < 64 {
            let byte = bytes[place]
            place += 1
            number |= UInt64(byte & 0x7F) << shift
            guard byte >= 0x80 else { return Int64(truncatingIfNeeded: number) }
            shift += 7
        }
        return nil
    }

    /// The next text, absent where it was or at the end.
    mutating func text() -> UnsafeBufferPointer<UInt8>? {
        guard let length = number(), length > 0, length - 1 <= bytes.count - place else { return nil }
        let start = bytes.baseAddress?.advanced(by: place).assumingMemoryBound(to: UInt8.self)
        place += Int(length - 1)
        return UnsafeBufferPointer(start: start, count: Int(length - 1))
    }
}
