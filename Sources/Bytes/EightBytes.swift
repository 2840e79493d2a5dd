/// Eight bytes looked at at once: some arithmetic in the place of eight tests.
///
/// Each test marks bytes by their high bits. The lowest mark is exact; above a marked byte, marks may be wrong unless it is
/// said that they are not.
@frozen
public struct EightBytes: Equatable, Sendable {
    /// How many bytes there are.
    @inlinable public static var count: Int { 8 }
    /// The lowest bit of each byte.
    @inlinable static var ones: UInt64 { 0x0101_0101_0101_0101 }
    /// The highest bit of each byte.
    @inlinable static var marks: UInt64 { 0x8080_8080_8080_8080 }

    /// The bytes, the first of them the least significant.
    public let value: UInt64

    /// Makes eight bytes of a number, the first of them the least significant.
    @inlinable @inline(__always)
    public init(value: UInt64) { self.value = value }

    /// Takes the bytes from a position on, of which there are eight.
    @inlinable @inline(__always)
    public init(_ bytes: Span<UInt8>, at position: Int) {
        value = UInt64(littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self))
    }

    /// Takes the eight bytes that begin there.
    @inlinable @inline(__always)
    public init(_ bytes: UnsafePointer<UInt8>) {
        value = UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
    }

    /// Marks the bytes that are less than one of at most 0x80.
    @inlinable @inline(__always)
    public func less(than bound: UInt8) -> UInt64 { (value &- Self.ones &* UInt64(bound)) & ~value & Self.marks }

    /// Marks the bytes that are equal to one.
    @inlinable @inline(__always)
    public func equal(to byte: UInt8) -> UInt64 {
        let difference = value ^ (Self.ones &* UInt64(byte))
        return (difference &- Self.ones) & ~difference & Self.marks
    }

    /// Marks the bytes beyond ASCII; every mark is exact.
    @inlinable @inline(__always)
    public var beyondASCII: UInt64 { value & Self.marks }

    /// Whether all bytes are unreserved (RFC 3986 §2.3).
    @inlinable @inline(__always)
    public var areUnreserved: Bool {
        guard beyondASCII == 0 else { return false }
        let letters = EightBytes(value: value | 0x20 &* Self.ones).among(UInt8(ascii: "a")...UInt8(ascii: "z"))
        let digits = among(UInt8(ascii: "0")...UInt8(ascii: "9"))
        let others = among(UInt8(ascii: "-")...UInt8(ascii: "."))
        let rare = among(UInt8(ascii: "_")...UInt8(ascii: "_")) | among(UInt8(ascii: "~")...UInt8(ascii: "~"))
        return (letters | digits | others | rare) & Self.marks == Self.marks
    }

    /// The bytes of a range, each below 0x80 as the range is, marked by their high bits; the other bits mean nothing.
    @inlinable @inline(__always)
    func among(_ range: ClosedRange<UInt8>) -> UInt64 {
        // A byte from the bound on carries into its high bit, and none beyond.
        (value &+ UInt64(0x80 - range.lowerBound) &* Self.ones)
            & ~(value &+ UInt64(0x7F - range.upperBound) &* Self.ones)
    }

    /// Whether all are the same as those.
    @inlinable @inline(__always)
    public static func == (one: Self, other: Self) -> Bool { one.value == other.value }

    /// Whether the first four are the same as those.
    @inlinable @inline(__always)
    public func begins(as other: Self) -> Bool {
        UInt32(truncatingIfNeeded: value) == UInt32(truncatingIfNeeded: other.value)
    }

    /// The place among the eight of the first marked byte.
    @inlinable @inline(__always)
    public static func first(_ marks: UInt64) -> Int { marks.trailingZeroBitCount >> 3 }
}
