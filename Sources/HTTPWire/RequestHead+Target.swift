import Bytes

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
                byte = high << 4 | low
                position += 2
                guard byte != 0 else { throw .badRequest("The target has a NUL.") }
            }
            guard text.accepts(byte) else { throw .badRequest("The target is not UTF-8.") }
        }
        guard text.isBetweenCharacters else { throw .badRequest("The target is not UTF-8.") }
    }
}
