/// A 128-bit hash that is the same on every machine and run (FNV-1a).
///
/// It tells representations and cursors apart; it is no defence against someone who makes collisions on purpose, and need
/// not be: whoever can choose what is hashed here can only mislead themselves.
struct Fingerprint: Sendable {
    /// The hash so far.
    private(set) var value: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d

    private static let prime: UInt128 = 0x0000_0000_0100_0000_0000_0000_0000_013B

    /// Makes the hash of the parts.
    init(_ parts: String...) {
        self.init(parts)
    }

    /// Makes the hash of parts, told apart from every other division of the same text.
    init(_ parts: [String]) {
        for part in parts {
            for byte in part.utf8 { add(byte) }
            // A byte that no UTF-8 text holds.
            endPart()
        }
    }

    /// Adds the end of a part.
    mutating func endPart() {
        add(0xFF)
    }

    /// Adds a byte.
    @inline(__always)
    mutating func add(_ byte: UInt8) {
        value = (value ^ UInt128(byte)) &* Self.prime
    }

    /// The hash as a strong entity tag, quotes included (RFC 9110 §8.8.3).
    var entityTag: String {
        var tag: [UInt8] = []
        tag.reserveCapacity(34)
        tag.append(UInt8(ascii: "\""))
        for half in [UInt64(truncatingIfNeeded: value >> 64), UInt64(truncatingIfNeeded: value)] {
            for shift in stride(from: 60, through: 0, by: -4) {
                tag.append(UInt8.lowercaseHexadecimalDigit(UInt8(truncatingIfNeeded: half >> UInt64(shift))))
            }
        }
        tag.append(UInt8(ascii: "\""))
        return String(decoding: tag, as: UTF8.self)
    }

    /// The first and the second half of the hash, mixed.
    var folded: UInt64 { UInt64(truncatingIfNeeded: value ^ (value >> 64)) }
}
