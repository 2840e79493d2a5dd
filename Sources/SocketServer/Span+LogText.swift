import Bytes

extension Span<UInt8> {
    /// The bytes of a request as a log shows them: what a terminal or an editor would act on, and what is no UTF-8, as percent
    /// escapes.
    ///
    /// Escaped are control characters (C0, DEL, C1), the format characters among which those are that turn the direction of
    /// text, and line and paragraph separators. An escape that the request has itself stays as it is.
    var logText: String {
        withUnsafeBufferPointer { bytes in
            // Almost all are plain ASCII.
            if bytes.allSatisfy({ 0x20..<0x7F ~= $0 }) { return String(decoding: bytes, as: UTF8.self) }
            var text = ""
            var rest = bytes[...]
            while !rest.isEmpty {
                let (scalar, length) = Self.scalar(in: rest)
                if let scalar, !scalar.isActedOn {
                    text.unicodeScalars.append(scalar)
                } else {
                    for byte in rest.prefix(length) { text += "%" + Self.hexadecimal(byte) }
                }
                rest = rest.dropFirst(length)
            }
            return text
        }
    }

    /// The first scalar and its length; `nil` for a byte that begins none.
    private static func scalar(
        in bytes: Slice<UnsafeBufferPointer<UInt8>>
    ) -> (scalar: Unicode.Scalar?, length: Int) {
        var iterator = bytes.makeIterator()
        var decoder = UTF8()
        guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return (nil, 1) }
        return (scalar, UTF8.width(scalar))
    }

    private static func hexadecimal(_ byte: UInt8) -> Substring {
        String(UInt16(byte) + 0x100, radix: 16, uppercase: true).dropFirst()
    }
}

extension Unicode.Scalar {
    /// Whether it is no mark on the page but does something to what stands around it.
    fileprivate var isActedOn: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
