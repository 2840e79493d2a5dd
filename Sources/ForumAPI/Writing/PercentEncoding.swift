/// Percent-encoding of names into addresses that work wherever they are pasted.
enum PercentEncoding {
    /// Appends a text as one path segment or one query value: everything but unreserved characters encoded (RFC 3986
    /// §2.3), so that it can neither end the segment nor leave ASCII.
    static func append(_ text: String, to address: inout String) {
        for byte in text.utf8 {
            if isUnreserved(byte) {
                address.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                address.append("%")
                address.unicodeScalars.append(Unicode.Scalar(UInt8.hexadecimalDigit(byte >> 4)))
                address.unicodeScalars.append(Unicode.Scalar(UInt8.hexadecimalDigit(byte)))
            }
        }
    }

    /// The text encoded as one path segment or query value.
    static func encode(_ text: String) -> String {
        var address = ""
        append(text, to: &address)
        return address
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
