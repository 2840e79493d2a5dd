/// Percent-encoding of names into addresses that work wherever they are pasted.
enum PercentEncoding {
    /// The most bytes that one byte becomes.
    static let longest = 3

    /// Hands over a text as one path segment or one query value, byte by byte: everything but unreserved characters
    /// encoded (RFC 3986 §2.3), so that it can neither end the segment nor leave ASCII.
    @inline(__always)
    static func encode(_ text: some Sequence<UInt8>, _ put: (UInt8) -> Void) {
        for byte in text {
            if isUnreserved(byte) {
                put(byte)
            } else {
                put(UInt8(ascii: "%"))
                put(UInt8.hexadecimalDigit(byte >> 4))
                put(UInt8.hexadecimalDigit(byte))
            }
        }
    }

    /// The text encoded as one path segment or query value.
    static func encode(_ text: String) -> String {
        if text.utf8.allSatisfy(isUnreserved) { return text }
        var address: [UInt8] = []
        encode(text.utf8) { address.append($0) }
        return String(decoding: address, as: UTF8.self)
    }

    /// Whether a byte stands for itself.
    @inline(__always)
    static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
