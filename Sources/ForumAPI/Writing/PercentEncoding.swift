/// Percent-encoding of names into addresses that work wherever they are pasted.
enum PercentEncoding {
    /// Appends a text as one path segment or one query value: everything but unreserved characters encoded (RFC 3986
    /// §2.3), so that it can neither end the segment nor leave ASCII.
    static func append(_ text: some Sequence<UInt8>, to address: inout [UInt8]) {
        for byte in text {
            if isUnreserved(byte) {
                address.append(byte)
            } else {
                address.append(UInt8(ascii: "%"))
                address.append(UInt8.hexadecimalDigit(byte >> 4))
                address.append(UInt8.hexadecimalDigit(byte))
            }
        }
    }

    /// The text encoded as one path segment or query value.
    static func encode(_ text: String) -> String {
        var address: [UInt8] = []
        append(text.utf8, to: &address)
        return String(decoding: address, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
