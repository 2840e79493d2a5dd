extension RequestHead {
    /// Refuses a target whose percent-encoding is broken, or which does not decode to UTF-8 without NUL.
    ///
    /// The application decodes once and can rely on this. RFC 3986 §2.1; UTF-8 as of RFC 3629, nothing overlong.
    public func checkTarget(_ bytes: Span<UInt8>) throws(WireError) {
        var text = UTF8Check()
        var position = target.offsets.lowerBound
        let end = target.offsets.upperBound
        while position < end {
            // Most of almost every target, eight bytes at a time.
            if text.isBetweenCharacters {
                position = bytes.endOfPlainASCII(position..<end, but: UInt8(ascii: "%"))
                guard position < end else { break }
            }
            var byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "%") {
                guard position + 1 < end, let high = bytes[position].hexadecimalValue,
                    let low = bytes[position + 1].hexadecimalValue
                else { throw .badRequest("In a target, % is followed by two hexadecimal digits.") }
                byte = UInt8(high << 4 | low)
                position += 2
                guard byte != 0 else { throw .badRequest("The target has a NUL.") }
            }
            guard text.accepts(byte) else { throw .badRequest("The target is not UTF-8.") }
        }
        guard text.isBetweenCharacters else { throw .badRequest("The target is not UTF-8.") }
    }
}

/// Strict UTF-8, a byte at a time (RFC 3629 §4).
private struct UTF8Check {
    private var missing = 0
    /// What the next continuation byte may be: narrower after the leads of overlong forms, surrogates and the end.
    private var allowed: ClosedRange<UInt8> = 0x80...0xbf

    var isBetweenCharacters: Bool { missing == 0 }

    mutating func accepts(_ byte: UInt8) -> Bool {
        guard missing == 0 else {
            guard allowed ~= byte else { return false }
            missing -= 1
            allowed = 0x80...0xbf
            return true
        }
        switch byte {
        case 0x00...0x7f: return true
        case 0xc2...0xdf: missing = 1
        case 0xe0...0xef:
            missing = 2
            if byte == 0xe0 { allowed = 0xa0...0xbf }
            if byte == 0xed { allowed = 0x80...0x9f }
        case 0xf0...0xf4:
            missing = 3
            if byte == 0xf0 { allowed = 0x90...0xbf }
            if byte == 0xf4 { allowed = 0x80...0x8f }
        default: return false
        }
        return true
    }
}
