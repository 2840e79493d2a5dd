/// A set of ASCII bytes, a bit for each: the tables by which messages are read.
///
/// No byte of 0x80 and above is ever a member; grammars that admit others say so where they use the set. Sets are computed
/// properties: a stored one of another module is looked up each time, and not known to the compiler.
@frozen
public struct ByteSet: Sendable {
    @usableFromInline let low: UInt64
    @usableFromInline let high: UInt64

    /// Makes a set of a bit for each byte from 0 to 63, and from 64 to 127.
    @inlinable @inline(__always)
    public init(low: UInt64, high: UInt64) {
        self.low = low
        self.high = high
    }

    /// RFC 3986 §2.3: letters, digits and `-._~`, which stand for themselves in every address.
    @inlinable public static var unreserved: ByteSet {
        ByteSet(low: 0x03ff_6000_0000_0000, high: 0x47ff_fffe_87ff_fffe)
    }

    /// Whether a byte is in the set.
    @inlinable @inline(__always)
    public func contains(_ byte: UInt8) -> Bool {
        guard byte < 0x80 else { return false }
        return (byte < 64 ? low &>> UInt64(byte) : high &>> UInt64(byte & 63)) & 1 == 1
    }
}
