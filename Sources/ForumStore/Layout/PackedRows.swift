/// Builds the bytes of a column that holds what is read of a row, or small rows that belong to it.
///
/// A number takes a byte for every seven bits, the lowest first (LEB128); a text its length plus one and its bytes, and an
/// absent text a zero; rows within others their length and their bytes. Nothing tells where a row ends but its reader, who
/// knows the columns.
struct PackedRowsWriter {
    private(set) var bytes: [UInt8] = []

    /// Makes a builder with room for some bytes, which may be too few.
    init(reserving capacity: Int = 0) {
        bytes.reserveCapacity(capacity)
    }

    /// Appends a number; a negative one, which none of these columns has, becomes 0.
    mutating func append(_ number: some BinaryInteger) {
        var rest = UInt64(clamping: number)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// Appends a number that may be absent: one more than it, or a zero.
    mutating func append(optional number: Int?) {
        append(number.map { UInt64(clamping: $0) + 1 } ?? 0)
    }

    /// Appends lines or the like.
    mutating func append(_ range: ClosedRange<Int>?) {
        append(optional: range?.lowerBound)
        append(optional: range?.upperBound)
    }

    /// Appends a text.
    mutating func append(_ text: String?) {
        guard let text else { return append(0) }
        append(text.utf8.count + 1)
        bytes.append(contentsOf: text.utf8)
    }

    /// Appends rows.
    mutating func append(_ rows: PackedRowsWriter) {
        append(rows.bytes.count)
        bytes.append(contentsOf: rows.bytes)
    }

    /// Appends flags, at most 62.
    mutating func append(flags: Bool...) {
        append(flags.reversed().reduce(0) { $0 << 1 | ($1 ? 1 : 0) })
    }
}

/// Reads what was packed; bytes that no writer made end it early.
struct PackedRowsReader {
    private var bytes: UnsafeRawBufferPointer
    private var place = 0

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    /// Whether nothing follows.
    var isAtEnd: Bool { place >= bytes.count }

    /// The next number, or `nil` at the end.
    @inline(__always)
    mutating func number() -> Int64? {
        guard place < bytes.count, bytes[place] < 0x80 else { return longNumber() }
        place += 1
        return Int64(bytes[place - 1])
    }

    @inline(never)
    private mutating func longNumber() -> Int64? {
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

    /// The next number; 0 at the end.
    @inline(__always)
    mutating func int() -> Int {
        Int(number() ?? 0)
    }

    /// The next number, absent where it was or at the end.
    @inline(__always)
    mutating func optionalInt() -> Int? {
        let number = int()
        return number > 0 ? number - 1 : nil
    }

    /// The next lines or the like, or `nil` where there are none.
    mutating func range() -> ClosedRange<Int>? {
        let (lower, upper) = (optionalInt(), optionalInt())
        guard let lower, let upper, lower <= upper else { return nil }
        return lower...upper
    }

    /// The next text, absent where it was or at the end.
    mutating func text() -> UnsafeBufferPointer<UInt8>? {
        guard let length = number(), length > 0, length - 1 <= bytes.count - place else { return nil }
        let start = bytes.baseAddress?.advanced(by: place).assumingMemoryBound(to: UInt8.self)
        place += Int(length - 1)
        return UnsafeBufferPointer(start: start, count: Int(length - 1))
    }

    /// The same as a row's text.
    mutating func column() -> TextColumn { TextColumn(utf8: text()) }

    /// The next rows.
    mutating func rows() -> PackedRowsReader {
        guard let length = number(), length >= 0, length <= bytes.count - place else {
            place = bytes.count
            return PackedRowsReader(UnsafeRawBufferPointer(start: nil, count: 0))
        }
        defer { place += Int(length) }
        return PackedRowsReader(UnsafeRawBufferPointer(rebasing: bytes[place..<place + Int(length)]))
    }
}
