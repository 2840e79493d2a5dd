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

    /// Whether all bytes stand for themselves.
    static func isUnreserved(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let start = text.baseAddress else { return true }
        guard text.count >= 8 else { return text.allSatisfy(isUnreserved) }
        // The last eight bytes come first, and some of them for the second time.
        var isPlain = isUnreserved(eight: start + (text.count - 8))
        for place in stride(from: 0, to: text.count - 8, by: 8) {
            isPlain = isUnreserved(eight: start + place) && isPlain
        }
        return isPlain
    }

    /// The same of eight bytes at once: each range of them marks the bytes in it by their high bits.
    @inline(__always)
    private static func isUnreserved(eight text: UnsafePointer<UInt8>) -> Bool {
        let eight = UnsafeRawPointer(text).loadUnaligned(as: UInt64.self)
        let marks = 0x80 &* ones
        guard eight & marks == 0 else { return false }
        let letters = among(UInt8(ascii: "a")...UInt8(ascii: "z"), eight | 0x20 &* ones)
        let digits = among(UInt8(ascii: "0")...UInt8(ascii: "9"), eight)
        let others = among(UInt8(ascii: "-")...UInt8(ascii: "."), eight)
        let rare =
            among(UInt8(ascii: "_")...UInt8(ascii: "_"), eight) | among(UInt8(ascii: "~")...UInt8(ascii: "~"), eight)
        return (letters | digits | others | rare) & marks == marks
    }

    private static let ones: UInt64 = 0x0101_0101_0101_0101

    /// The bytes of a range, each below 0x80 as the range is, marked by their high bits; the other bits mean nothing.
    @inline(__always)
    private static func among(_ range: ClosedRange<UInt8>, _ eight: UInt64) -> UInt64 {
        // A byte from the bound on carries into its high bit, and none beyond.
        (eight &+ UInt64(0x80 - range.lowerBound) &* ones) & ~(eight &+ UInt64(0x7F - range.upperBound) &* ones)
    }

    /// The text encoded as one path segment or query value.
    static func encode(_ text: String) -> String {
        if text.utf8.allSatisfy(isUnreserved) { return text }
        var address: [UInt8] = []
        encode(text.utf8) { address.append($0) }
        return String(decoding: address, as: UTF8.self)
    }

    /// Whether a byte stands for itself: a letter, a digit, or one of `-._~`.
    @inline(__always)
    static func isUnreserved(_ byte: UInt8) -> Bool {
        let places = byte < 64 ? unreservedBelow64 : unreservedAbove64
        return byte < 128 && places >> UInt64(byte & 63) & 1 == 1
    }

    // A bit for each byte from 0 to 63, and from 64 to 127.
    private static let unreservedBelow64: UInt64 = 0x03FF_6000_0000_0000
    private static let unreservedAbove64: UInt64 = 0x47FF_FFFE_87FF_FFFE
}
