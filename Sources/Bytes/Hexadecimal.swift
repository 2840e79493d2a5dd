extension UInt8 {
    /// The upper-case hexadecimal digit of the low four bits, in ASCII.
    @inlinable
    public static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
        let digit = value & 0x0F
        return digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") - 10 + digit
    }

    /// The lower-case hexadecimal digit of the low four bits, in ASCII.
    @inlinable
    public static func lowercaseHexadecimalDigit(_ value: UInt8) -> UInt8 {
        let digit = value & 0x0F
        return digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") - 10 + digit
    }

    /// The value of this byte as a hexadecimal digit of either case, or `nil` where it is none.
    @inlinable @inline(__always)
    public var hexadecimalValue: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}

extension UInt32 {
    /// The eight hexadecimal digits in ASCII, lower case, as they stand in memory, made all at once.
    @inlinable
    public var hexadecimalDigits: UInt64 {
        // Each half byte gets a byte of its own.
        var digits = UInt64(self)
        digits = (digits | digits << 16) & 0x0000_ffff_0000_ffff
        digits = (digits | digits << 8) & 0x00ff_00ff_00ff_00ff
        digits = (digits | digits << 4) & 0x0f0f_0f0f_0f0f_0f0f
        // What is above 9 carries into the bit above when 6 is added; the letters are 0x27 further than the digits.
        let letters = (digits &+ 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101
        return (digits &+ 0x3030_3030_3030_3030 &+ letters &* 0x27).bigEndian
    }
}

extension Sequence<UInt8> {
    /// The bytes as lower-case hexadecimal digits, two a byte.
    public var hexadecimal: String {
        var digits: [UInt8] = []
        digits.reserveCapacity(2 * underestimatedCount)
        for byte in self {
            digits.append(.lowercaseHexadecimalDigit(byte >> 4))
            digits.append(.lowercaseHexadecimalDigit(byte))
        }
        return String(decoding: digits, as: UTF8.self)
    }
}
