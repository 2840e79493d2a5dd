import Bytes
import HTTPWire

/// A 128-bit hash that is the same on every machine and run (FNV-1a).
///
/// It tells representations and cursors apart; it is no defence against someone who makes collisions on purpose, and need
/// not be: whoever can choose what is hashed here can only mislead themselves.
struct Fingerprint: Sendable {
    /// The hash so far.
    private(set) var value: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d

    /// The prime's low part; its only other bit is the 88th.
    private static let prime: UInt128 = 0x13B

    /// Makes the hash of the parts.
    init(_ parts: String...) {
        for part in parts { add(part) }
    }

    /// Adds a part, told apart from every other division of the same text.
    mutating func add(_ part: String) {
        var part = part
        part.withUTF8 { bytes in
            for byte in bytes { add(byte) }
        }
        endPart()
    }

    /// Adds the end of a part: a byte that no UTF-8 text holds.
    mutating func endPart() {
        add(0xFF)
    }

    /// Adds a byte.
    @inline(__always)
    mutating func add(_ byte: UInt8) {
        let mixed = value ^ UInt128(byte)
        value = mixed &<< 88 &+ mixed &* Self.prime
    }

    /// The hash as a strong entity tag, quotes included (RFC 9110 §8.8.3).
    var entityTag: String {
        String(unsafeUninitializedCapacity: Self.entityTagLength) { tag in
            tag[0] = UInt8(ascii: "\"")
            let bytes = UnsafeMutableRawBufferPointer(tag)
            for part in 0..<4 {
                let digits = UInt32(truncatingIfNeeded: value >> UInt128(96 - 32 * part)).hexadecimalDigits
                bytes.storeBytes(of: digits, toByteOffset: 1 + 8 * part, as: UInt64.self)
            }
            tag[Self.entityTagLength - 1] = UInt8(ascii: "\"")
            return Self.entityTagLength
        }
    }

    private static let entityTagLength = 34

    /// The first and the second half of the hash, mixed.
    var folded: UInt64 { UInt64(truncatingIfNeeded: value ^ (value >> 64)) }
}
