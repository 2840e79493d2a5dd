/// Eight bytes of a message looked at at once: some arithmetic in the place of eight tests.
///
/// Each test marks bytes by their high bits. The lowest mark is exact; above a marked byte, marks may be wrong.
struct EightBytes {
    static let count = 8
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let marks: UInt64 = 0x8080_8080_8080_8080

    static let get = EightBytes(value: 0x2054_4547)
    static let version = EightBytes(value: 0x312e_312f_5054_5448)

    /// The end of a line and an empty one, as they are loaded.
    static let emptyLine = UInt32(0x0a0d_0a0d).littleEndian

    /// The bytes, the first of them the least significant.
    private let value: UInt64

    private init(value: UInt64) { self.value = value }

    /// Takes the bytes from a position on, of which there are eight.
    @inline(__always)
    init(_ bytes: Span<UInt8>, at position: Int) {
        value = UInt64(littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self))
    }

    /// Marks the bytes that are less than one of at most 0x80.
    @inline(__always)
    func less(than bound: UInt8) -> UInt64 { (value &- Self.ones &* UInt64(bound)) & ~value & Self.marks }

    /// Marks the bytes that are equal to one.
    @inline(__always)
    func equal(to byte: UInt8) -> UInt64 {
        let difference = value ^ (Self.ones &* UInt64(byte))
        return (difference &- Self.ones) & ~difference & Self.marks
    }

    /// Marks the bytes beyond ASCII; every mark is exact.
    @inline(__always)
    var beyondASCII: UInt64 { value & Self.marks }

    /// Whether the first four are the same as those.
    @inline(__always)
    func begins(as other: Self) -> Bool { UInt32(truncatingIfNeeded: value) == UInt32(truncatingIfNeeded: other.value) }

    /// The place among the eight of the first marked byte.
    @inline(__always)
    static func first(_ marks: UInt64) -> Int { marks.trailingZeroBitCount >> 3 }
}

extension Span<UInt8> {
    /// The first offset in a range whose byte cannot stand in a request target, or the range's end.
    ///
    /// Bytes of 0x80 and above are let through: the application reads raw UTF-8 as it reads %XX.
    @inline(__always)
    func endOfTarget(_ range: Range<Int>) -> Int {
        end(range, of: { $0.less(than: 0x21) | $0.equal(to: 0x7f) | $0.equal(to: UInt8(ascii: "#")) }) {
            ByteSet.target.contains($0) || $0 >= 0x80
        }
    }

    /// The first offset in a range whose byte cannot stand in a field value, or the range's end; a tab can.
    @inline(__always)
    func endOfFieldValue(_ range: Range<Int>) -> Int {
        end(range, of: { $0.less(than: 0x20) | $0.equal(to: 0x7f) }) {
            ByteSet.fieldValue.contains($0) || $0 >= 0x80
        }
    }

    /// The first offset in a range of a byte beyond ASCII, or of the given one, or the range's end.
    @inline(__always)
    func endOfPlainASCII(_ range: Range<Int>, but byte: UInt8) -> Int {
        end(range, of: { $0.beyondASCII | $0.equal(to: byte) }) { $0 < 0x80 && $0 != byte }
    }

    /// The first offset of a byte in a range, or the range's end.
    @inline(__always)
    func first(_ byte: UInt8, in range: Range<Int>) -> Int {
        end(range, of: { $0.equal(to: byte) }) { $0 != byte }
    }

    /// The length of what stands before the end of the first empty line and of that line, or `nil` where none of it ends
    /// within `limit` bytes: that of a message's head, unless it is no message.
    public func headLength(limit: Int) -> Int? {
        let end = Swift.min(count, limit)
        guard end >= EightBytes.count else {
            for position in 0..<Swift.max(0, end - 3) where isEmptyLine(at: position) { return position + 4 }
            return nil
        }
        // At last the last eight bytes, some of them again, rather than fewer.
        let last = end - EightBytes.count
        var position = 0
        while true {
            var found = EightBytes(self, at: position).equal(to: .carriageReturn)
            while found != 0 {
                let place = position + EightBytes.first(found)
                if place + 4 <= end, isEmptyLine(at: place) { return place + 4 }
                found &= found &- 1
            }
            guard position < last else { return nil }
            position = Swift.min(position &+ EightBytes.count, last)
        }
    }

    /// Whether a line ends there and an empty one follows; there are four bytes.
    @inline(__always)
    private func isEmptyLine(at position: Int) -> Bool {
        bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt32.self) == EightBytes.emptyLine
    }

    /// Goes on over bytes that `isInside` lets through, eight at a time where `marks` finds none to look at.
    @inline(__always)
    private func end(
        _ range: Range<Int>, of marks: (EightBytes) -> UInt64, isInside: (UInt8) -> Bool
    ) -> Int {
        var position = range.lowerBound
        let end = Swift.min(range.upperBound, count)
        while position < end {
            // What stands behind the range may be looked at, and is not answered.
            if position + EightBytes.count <= count {
                let found = marks(EightBytes(self, at: position))
                guard found != 0 else {
                    position += EightBytes.count
                    continue
                }
                position += EightBytes.first(found)
                guard position < end else { break }
            }
            guard isInside(self[position]) else { return position }
            position += 1
        }
        return end
    }

    /// Whether these bytes and those are the same.
    @inline(__always)
    public func isSame(as other: Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        var position = 0
        while position + EightBytes.count <= count {
            guard EightBytes(self, at: position) == EightBytes(other, at: position) else { return false }
            position += EightBytes.count
        }
        if position < count, count >= EightBytes.count {
            // The last eight, some of them for the second time.
            position = count - EightBytes.count
            return EightBytes(self, at: position) == EightBytes(other, at: position)
        }
        while position < count {
            guard self[position] == other[position] else { return false }
            position += 1
        }
        return true
    }
}

extension EightBytes: Equatable {}
